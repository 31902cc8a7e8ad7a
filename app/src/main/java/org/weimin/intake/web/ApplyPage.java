package org.weimin.intake.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.intake.Ask;
import org.weimin.intake.Papers;
import org.weimin.intake.internal.ApplicationDraftStore;
import org.weimin.intake.internal.Asking;
import org.weimin.intake.internal.Choosing;
import org.weimin.intake.internal.Draft;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.OrganisationId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.Parties;
import org.weimin.people.Party;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** Where an application begins: who asks, for which matters, and what will be asked of them. */
@Controller
class ApplyPage {
    private final ApplicationDraftStore drafts;
    private final Asking asking;
    private final AskViews views;
    private final Parties parties;
    private final Papers papers;
    private final BusinessClock clock;

    ApplyPage(
            ApplicationDraftStore drafts,
            Asking asking,
            AskViews views,
            Parties parties,
            Papers papers,
            BusinessClock clock) {
        this.drafts = drafts;
        this.asking = asking;
        this.views = views;
        this.parties = parties;
        this.papers = papers;
        this.clock = clock;
    }

    /** Who stands at the window, and what was chosen so far; empty texts choose nothing. */
    record Wanted(String household, String person, String organisation, String matter, List<String> ask) {
        Wanted {
            ask = ask == null ? List.of() : List.copyOf(ask);
        }

        boolean isNobody() {
            return household.isEmpty() && person.isEmpty() && organisation.isEmpty();
        }

        Subject subject() {
            if (!household.isEmpty()) {
                return new Subject.OfHousehold(HouseholdId.of(household));
            }
            if (!organisation.isEmpty()) {
                return new Subject.OfOrganisation(OrganisationId.of(organisation));
            }
            if (!person.isEmpty()) {
                return new Subject.OfPerson(PersonId.of(person));
            }
            throw new NotFound("party");
        }
    }

    @GetMapping("/intake")
    @Requires("intake.apply")
    Page home() {
        var rows = drafts.of(Acting.staff().id()).stream().map(this::row).toList();
        return Page.of("intake/home", new ApplyView.Home(rows));
    }

    @GetMapping("/intake/new")
    @Requires("intake.apply")
    Page start(
            @RequestParam(defaultValue = "") String household,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String matter,
            @RequestParam(defaultValue = "") List<String> ask,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String event) {
        var wanted = new Wanted(household, person, organisation, matter, ask);
        if (wanted.isNobody()) {
            return Page.redirect("/people");
        }
        Party party = parties.behind(wanted.subject(), clock.today());
        List<Ask> asks = asking.chosen(wanted.ask(), party);
        List<Asking.Offer> offers = List.of();
        if (asks.isEmpty()) {
            offers = wanted.matter().isEmpty() ? asking.offers(party) : List.of(asking.offer(wanted.matter(), party));
            asks = clear(offers, wanted);
        }
        return asks.isEmpty()
                ? Page.of(
                        "intake/choose",
                        views.choose(party, offers, new Choosing.Sought(q.strip(), event), wanted.person()))
                : Page.of("intake/start", views.start(party, asks));
    }

    @PostMapping("/intake/drafts")
    @Requires("intake.apply")
    Page begin(
            @RequestParam(defaultValue = "") String household,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") List<String> ask) {
        var wanted = new Wanted(household, person, organisation, "", ask);
        Party party = parties.behind(wanted.subject(), clock.today());
        Draft draft = drafts.begin(
                party, asking.chosen(wanted.ask(), party), Acting.staff().id().value(), clock.today());
        return Page.redirect("/intake/" + draft.id());
    }

    @PostMapping({"/intake/{draft}/discard", "/my/apply/{draft}/discard"})
    @Requires("intake.fill")
    Page discard(@PathVariable UUID draft) {
        papers.discard(drafts.get(draft).id());
        drafts.remove(draft);
        return Page.redirect(Place.isOwnPhone() ? "/my" : "/intake", "intake.discarded");
    }

    /** What needs no choosing: one matter, and one subject that it can be about. */
    private static List<Ask> clear(List<Asking.Offer> offers, Wanted wanted) {
        if (wanted.matter().isEmpty()) {
            return List.of();
        }
        List<Ask> possible = offers.getFirst().asks();
        List<Ask> named = possible.stream()
                .filter(ask -> ask.subject().id().toString().equals(wanted.person()))
                .toList();
        return !named.isEmpty() ? named : possible.size() == 1 ? possible : List.of();
    }

    private ApplyView.DraftRow row(Draft draft) {
        Party party = parties.of(draft.party(), clock.today());
        return new ApplyView.DraftRow(
                "/intake/" + draft.id(),
                party.name(),
                party.address(),
                views.title(draft.asks(), party),
                Texts.date(draft.startedOn()));
    }

    /** Kept here so that both pages of a form read posted boxes alike. */
    static Map<String, String> stripped(Map<String, String> posted) {
        var answers = new LinkedHashMap<String, String>();
        posted.forEach((key, value) -> answers.put(key, value.strip()));
        return answers;
    }
}
