package org.weimin.linkage.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Entitlement;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Casework;
import org.weimin.eligibility.Eligibility;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Pack;
import org.weimin.facts.FactItem;
import org.weimin.facts.Facts;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.linkage.internal.RegisterStore.Known;
import org.weimin.linkage.internal.RegisterStore.Living;
import org.weimin.people.Kinship;
import org.weimin.people.People;
import org.weimin.registries.RegisterEntry;
import org.weimin.registries.Registries;

/** 名下: what somebody receives, has asked for and is registered with; looked up once for each subject of an event. */
@Component
class Holdings {
    private final Benefits benefits;
    private final Casework casework;
    private final LookUps lookUps;
    private final RegisterStore registers;
    private final People people;
    private final BusinessClock clock;

    /** The registers of papers, what is known, and the rules. */
    @Component
    record LookUps(Registries registries, Facts facts, Eligibility eligibility) {}

    Holdings(
            Benefits benefits,
            Casework casework,
            LookUps lookUps,
            RegisterStore registers,
            People people,
            BusinessClock clock) {
        this.benefits = benefits;
        this.casework = casework;
        this.lookUps = lookUps;
        this.registers = registers;
        this.people = people;
        this.clock = clock;
    }

    Held lookUp() {
        return new Held();
    }

    /** What was looked up so far, by everything that is worked in one go. */
    final class Held {
        private record Day(Object of, LocalDate on) {}

        private final Map<Day, Optional<HouseholdId>> homes = new HashMap<>();
        private final Map<Day, List<Living>> members = new HashMap<>();
        private final Map<Day, List<Kinship>> kin = new HashMap<>();
        private final Map<Day, Set<String>> facts = new HashMap<>();
        private final Map<PersonId, Optional<Known>> persons = new HashMap<>();
        private final Map<Subject, Map<MatterId, Boolean>> chances = new HashMap<>();
        private final Map<Subject, List<Entitlement>> received = new HashMap<>();
        private final Map<Subject, List<CaseFile>> cases = new HashMap<>();
        private final Map<Subject, List<RegisterEntry>> entries = new HashMap<>();

        private Held() {}

        /** As decisions had it, whatever events have done to it. */
        List<Entitlement> received(Subject subject, MatterId matter) {
            return received.computeIfAbsent(subject, benefits::decidedFor).stream()
                    .filter(each -> each.matter().equals(matter))
                    .toList();
        }

        Optional<CaseFileId> openCase(Subject subject, MatterId matter) {
            return cases.computeIfAbsent(subject, casework::ofSubject).stream()
                    .filter(file -> file.claim().matter().equals(matter))
                    .filter(file -> !file.status().isClosed() && file.decision().isEmpty())
                    .map(CaseFile::id)
                    .findFirst();
        }

        boolean isRegistered(Subject subject, MatterId matter) {
            return entries.computeIfAbsent(subject, lookUps.registries()::of).stream()
                    .anyMatch(entry ->
                            entry.origin().matter().equals(matter) && entry.status() == RegisterEntry.Status.IN_FORCE);
        }

        /** 身份、服务: found or given without a monthly amount, on the day before it counts. */
        boolean isRecognised(Subject subject, MatterId matter, LocalDate from) {
            return facts.computeIfAbsent(
                            new Day(subject, from),
                            day -> lookUps.facts().of(subject, from.minusDays(1)).stream()
                                    .filter(fact -> fact.value().equals("true"))
                                    .map(FactItem::name)
                                    .collect(Collectors.toSet()))
                    .contains(matter.receivedFact());
        }

        Optional<HouseholdId> homeOf(PersonId person, LocalDate on) {
            return homes.computeIfAbsent(new Day(person, on), day -> registers.householdOf(person, on));
        }

        List<Living> membersOf(HouseholdId home, LocalDate on) {
            return members.computeIfAbsent(new Day(home, on), day -> registers.members(home, on));
        }

        List<Kinship> kinOf(PersonId person, LocalDate on) {
            return kin.computeIfAbsent(new Day(person, on), day -> people.kinOf(person, on));
        }

        Optional<Known> person(PersonId person) {
            return persons.computeIfAbsent(person, registers::person);
        }

        boolean lives(PersonId person) {
            return person(person).filter(known -> known.diedOn().isEmpty()).isPresent();
        }

        /** The rules do not say no by what is known today. */
        boolean mayBeEntitled(Subject subject, Pack pack) {
            boolean suits = switch (subject) {
                case Subject.OfPerson ignored -> pack.matter().judgesPersons();
                case Subject.OfHousehold ignored -> pack.matter().unit() == Pack.Unit.HOUSEHOLD;
                case Subject.OfOrganisation ignored -> pack.matter().unit() == Pack.Unit.ORGANISATION;
            };
            return suits
                    && chances.computeIfAbsent(subject, any -> new HashMap<>())
                            .computeIfAbsent(
                                    pack.id(),
                                    matter -> pack.isInForce(clock.today()) && isNotRefused(subject, matter));
        }

        private boolean isNotRefused(Subject subject, MatterId matter) {
            var answer = lookUps.eligibility().determine(matter, subject, clock.today());
            return !(answer.outcome() instanceof Outcome.NotEntitled);
        }
    }
}
