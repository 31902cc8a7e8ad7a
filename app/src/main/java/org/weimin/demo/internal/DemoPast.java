package org.weimin.demo.internal;

import java.util.ArrayList;
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
 * 往日办件: what the streets were asked for in the weeks before the demo begins, so that what was late and what did not
 * arrive can be counted: most was dealt with in time, some lay too long, some decisions were never handed over.
 */
@Component
class DemoPast {
    private static final MatterId AGED = new MatterId("gaoling-jintie");
    /** Whoever is so old had a right to it then, not only lately. */
    private static final int AGE = 66;

    private static final int KNOWN_FOR_DAYS = 400;
    private static final List<Wave> WAVES = List.of(new Wave(75, 1), new Wave(45, 3));
    private static final int DAYS_TO_DECIDE = 17;
    private final Officials officials;
    private final Facts facts;
    private final DemoIntake intake;
    private final Handling handling;
    private final BusinessDays days;
    private final BusinessClock clock;

    /** So many applications in each town, so many days ago. */
    private record Wave(int daysAgo, int perTown) {}

    /** How it went on. */
    private enum Course {
        IN_TIME,
        NOT_HANDED_OVER,
        LEFT_LYING;

        static Course of(int number) {
            return number % 7 == 1 ? LEFT_LYING : number % 9 == 2 ? NOT_HANDED_OVER : IN_TIME;
        }
    }

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

    /** Outside any transaction. Returns those of the truths that are true no more: the aged who asked after all. */
    List<Truth> tell(List<Truth> truths) {
        Map<DivisionCode, List<Truth>> byTown = truths.stream()
                .filter(truth -> truth.kind() == Truth.Kind.PERSON_ENTITLED_NOT_RECEIVING
                        && truth.matter().equals(AGED)
                        && !truth.family().place().equals(MainJourney.COMMUNITY)
                        && isOldEnough(truth))
                .collect(Collectors.groupingBy(
                        truth -> truth.family().place().town(), LinkedHashMap::new, Collectors.toList()));
        byTown.keySet().removeIf(town -> !officials.workIn(town));
        var asked = new ArrayList<Truth>();
        for (Wave wave : WAVES) {
            List<Truth> some = byTown.values().stream()
                    .flatMap(town -> take(town, wave.perTown()))
                    .toList();
            tell(wave, some, asked.size());
            asked.addAll(some);
        }
        return asked;
    }

    private static Stream<Truth> take(List<Truth> town, int many) {
        List<Truth> first = town.subList(0, Math.min(many, town.size()));
        List<Truth> taken = List.copyOf(first);
        first.clear();
        return taken.stream();
    }

    private void tell(Wave wave, List<Truth> some, int number) {
        var cases = new LinkedHashMap<Truth, CaseFileId>();
        days.ago(wave.daysAgo(), () -> some.forEach(each -> cases.put(each, file(each))));
        days.ago(wave.daysAgo() - DAYS_TO_DECIDE, () -> {
            int which = number;
            for (var each : cases.entrySet()) {
                goOn(each.getKey(), each.getValue(), Course.of(which++));
            }
        });
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

    private void goOn(Truth truth, CaseFileId id, Course course) {
        Set<Status> restsAt = switch (course) {
            case IN_TIME -> Set.of();
            case NOT_HANDED_OVER -> Set.of(Status.ISSUING);
            case LEFT_LYING -> Set.of(Status.ACCEPTING, Status.ASSESSING, Status.FIRST_REVIEW);
        };
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
