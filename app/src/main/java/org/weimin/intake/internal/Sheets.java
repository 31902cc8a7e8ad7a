package org.weimin.intake.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.engine.Form;
import org.weimin.facts.FactItem;
import org.weimin.facts.Facts;
import org.weimin.facts.Income;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Subject;
import org.weimin.people.Parties;
import org.weimin.people.Party;
import org.weimin.people.Person;

/** Draws the form of a draft's matters: what the registers know is filled in and only confirmed (社会救助法 第六十二条). */
@Component
public class Sheets {
    private static final List<String> BEST_FIRST = List.of("CHECKED", "REGISTER", "VISIT", "DECLARED", "SYSTEM");
    private static final int WORKING_AGE = 16;

    private final Completeness completeness;
    private final Parties parties;
    private final Facts facts;
    private final BusinessClock clock;

    Sheets(Completeness completeness, Parties parties, Facts facts, BusinessClock clock) {
        this.completeness = completeness;
        this.parties = parties;
        this.facts = facts;
        this.clock = clock;
    }

    /** The party that asks, as it is today. */
    public Party party(Draft draft) {
        return parties.of(draft.party(), clock.today());
    }

    public List<Form.Statement> statements(Draft draft) {
        return completeness.statements(draft.asks(), clock.today());
    }

    public boolean checksMeans(Draft draft) {
        return completeness.checksMeans(draft.asks(), clock.today());
    }

    public List<Sheet> of(Draft draft) {
        Party party = party(draft);
        var union = new FormUnion(party, clock);
        draft.asks().forEach(ask -> union.add(ask, completeness.form(ask.matter(), clock.today())));
        var known = new HashMap<Subject, Map<String, FactItem>>();
        return union.titles().entrySet().stream()
                .map(section -> new Sheet(
                        section.getKey(),
                        section.getValue(),
                        union.of(section.getKey()).entrySet().stream()
                                .map(asked -> block(
                                        draft,
                                        party,
                                        asked.getKey(),
                                        asked.getValue(),
                                        known.computeIfAbsent(asked.getKey(), this::known)))
                                .toList()))
                .filter(sheet -> !sheet.blocks().isEmpty())
                .toList();
    }

    public Sheet get(Draft draft, String section) {
        return of(draft).stream()
                .filter(sheet -> sheet.id().equals(section))
                .findFirst()
                .orElseThrow(() -> new NotFound(section));
    }

    private Map<String, FactItem> known(Subject subject) {
        return facts.of(subject, clock.today()).stream()
                .sorted(Comparator.comparingInt(item -> BEST_FIRST.indexOf(item.source())))
                .collect(Collectors.toMap(FactItem::name, Function.identity(), (best, other) -> best));
    }

    private Sheet.Block block(
            Draft draft,
            Party party,
            Subject subject,
            List<FormUnion.Question> questions,
            Map<String, FactItem> known) {
        Optional<Person> person = party.people().stream()
                .filter(each -> new Subject.OfPerson(each.id()).equals(subject))
                .findFirst();
        List<Sheet.Entry> entries = questions.stream()
                .map(question -> entry(draft, question, person, known))
                .toList();
        return new Sheet.Block(person.map(Person::name).orElse(""), entries);
    }

    private Sheet.Entry entry(
            Draft draft, FormUnion.Question field, Optional<Person> person, Map<String, FactItem> known) {
        Subject subject = field.subject();
        String key = field.fact().name() + "_" + subject.id();
        Optional<Income> income = Stream.of(Income.values())
                .filter(kind -> kind.total().equals(field.fact().name()))
                .findFirst();
        String name = income.map(Income::item).orElse(field.fact().name());
        Optional<FactItem> item = Optional.ofNullable(known.get(name));
        boolean child =
                person.filter(one -> one.ageOn(clock.today()) < WORKING_AGE).isPresent();
        String offered = item.map(FactItem::value).orElse(income.isPresent() && field.required() && child ? "0" : "");
        String value = draft.answers().getOrDefault(key, offered);
        return new Sheet.Entry(key, subject, field.fact(), income, field.required(), item, value);
    }
}
