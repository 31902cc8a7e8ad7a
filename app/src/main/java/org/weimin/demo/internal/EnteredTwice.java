package org.weimin.demo.internal;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.weimin.access.Role;
import org.weimin.demo.Twice;
import org.weimin.home.Job;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.people.Census;
import org.weimin.people.DuplicateFilter;
import org.weimin.people.DuplicatePair;
import org.weimin.people.DuplicatePair.Confidence;
import org.weimin.people.DuplicatePair.Status;
import org.weimin.people.Duplicates;
import org.weimin.people.Family;
import org.weimin.people.MergePlan;
import org.weimin.people.Merging;
import org.weimin.people.People;
import org.weimin.people.Rehearsal;

/** 重复登记: a dozen residents were entered twice; most of the pairs wait, one has been merged, one ruled out. */
@Component
class EnteredTwice {
    private static final int LEAST_HOUSEHOLDS = 1_000;
    private static final int A_DOZEN = 12;
    private static final String JOB = "duplicates";
    private final Census census;
    private final People people;
    private final Desks desks;
    private final Officials officials;
    private final ObjectProvider<Job> jobs;
    private final BusinessClock clock;

    /** The two front desks that work through pairs. */
    @Component
    record Desks(Duplicates duplicates, Merging merging) {}

    EnteredTwice(
            Census census,
            People people,
            Desks desks,
            Officials officials,
            ObjectProvider<Job> jobs,
            BusinessClock clock) {
        this.census = census;
        this.people = people;
        this.desks = desks;
        this.officials = officials;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Outside any transaction: the comparison is a job, and each step is one official's own. */
    void plant(List<Family> families) {
        if (families.size() < LEAST_HOUSEHOLDS) {
            return;
        }
        var places = families.stream().map(Family::place).distinct().toList();
        var twice = new Twice(families.size(), places);
        List<Family> second = families.stream()
                .filter(family -> !family.place().equals(MainJourney.COMMUNITY))
                .skip(100)
                .limit(A_DOZEN)
                .map(family -> twice.again(family.relatives().getFirst(), family.place(), family.address()))
                .filter(family -> people.byIdentity(
                                family.relatives().getFirst().identity())
                        .isEmpty())
                .toList();
        census.enrol(
                second,
                clock.today()
                        .minusMonths(3)
                        .atTime(LocalTime.NOON)
                        .atZone(BusinessClock.ZONE)
                        .toInstant());
        desks.duplicates().ask(DemoLoad.SONGJIANG);
        jobs.stream()
                .filter(job -> job.name().equals(JOB))
                .forEach(job -> job.work().run());
        Actor.Staff officer = officials.one(Role.COUNTY_OFFICER, DemoLoad.SONGJIANG);
        Acting.as(officer, () -> settle(DemoLoad.SONGJIANG));
    }

    private void settle(DivisionCode county) {
        List<DuplicatePair> open = desks.duplicates().list(everyOpen(county), 1).rows();
        open.stream()
                .map(EnteredTwice::keepingTheFirst)
                .filter(this::mayBeMerged)
                .findFirst()
                .ifPresent(plan -> desks.merging().merge(plan, "本人到窗口出示户口簿和身份证，两条记录是同一人，后一条为补登时重复录入"));
        desks.duplicates().list(everyOpen(county), 1).rows().stream()
                .reduce((one, next) -> next)
                .ifPresent(last -> desks.duplicates().ruleOut(last.id(), "已电话向两人所在居委会核实，是同名同日出生的两个人"));
    }

    private static DuplicateFilter everyOpen(DivisionCode county) {
        return new DuplicateFilter(county, Status.OPEN, Confidence.POSSIBLE);
    }

    private static MergePlan keepingTheFirst(DuplicatePair pair) {
        return new MergePlan(pair.one(), pair.other(), Set.of(), Set.of());
    }

    private boolean mayBeMerged(MergePlan plan) {
        Rehearsal rehearsal = desks.merging().rehearse(plan);
        return rehearsal.isPossible() && !rehearsal.needsSecondPerson();
    }
}
