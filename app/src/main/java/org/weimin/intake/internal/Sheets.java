package org.weimin.intake.internal;

import java.time.LocalDate;
import java.util.Comparator;
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
import org.weimin.people.Household;
import org.weimin.people.People;
import org.weimin.people.Person;
import org.weimin.policy.Policy;

/** Draws the pack's form for a draft: what the registers know is filled in and only confirmed (社会救助法 第六十二条). */
@Component
public class Sheets {
    private static final List<String> BEST_FIRST = List.of("CHECKED", "REGISTER", "VISIT", "DECLARED", "SYSTEM");
    private static final String RELATION = "relation";
    private static final int WORKING_AGE = 16;

    private final Policy policy;
    private final People people;
    private final Facts facts;
    private final BusinessClock clock;

    Sheets(Policy policy, People people, Facts facts, BusinessClock clock) {
        this.policy = policy;
        this.people = people;
        this.facts = facts;
        this.clock = clock;
    }

    public Form form(Draft draft) {
        return policy.pack(draft.matter()).editionOn(clock.today()).form();
    }

    public List<Sheet> of(Draft draft) {
        Household household = people.household(draft.household(), clock.today());
        return form(draft).sections().stream()
                .map(section -> sheet(draft, household, section))
                .toList();
    }

    public Sheet get(Draft draft, String section) {
        return of(draft).stream()
                .filter(sheet -> sheet.id().equals(section))
                .findFirst()
                .orElseThrow(() -> new NotFound(section));
    }

    private Sheet sheet(Draft draft, Household household, Form.Section section) {
        List<Sheet.Block> blocks = section.perMember()
                ? household.members().stream()
                        .filter(member -> member.counted() && member.person().isAliveOn(clock.today()))
                        .map(member -> block(draft, section, member.person()))
                        .toList()
                : List.of(block(draft, section, "", new Subject.OfHousehold(household.id()), Optional.empty()));
        return new Sheet(section.id(), section.title(), blocks);
    }

    private Sheet.Block block(Draft draft, Form.Section section, Person person) {
        return block(draft, section, person.name(), new Subject.OfPerson(person.id()), Optional.of(person));
    }

    private Sheet.Block block(Draft draft, Form.Section section, String who, Subject subject, Optional<Person> person) {
        LocalDate today = clock.today();
        Map<String, FactItem> known = facts.of(subject, today).stream()
                .sorted(Comparator.comparingInt(item -> BEST_FIRST.indexOf(item.source())))
                .collect(Collectors.toMap(FactItem::name, Function.identity(), (best, other) -> best));
        List<Sheet.Entry> entries = section.fields().stream()
                // The relation to the head is the register's, and is changed there.
                .filter(field -> !field.fact().name().equals(RELATION))
                .map(field -> entry(draft, field, subject, person, known))
                .toList();
        return new Sheet.Block(who, entries);
    }

    private Sheet.Entry entry(
            Draft draft, Form.Field field, Subject subject, Optional<Person> person, Map<String, FactItem> known) {
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
