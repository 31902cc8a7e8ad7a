package org.weimin.facts.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.facts.Facts;
import org.weimin.facts.RecordFact;
import org.weimin.facts.internal.FactWords;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Period;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.people.Household;
import org.weimin.people.People;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 登记事实: one value with its source and the paper behind it. */
@Controller
class RecordPage {
    private static final List<String> SOURCES = List.of("DECLARED", "CHECKED", "VISIT");
    private final Facts facts;
    private final People people;
    private final BusinessClock clock;

    RecordPage(Facts facts, People people, BusinessClock clock) {
        this.facts = facts;
        this.people = people;
        this.clock = clock;
    }

    /** What is typed into the form. */
    record Form(
            String subject,
            String name,
            String value,

            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate from,

            String source,
            String evidence) {
        /** A box that a request leaves out is an empty one. */
        Form {
            subject = said(subject);
            name = said(name);
            value = said(value);
            source = said(source);
            evidence = said(evidence);
        }

        private static String said(@Nullable String box) {
            return box == null ? "" : box.strip();
        }

        LocalDate since() {
            if (from == null) {
                throw new Refused("facts.record.from");
            }
            return from;
        }
    }

    @GetMapping("/households/{id}/facts/new")
    @Requires("facts.record")
    Page form(@PathVariable String id, @RequestParam(defaultValue = "household") String subject) {
        var empty = new Form(subject, "", "", clock.today().withDayOfMonth(1), "DECLARED", "");
        return Page.of("facts/record", view(HouseholdId.of(id), empty, ""));
    }

    @PostMapping("/households/{id}/facts")
    @Requires("facts.record")
    Page record(@PathVariable String id, @ModelAttribute Form form) {
        HouseholdId household = HouseholdId.of(id);
        try {
            facts.record(command(household, form));
            return Page.redirect("/households/" + id, "facts.record.done", FactWords.title(form.name()));
        } catch (Refused refused) {
            return Page.invalid("facts/record", view(household, form, Texts.t(refused)));
        }
    }

    private RecordFact command(HouseholdId household, Form form) {
        Subject subject = FactsPanel.subject(form.subject(), household);
        if (!SOURCES.contains(form.source())) {
            throw new Refused("facts.record.source", form.source());
        }
        if (form.evidence().isBlank()) {
            throw new Refused("facts.record.evidence");
        }
        return new RecordFact(
                subject, form.name(), typed(form.value()), Period.since(form.since()), form.source(), form.evidence());
    }

    /** Yes and no in the words of both languages; the dictionary knows true and false. */
    private static String typed(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "是", "yes" -> "true";
            case "否", "no" -> "false";
            default -> value;
        };
    }

    private RecordView view(HouseholdId id, Form form, String error) {
        Household household = people.household(id, clock.today());
        boolean ofHousehold = form.subject().equals("household");
        String label = ofHousehold
                ? Texts.t("facts.panel.household")
                : household.members().stream()
                        .map(Household.Member::person)
                        .filter(person -> person.id().toString().equals(form.subject()))
                        .findFirst()
                        .orElseThrow(() -> new NotFound(form.subject()))
                        .name();
        return new RecordView(
                id.toString(),
                label,
                form.subject(),
                form.name(),
                form.value(),
                form.from() == null ? "" : form.from().toString(),
                form.source(),
                form.evidence(),
                ofHousehold ? FactWords.ofHouseholds() : FactWords.ofPersons(),
                error);
    }

    static List<Option> sources() {
        return Stream.of("DECLARED", "CHECKED", "VISIT")
                .map(source -> new Option(source, Texts.t("facts.source." + source)))
                .toList();
    }
}
