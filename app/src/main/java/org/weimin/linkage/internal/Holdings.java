package org.weimin.linkage.internal;

import java.time.LocalDate;
import java.time.YearMonth;
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
import org.weimin.engine.LinkCell;
import org.weimin.engine.Pack;
import org.weimin.facts.FactItem;
import org.weimin.facts.Facts;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Subject;
import org.weimin.linkage.LinkedEvent;
import org.weimin.registries.RegisterEntry;
import org.weimin.registries.Registries;

/** 名下: what somebody receives, has asked for and is registered with; looked up once for each subject of an event. */
@Component
class Holdings {
    private static final int AT_ONCE = 50;
    private final Benefits benefits;
    private final Casework casework;
    private final LookUps lookUps;
    private final BusinessClock clock;

    /** The registers of papers, what is known, and the rules. */
    @Component
    record LookUps(Registries registries, Facts facts, Eligibility eligibility) {}

    Holdings(Benefits benefits, Casework casework, LookUps lookUps, BusinessClock clock) {
        this.benefits = benefits;
        this.casework = casework;
        this.lookUps = lookUps;
        this.clock = clock;
    }

    Held lookUp() {
        return new Held();
    }

    /** Who receives the matter in the event's place from the month on that it counts, the next few. */
    List<Entitlement> next(LinkedEvent event, LinkCell cell, EntitlementId after) {
        YearMonth from = YearMonth.from(cell.from().on(event.happenedOn()));
        return benefits.holders(cell.matter(), event.area(), from, after, AT_ONCE);
    }

    /** What was looked up so far, by everything that is worked in one go. */
    final class Held {
        private record Day(Subject of, LocalDate on) {}

        private final Map<Day, Set<String>> facts = new HashMap<>();
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
