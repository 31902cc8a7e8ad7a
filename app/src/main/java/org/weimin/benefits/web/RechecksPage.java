package org.weimin.benefits.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Entitlement;
import org.weimin.benefits.Recheck;
import org.weimin.benefits.Recheck.Which;
import org.weimin.benefits.Rechecks;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.Parties;
import org.weimin.people.Party;
import org.weimin.people.Person;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** The aid that has to be looked at again, and the doors to the case in which that is done. */
@Controller
class RechecksPage {
    private final Rechecks rechecks;
    private final Benefits benefits;
    private final Parties parties;
    private final Divisions divisions;
    private final MatterTitles titles;
    private final BusinessClock clock;

    RechecksPage(
            Rechecks rechecks,
            Benefits benefits,
            Parties parties,
            Divisions divisions,
            MatterTitles titles,
            BusinessClock clock) {
        this.rechecks = rechecks;
        this.benefits = benefits;
        this.parties = parties;
        this.divisions = divisions;
        this.titles = titles;
        this.clock = clock;
    }

    @GetMapping("/rechecks")
    @Requires("benefits.view")
    Page list(@RequestParam(defaultValue = "DUE") Which list, @RequestParam(defaultValue = "1") int page) {
        var found = rechecks.list(list, page);
        return Page.of(
                "benefits/rechecks",
                RechecksView.of(list, rechecks.counts(), found, divisions::shortName, titles, today()));
    }

    @GetMapping("/rechecks/{id}")
    @Requires("casework.handle")
    Page show(@PathVariable UUID id) {
        Recheck asked = rechecks.get(id);
        return Page.of(
                "benefits/recheck",
                RecheckView.of(
                        asked,
                        divisions.shortName(asked.aid().area()),
                        received(asked.aid().matter(), asked.aid().monthly()),
                        payees(asked.subject()),
                        today()));
    }

    @PostMapping("/rechecks/{id}")
    @Requires("casework.handle")
    Page open(@PathVariable UUID id, @RequestParam String payee, @RequestParam String ground) {
        CaseFileId opened = rechecks.open(id, PersonId.of(payee), ground);
        return Page.redirect("/cases/" + opened, "benefits.recheck.done");
    }

    @PostMapping("/rechecks/{id}/class")
    @Requires("casework.handle")
    Page classify(@PathVariable UUID id, @RequestParam String reviewClass, @RequestParam String why) {
        rechecks.classify(id, reviewClass, why);
        return Page.redirect("/rechecks/" + id, "benefits.review.done");
    }

    @GetMapping("/rechecks/report")
    @Requires("casework.handle")
    Page report(@RequestParam String household) {
        var home = new Subject.OfHousehold(HouseholdId.of(household));
        Party party = parties.of(home, today());
        var received = everything(party).map(this::option).toList();
        return Page.of(
                "benefits/report",
                new RecheckView.Report(household, party.name(), party.address(), received, payees(home)));
    }

    @PostMapping("/rechecks/report")
    @Requires("casework.handle")
    Page report(
            @RequestParam String household,
            @RequestParam String entitlement,
            @RequestParam String payee,
            @RequestParam String ground) {
        Party party = parties.of(new Subject.OfHousehold(HouseholdId.of(household)), today());
        var id = EntitlementId.of(entitlement);
        Subject subject = everything(party)
                .filter(each -> each.id().equals(id))
                .map(Entitlement::subject)
                .findFirst()
                .orElse(party.subject());
        CaseFileId opened = rechecks.report(subject, id, PersonId.of(payee), ground);
        return Page.redirect("/cases/" + opened, "benefits.recheck.done");
    }

    /** What the household and each of its members receive now. */
    private Stream<Entitlement> everything(Party party) {
        return Stream.concat(
                        Stream.of(party.subject()),
                        party.people().stream().map(Person::id).<Subject>map(Subject.OfPerson::new))
                .flatMap(subject -> benefits.of(subject).stream())
                .filter(each -> each.until().isEmpty());
    }

    private Option option(Entitlement received) {
        String whom = received.subject() instanceof Subject.OfPerson
                ? parties.of(received.subject(), today()).name() + "："
                : "";
        return new Option(received.id().toString(), whom + received(received.matter(), received.monthly()));
    }

    private String received(MatterId matter, Money monthly) {
        return Texts.t("benefits.recheck.receives", titles.of(matter), monthly.grouped());
    }

    private List<Option> payees(Subject subject) {
        return parties.of(subject, today()).people().stream()
                .filter(person -> person.isAliveOn(today()))
                .map(person -> new Option(person.id().toString(), person.name()))
                .toList();
    }

    private LocalDate today() {
        return clock.today();
    }
}
