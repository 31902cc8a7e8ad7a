package org.weimin.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BankCard;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.people.Kinship;
import org.weimin.people.Merge;
import org.weimin.people.Merging;
import org.weimin.people.Party;
import org.weimin.people.People;
import org.weimin.people.Person;
import org.weimin.people.PersonPanel;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Templates;
import org.weimin.shell.Texts;

/** 居民页: one resident, and the changes that life brings: another card, another home, death. */
@Controller
class PersonPage {
    private static final int LONGEST_TAG = 20;
    private final People people;
    private final Merging merging;
    private final Divisions divisions;
    private final BusinessClock clock;
    private final Templates templates;
    private final ObjectProvider<PersonPanel> panels;

    PersonPage(
            People people,
            Merging merging,
            Divisions divisions,
            BusinessClock clock,
            Templates templates,
            ObjectProvider<PersonPanel> panels) {
        this.people = people;
        this.merging = merging;
        this.divisions = divisions;
        this.clock = clock;
        this.templates = templates;
        this.panels = panels;
    }

    @GetMapping("/people/{id}")
    @Requires("people.view")
    Page person(@PathVariable String id) {
        PersonId person = PersonId.of(id);
        return people.survivorOf(person)
                .map(survivor -> merged(people.person(person), people.person(survivor)))
                .orElseGet(() -> Page.of("people/person", view(person, Optional.empty())));
    }

    /** Old links keep leading to the person, by way of the record that they meant. */
    private Page merged(Person gone, Person survivor) {
        String merge = Acting.current().may("people.duplicates")
                ? merging.of(gone.id()).stream()
                        .filter(each -> each.status() == Merge.Status.DONE
                                && each.plan().merged().equals(gone.id()))
                        .findFirst()
                        .map(each -> each.id().toString())
                        .orElse("")
                : "";
        return Page.of(
                "people/merged", new MergedView(gone.name(), survivor.id().toString(), survivor.name(), merge));
    }

    /** 查看号码: shown once, for a minute, to whoever says why. */
    @PostMapping("/people/{id}/identity")
    @Requires("people.reveal")
    Page reveal(@PathVariable String id, @RequestParam String reason, HttpServletResponse response) {
        PersonId person = PersonId.of(id);
        if (reason.isBlank()) {
            return Page.invalid("people/person", view(person, Optional.of(Texts.t("people.reveal.reason-missing"))));
        }
        Person known = people.person(person);
        response.setHeader("Refresh", "60; url=/people/" + person);
        return Page.of(
                "people/reveal",
                new RevealView(
                        known.name(),
                        people.identityNumber(person, reason.strip()).value(),
                        "/people/" + person));
    }

    @PostMapping("/people/{id}/card")
    @Requires("people.edit")
    Page card(@PathVariable String id, @RequestParam String bank, @RequestParam String number) {
        return change(id, "people.card.done", person -> {
            people.giveCard(person, bank.strip(), BankCard.of(number), clock.today());
            return person;
        });
    }

    @PostMapping("/people/{id}/leave")
    @Requires("people.edit")
    Page leave(@PathVariable String id, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate leftOn) {
        return change(id, "people.leave.done", person -> {
            people.leave(person, notLater(leftOn));
            return person;
        });
    }

    @PostMapping("/people/{id}/death")
    @Requires("people.edit")
    Page death(
            @PathVariable String id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate diedOn,
            @RequestParam String source) {
        return change(id, "people.death.done", person -> {
            people.recordDeath(person, notLater(diedOn), source.strip());
            return person;
        });
    }

    @PostMapping("/people/{id}/tag")
    @Requires("people.edit")
    Page tag(@PathVariable String id, @RequestParam String tag) {
        return change(id, "people.tag.done", person -> {
            if (tag.isBlank() || tag.codePointCount(0, tag.length()) > LONGEST_TAG) {
                throw new Refused("people.tag.shape", LONGEST_TAG);
            }
            people.tag(person, tag, clock.today());
            return person;
        });
    }

    private Page change(String id, String doneKey, Function<PersonId, PersonId> change) {
        PersonId person = PersonId.of(id);
        people.person(person);
        try {
            return Page.redirect("/people/" + change.apply(person), doneKey);
        } catch (Refused refused) {
            String why = Texts.t(refused);
            return Page.invalid("people/person", view(person, Optional.of(why)));
        }
    }

    private LocalDate notLater(LocalDate on) {
        if (on.isAfter(clock.today())) {
            throw new Refused("people.change.future", on);
        }
        return on;
    }

    private PersonView view(PersonId id, Optional<String> error) {
        Person person = people.person(id);
        LocalDate today = clock.today();
        return new PersonView(
                PersonLine.of(person, divisions.fullName(person.area()), today),
                basics(person, today),
                people.kinOf(id, today).stream().map(kin -> kin(kin, id)).toList(),
                people.tagsOf(id, today),
                error.orElse(""),
                today.toString(),
                Acting.current().may("people.edit"),
                Acting.current().may("people.reveal"),
                mayInvite(person, today),
                shown(id));
    }

    private List<HouseholdView.Panel> shown(PersonId person) {
        return panels.stream()
                .filter(panel -> Acting.current().may(panel.permission()))
                .sorted(Comparator.comparingInt(PersonPanel::order))
                .map(panel -> new HouseholdView.Panel(
                        Texts.t(panel.titleKey()),
                        new String(
                                templates.render(panel.template(), panel.view().apply(person)),
                                StandardCharsets.UTF_8)))
                .toList();
    }

    private static boolean mayInvite(Person person, LocalDate today) {
        return Acting.current().may("people.invite") && person.isAliveOn(today) && person.ageOn(today) >= Party.OF_AGE;
    }

    private PersonView.Basics basics(Person person, LocalDate today) {
        return new PersonView.Basics(
                person.birth().toString(),
                person.diedOn().map(LocalDate::toString).orElse(""),
                people.payAccount(person.id(), today)
                        .map(account -> account.bank() + " " + account.masked())
                        .orElse(""),
                people.householdOf(person.id(), today)
                        .map(HouseholdId::toString)
                        .orElse(""));
    }

    /** The row says what the relative is to the person; read from the other side, a parent is a child. */
    private PersonView.Kin kin(Kinship kinship, PersonId of) {
        boolean mine = kinship.person().equals(of);
        PersonId other = mine ? kinship.relative() : kinship.person();
        String kind = !mine && kinship.kind() == Kinship.Kind.PARENT
                ? "CHILD"
                : kinship.kind().name();
        return new PersonView.Kin(
                other.toString(), people.person(other).name(), Texts.t("people.kin." + kind.toLowerCase(Locale.ROOT)));
    }
}
