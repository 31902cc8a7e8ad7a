package org.weimin.facts.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.weimin.engine.CheckItem;
import org.weimin.facts.CheckConflict.Said;
import org.weimin.facts.CheckRequest;
import org.weimin.facts.internal.AnswerStore.Value;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Period;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.Household;
import org.weimin.people.People;

/** 比对: what agrees with what we were told becomes a checked fact at once; what differs waits for a person. */
@Component
class Comparing {
    private final AnswerStore answers;
    private final ConflictStore conflicts;
    private final CheckStore requests;
    private final CheckedFacts facts;
    private final CheckCatalogue catalogue;
    private final Members members;

    /** Who belongs to the household that is checked, today. */
    @Component
    record Members(People people, BusinessClock clock) {
        Set<PersonId> of(CheckRequest request) {
            return request.of()
                    .household()
                    .map(id -> people.household(id, clock.today()).members().stream()
                            .map(Household.Member::person)
                            .map(person -> person.id())
                            .collect(Collectors.toSet()))
                    .orElse(Set.of());
        }
    }

    Comparing(
            AnswerStore answers,
            ConflictStore conflicts,
            CheckStore requests,
            CheckedFacts facts,
            CheckCatalogue catalogue,
            Members members) {
        this.answers = answers;
        this.conflicts = conflicts;
        this.requests = requests;
        this.facts = facts;
        this.catalogue = catalogue;
        this.members = members;
    }

    /** Returns how many differences this answer leaves to settle. */
    int compare(CheckRequest request, UUID answer, List<Value> values) {
        int differences = 0;
        for (CheckItem.Answer asked : request.item().answers()) {
            String name = CheckCatalogue.recordedAs(asked.fact());
            List<Value> found =
                    values.stream().filter(value -> value.name().equals(name)).toList();
            if (found.isEmpty()) {
                continue;
            }
            boolean agrees = asked.summed()
                    ? total(request, asked)
                            .map(sum -> agree(request, answer, household(request), List.of(sum)))
                            .orElse(true)
                    : agree(request, answer, new Subject.OfPerson(request.of().person()), found);
            differences += agrees ? 0 : 1;
        }
        return differences;
    }

    /** Two answers of one bureau: the first stands until a person says which is right. */
    int contradict(CheckRequest request, List<Value> first, UUID answer, List<Value> second) {
        int differences = 0;
        var subject = new Subject.OfPerson(request.of().person());
        for (CheckItem.Answer asked : request.item().answers()) {
            String name = CheckCatalogue.recordedAs(asked.fact());
            Optional<Value> before = last(first, name);
            Optional<Value> now = last(second, name);
            if (before.isPresent()
                    && now.isPresent()
                    && !Alike.same(before.get().value(), now.get().value())) {
                var said = new Said(
                        before.get().value(), "CHECKED", before.get().valid().from());
                open(request, answer, subject, said, now.get());
                differences++;
            }
        }
        return differences;
    }

    private static Optional<Value> last(List<Value> values, String name) {
        return values.stream().filter(value -> value.name().equals(name)).reduce((earlier, later) -> later);
    }

    private boolean agree(CheckRequest request, UUID answer, Subject subject, List<Value> found) {
        for (Value value : found) {
            Optional<Said> other = facts.contradictedBy(subject, value).or(() -> afterDeath(subject, value));
            if (other.isPresent()) {
                open(request, answer, subject, other.get(), value);
                return false;
            }
        }
        String reference = answers.believed(request.id())
                .map(kept -> kept.arrival().reference())
                .orElse("");
        found.forEach(value -> facts.record(request, subject, value, reference));
        conflicts.moot(request.of().caseFile(), subject, found.getFirst().name());
        return true;
    }

    /** Nobody draws income after death: one of two registers is wrong, or somebody else draws it. */
    private Optional<Said> afterDeath(Subject subject, Value value) {
        boolean income = org.weimin.facts.Income.ofItem(value.name()).isPresent()
                && Alike.difference("0", value.value())
                        .filter(sum -> sum.signum() > 0)
                        .isPresent();
        return income
                ? facts.diedOn(subject)
                        .filter(day -> value.valid().until().map(day::isBefore).orElse(true))
                        .map(day -> new Said(day.toString(), "DEATH", day))
                : Optional.empty();
    }

    private void open(CheckRequest request, UUID answer, Subject subject, Said declared, Value found) {
        conflicts.open(
                request,
                answer,
                new ConflictStore.Found(
                        subject,
                        found.name(),
                        declared,
                        found.value(),
                        found.valid().from()));
    }

    /** What the household has in all, once every register that adds to it has answered for every member asked about. */
    Optional<Value> total(CheckRequest request, CheckItem.Answer asked) {
        List<String> items =
                catalogue.adding(asked.fact()).stream().map(CheckItem::id).toList();
        Set<PersonId> household = members.of(request);
        Set<PersonId> persons = requests.ofCase(request.of().caseFile()).stream()
                .filter(each -> items.contains(each.item().id()))
                .map(each -> each.of().person())
                .filter(household::contains)
                .collect(Collectors.toSet());
        String name = asked.fact().name();
        List<String> found = answers.found(request.of().caseFile(), persons, name);
        if (persons.isEmpty() || found.size() < persons.size() * items.size()) {
            return Optional.empty();
        }
        BigDecimal sum = found.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        LocalDate from = request.dates().askedOn();
        return Optional.of(new Value(name, sum.toPlainString(), Period.since(from)));
    }

    static Subject household(CheckRequest request) {
        return new Subject.OfHousehold(request.of().household().orElseThrow());
    }
}
