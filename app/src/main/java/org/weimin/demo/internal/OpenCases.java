package org.weimin.demo.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.weimin.access.Role;
import org.weimin.access.Staffing;
import org.weimin.casework.Casework;
import org.weimin.casework.RecordVisit;
import org.weimin.divisions.Divisions;
import org.weimin.facts.Facts;
import org.weimin.intake.Ask;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Subject;
import org.weimin.people.Family;

/** 在办的办件: every street has a few cases under way, so that no desk of the demo is empty. */
@Component
class OpenCases {
    private static final int OF_AGE = 18;
    private static final int PER_STREET = 4;
    private static final int ASSESSED = 1;
    private static final int ON_THE_BOARD = 2;

    private final Staffing staffing;
    private final Divisions divisions;
    private final Facts facts;
    private final DemoIntake intake;
    private final Casework casework;
    private final BusinessClock clock;

    OpenCases(
            Staffing staffing,
            Divisions divisions,
            Facts facts,
            DemoIntake intake,
            Casework casework,
            BusinessClock clock) {
        this.staffing = staffing;
        this.divisions = divisions;
        this.facts = facts;
        this.intake = intake;
        this.casework = casework;
        this.clock = clock;
    }

    /** Households that are entitled and receive nothing ask for the allowance; outside any transaction. */
    void open(List<Truth> truths) {
        List<Family> entitled = truths.stream()
                .filter(truth -> truth.kind() == Truth.Kind.ENTITLED_NOT_RECEIVING)
                .map(Truth::family)
                .toList();
        for (Actor.Staff clerk : clerks()) {
            List<Family> own = entitled.stream()
                    .filter(family -> clerk.area().contains(divisions.areaOf(family.place())))
                    .limit(PER_STREET)
                    .toList();
            for (int i = 0; i < own.size(); i++) {
                open(clerk, own.get(i), i);
            }
        }
    }

    /** Papers are complete, and somebody has to go there. */
    void waitForVisit(List<Family> families) {
        List<Actor.Staff> clerks = clerks();
        families.forEach(family -> clerks.stream()
                .filter(clerk -> clerk.area().contains(divisions.areaOf(family.place())))
                .findFirst()
                .ifPresent(clerk -> open(clerk, family, ASSESSED)));
    }

    private void open(Actor.Staff clerk, Family family, int which) {
        CaseFileId id = Acting.as(clerk, () -> file(family));
        if (which == ASSESSED || which == ON_THE_BOARD) {
            Acting.as(clerk, () -> casework.assess(id, "材料齐全，核对结果与申报一致。"));
        }
        if (which == ON_THE_BOARD) {
            Acting.as(clerk, () -> {
                casework.recordVisit(id, visit(clerk, family));
                casework.post(id);
            });
        }
    }

    private CaseFileId file(Family family) {
        family.relatives().stream()
                .filter(person -> !person.identity().birth().plusYears(OF_AGE).isAfter(clock.today()))
                .forEach(person -> facts.consent(family.id(), person.id(), clock.today(), "窗口当面签署"));
        var ask = new Ask(DemoHistory.DIBAO, new Subject.OfHousehold(family.id()));
        return intake.file(ask, family.relatives().getFirst().id());
    }

    private RecordVisit visit(Actor.Staff clerk, Family family) {
        return new RecordVisit(
                clock.today(),
                clerk.name(),
                "社区民政干事",
                family.address(),
                "家庭成员和居住情况与申报一致，生活简朴。",
                family.relatives().getFirst().name(),
                RecordVisit.Finding.AGREES);
    }

    private List<Actor.Staff> clerks() {
        return staffing.seats().stream()
                .filter(seat -> seat.post().role() == Role.STREET_CLERK
                        && !seat.post().title().contains("（"))
                .map(DemoStaff::actor)
                .toList();
    }
}
