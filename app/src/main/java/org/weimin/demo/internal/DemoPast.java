package org.weimin.demo.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.HandOver;
import org.weimin.facts.Facts;
import org.weimin.facts.RecordFact;
import org.weimin.home.BusinessDays;
import org.weimin.intake.Ask;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Period;
import org.weimin.kernel.Subject;

/**
 * 往日办件: what the streets were asked for in the weeks before the demo begins, so that what was late can be counted: most
 * is dealt with in time, some has been lying too long. Decided is today, when the list of offices is known.
 */
@Component
class DemoPast {
    private static final MatterId AGED = new MatterId("gaoling-jintie");
    /** Whoever is so old had a right to it then, not only lately. */
    private static final int AGE = 66;

    private static final int KNOWN_FOR_DAYS = 400;
    private static final int FILED_DAYS_AGO = 20;
    private static final int REVIEWED_DAYS_AGO = 10;
    private static final int LEFT_LYING_DAYS_AGO = 45;
    private static final int IN_TIME_PER_TOWN = 3;
    private final Officials officials;
    private final Facts facts;
    private final DemoIntake intake;
    private final Handling handling;
    private final BusinessDays days;
    private final BusinessClock clock;

    DemoPast(
            Officials officials,
            Facts facts,
            DemoIntake intake,
            Handling handling,
            BusinessDays days,
            BusinessClock clock) {
        this.officials = officials;
        this.facts = facts;
        this.intake = intake;
        this.handling = handling;
        this.days = days;
        this.clock = clock;
    }

    /** Outside any transaction. Returns those of the truths that are true no more: the aged who have it now. */
    List<Truth> tell(List<Truth> truths) {
        Map<DivisionCode, List<Truth>> byTown = truths.stream()
                .filter(truth -> truth.kind() == Truth.Kind.PERSON_ENTITLED_NOT_RECEIVING
                        && truth.matter().equals(AGED)
                        && !truth.family().place().equals(MainJourney.COMMUNITY)
                        && isOldEnough(truth))
                .collect(Collectors.groupingBy(
                        truth -> truth.family().place().town(), LinkedHashMap::new, Collectors.toList()));
        byTown.keySet().removeIf(town -> !officials.workIn(town));
        List<Truth> lying = byTown.values().stream()
                .filter(town -> town.size() % 2 == 0)
                .flatMap(town -> take(town, 1))
                .toList();
        List<Truth> inTime = byTown.values().stream()
                .flatMap(town -> take(town, IN_TIME_PER_TOWN))
                .toList();
        days.ago(LEFT_LYING_DAYS_AGO, () -> lying.forEach(this::file));
        var cases = new LinkedHashMap<Truth, CaseFileId>();
        days.ago(FILED_DAYS_AGO, () -> inTime.forEach(each -> cases.put(each, file(each))));
        days.ago(
                REVIEWED_DAYS_AGO,
                () -> cases.forEach((each, id) -> carry(each, id, Set.of(Status.AWAITING_DECISION))));
        cases.forEach((each, id) -> carry(each, id, Set.of()));
        return inTime;
    }

    private static Stream<Truth> take(List<Truth> town, int many) {
        List<Truth> first = town.subList(0, Math.min(many, town.size()));
        List<Truth> taken = List.copyOf(first);
        first.clear();
        return taken.stream();
    }

    private CaseFileId file(Truth truth) {
        var person = truth.person().orElseThrow();
        var subject = new Subject.OfPerson(person);
        facts.record(new RecordFact(
                subject,
                "localHukou",
                "true",
                Period.since(clock.today().minusDays(KNOWN_FOR_DAYS)),
                "CHECKED",
                "户口簿原件"));
        return Acting.as(three(truth).examiner(), () -> intake.file(new Ask(AGED, subject), person));
    }

    private void carry(Truth truth, CaseFileId id, Set<Status> restsAt) {
        handling.carry(id, three(truth), new HandOver(clock.today(), truth.name()), restsAt);
    }

    private Officials.Three three(Truth truth) {
        return officials.of(AGED, truth.family().place());
    }

    private boolean isOldEnough(Truth truth) {
        return truth.family().relatives().stream()
                .filter(person -> truth.person().filter(person.id()::equals).isPresent())
                .noneMatch(person -> person.identity().birth().plusYears(AGE).isAfter(clock.today()));
    }
}
