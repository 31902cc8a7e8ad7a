package org.weimin.demo.internal;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.weimin.access.Role;
import org.weimin.benefits.Award;
import org.weimin.benefits.Entitlement;
import org.weimin.casework.Casework;
import org.weimin.casework.PastDecision;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.StaffId;
import org.weimin.kernel.Subject;
import org.weimin.people.Family;

/** 档案: who decided, before this system, what the demo county's households have received since. */
@Component
class DemoArchive {
    private static final MatterId URGENT = new MatterId("linshi-jiuzhu");
    private static final int FIRST_HOUR = 9;
    private static final int OFFICE_HOURS = 8;
    private static final int MINUTES = 60;
    private final Casework casework;
    private final Officials officials;

    DemoArchive(Casework casework, Officials officials) {
        this.casework = casework;
        this.officials = officials;
    }

    /** On some day of the month before the first payment, in office hours. */
    void asUsual(List<Award> awards) {
        var chance = new Chance(awards.size());
        casework.takeOver(awards.stream()
                .map(each -> {
                    Entitlement award = each.entitlement();
                    LocalDateTime moment = award.from()
                            .minusMonths(1)
                            .atDay(chance.between(3, 26))
                            .atTime(FIRST_HOUR, 0)
                            .plusMinutes(chance.between(0, OFFICE_HOURS * MINUTES - 1));
                    var three = officials.of(award.matter(), award.area());
                    return decision(
                            award, three.examiner().id(), three.decider().id(), moment);
                })
                .toList());
    }

    /** By the leader of the street, so many minutes after that moment. */
    void decided(Award award, LocalDateTime from, long minutes) {
        Actor.Staff leader =
                officials.one(Role.STREET_LEADER, award.entitlement().area().town());
        Actor.Staff clerk =
                officials.one(Role.STREET_CLERK, award.entitlement().area().town());
        casework.takeOver(List.of(decision(award.entitlement(), clerk.id(), leader.id(), from.plusMinutes(minutes))));
    }

    /** Examined by that clerk. */
    void decided(Award award, LocalDateTime at, StaffId examiner) {
        Actor.Staff leader =
                officials.one(Role.STREET_LEADER, award.entitlement().area().town());
        casework.takeOver(List.of(decision(award.entitlement(), examiner, leader.id(), at)));
    }

    /** Relief that could not wait for the morning. */
    void urgent(List<Family> inNeed, LocalDateTime at) {
        casework.takeOver(inNeed.stream()
                .map(family -> new PastDecision(
                        CaseFileId.next(),
                        URGENT,
                        new Subject.OfHousehold(family.id()),
                        officials.one(Role.STREET_CLERK, family.place().town()).id(),
                        officials.one(Role.STREET_LEADER, family.place().town()).id(),
                        at.atZone(BusinessClock.ZONE).toInstant(),
                        family.place()))
                .toList());
    }

    private static PastDecision decision(Entitlement award, StaffId examiner, StaffId decider, LocalDateTime at) {
        return new PastDecision(
                award.decidedBy(),
                award.matter(),
                award.subject(),
                examiner,
                decider,
                at.atZone(BusinessClock.ZONE).toInstant(),
                award.area());
    }
}
