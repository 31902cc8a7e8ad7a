package org.weimin.people.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.people.Hanging;
import org.weimin.people.Household;
import org.weimin.people.Merge;
import org.weimin.people.MergeConcern;
import org.weimin.people.MergeConcern.Said;
import org.weimin.people.MergeConcern.Weight;
import org.weimin.people.MergePlan;
import org.weimin.people.People;
import org.weimin.people.Person;
import org.weimin.people.Rehearsal;
import org.weimin.shell.Texts;

/** 合并审查: what forbids a merge, and what has to be looked at before one. */
@Component
public class MergeCheck {
    private static final Set<String> MONEY = Set.of("benefits", "ledger", "payments");
    private static final String MEMBERSHIP = "people.membership";
    private static final Comparator<Merge> IN_ORDER = Comparator.<Merge, Instant>comparing(
                    merge -> merge.doneAt().orElseThrow())
            .thenComparing(merge -> merge.id().toString());

    private final MergeStore merges;
    private final People people;
    private final ObjectProvider<MergeConcern> concerns;
    private final BusinessClock clock;

    MergeCheck(MergeStore merges, People people, ObjectProvider<MergeConcern> concerns, BusinessClock clock) {
        this.merges = merges;
        this.people = people;
        this.concerns = concerns;
        this.clock = clock;
    }

    /** Two different records, both standing for themselves, about which nothing is proposed. */
    public void mayBegin(MergePlan plan) {
        isStillPossible(plan);
        Stream.of(plan.survivor(), plan.merged())
                .flatMap(person -> merges.of(person).stream())
                .filter(merge -> merge.status() == Merge.Status.PROPOSED)
                .findFirst()
                .ifPresent(merge -> {
                    throw new Refused("people.merge.waiting", merge.proposal().name());
                });
    }

    public void isStillPossible(MergePlan plan) {
        Person survivor = people.person(plan.survivor());
        Person merged = people.person(plan.merged());
        if (plan.survivor().equals(plan.merged())) {
            throw new Refused("people.merge.self", survivor.name());
        }
        Stream.of(survivor, merged)
                .filter(person -> people.survivorOf(person.id()).isPresent())
                .findFirst()
                .ifPresent(gone -> {
                    throw new Refused("people.merge.already", gone.name());
                });
        if (!survivor.diedOn().equals(merged.diedOn())) {
            throw new Refused("people.merge.deaths", dayOf(survivor), dayOf(merged));
        }
    }

    private static String dayOf(Person person) {
        return person.diedOn().map(LocalDate::toString).orElse("—");
    }

    /** What this room and the others have to say. */
    public List<Said> said(MergePlan plan) {
        var said = new ArrayList<Said>();
        headOfOthers(plan).ifPresent(said::add);
        guardians(plan).ifPresent(said::add);
        concerns.orderedStream().forEach(concern -> said.addAll(concern.ask().apply(plan)));
        return said;
    }

    /** Whose membership gives way must not leave others without a head. */
    private Optional<Said> headOfOthers(MergePlan plan) {
        LocalDate today = clock.today();
        PersonId loses = plan.preferred().contains(MEMBERSHIP) ? plan.survivor() : plan.merged();
        PersonId wins = loses.equals(plan.merged()) ? plan.survivor() : plan.merged();
        if (people.householdOf(wins, today).isEmpty()) {
            return Optional.empty();
        }
        return people.householdOf(loses, today)
                .map(id -> people.household(id, today))
                .filter(home -> home.head().equals(loses))
                .filter(home -> home.members().stream()
                        .map(Household.Member::person)
                        .anyMatch(member -> !member.id().equals(loses)))
                .map(home -> new Said(Weight.REFUSED, new Merge.Finding("people.merge.head", List.of(home.address()))));
    }

    private Optional<Said> guardians(MergePlan plan) {
        var all = new HashSet<>(people.guardiansOf(plan.survivor(), clock.today()));
        all.addAll(people.guardiansOf(plan.merged(), clock.today()));
        return all.size() < 2
                ? Optional.empty()
                : Optional.of(new Said(
                        Weight.NOTED,
                        new Merge.Finding("people.merge.guardians", List.of(Integer.toString(all.size())))));
    }

    /** Whether aid, a debt or a payment hangs on the record that goes. */
    public boolean moneyHangs(List<Hanging> hangings) {
        return hangings.stream()
                .filter(hanging -> MONEY.contains(
                        hanging.table().substring(0, hanging.table().indexOf('.'))))
                .anyMatch(hanging -> hanging.onMerged() > 0);
    }

    public void mustBePossible(Rehearsal rehearsal) {
        rehearsal.said().stream()
                .filter(said -> said.weight() == Weight.REFUSED)
                .findFirst()
                .ifPresent(said -> {
                    throw new Refused(
                            said.finding().code(), said.finding().arguments().toArray());
                });
        rehearsal.left().stream()
                .filter(Rehearsal.Clash::settledBefore)
                .findFirst()
                .ifPresent(clash -> {
                    throw new Refused("people.merge.clash", Texts.t("people.hangs." + clash.table()), clash.rows());
                });
    }

    /** What came later has to be taken back first: the last in is the first out. */
    public void isTheLastOf(Merge merge) {
        Stream.of(merge.plan().survivor(), merge.plan().merged())
                .flatMap(person -> merges.of(person).stream())
                .filter(other -> other.status() == Merge.Status.DONE)
                .filter(other -> !other.id().equals(merge.id()))
                .filter(other -> IN_ORDER.compare(other, merge) > 0)
                .findFirst()
                .ifPresent(later -> {
                    throw new Refused("people.merge.later", later.proposal().on());
                });
        people.survivorOf(merge.plan().survivor()).ifPresent(gone -> {
            throw new Refused("people.merge.later", merge.proposal().on());
        });
    }
}
