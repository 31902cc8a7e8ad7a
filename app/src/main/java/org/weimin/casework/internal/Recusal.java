package org.weimin.casework.internal;

import org.springframework.stereotype.Component;
import org.weimin.access.Staffing;
import org.weimin.casework.CaseFile;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;
import org.weimin.people.People;

/** 回避: members of the household and their kin take no step in its case, nor whoever made what a case corrects. */
@Component
public class Recusal {
    private final People people;
    private final Staffing staffing;
    private final Claimants claimants;
    private final Limits limits;
    private final CaseFileStore files;

    Recusal(People people, Staffing staffing, Claimants claimants, Limits limits, CaseFileStore files) {
        this.people = people;
        this.staffing = staffing;
        this.claimants = claimants;
        this.limits = limits;
        this.files = files;
    }

    /** The signed-in official, who is not kin to the household. */
    Actor.Staff impartialStaff(CaseFile file) {
        Actor.Staff staff = Acting.staff();
        if (hasDecidedBefore(staff.id(), file)) {
            throw new Refused("casework.recuse.own-decision");
        }
        if (isRelated(staff.id(), file)) {
            throw new Refused("casework.recuse.related");
        }
        return staff;
    }

    /** The impartial official of the office that handles such cases. */
    Actor.Staff handler(CaseFile file) {
        Actor.Staff staff = impartialStaff(file);
        if (!limits.isHandledAt(file.claim(), staff.area())) {
            throw new Refused("casework.handle.window");
        }
        return staff;
    }

    public boolean isPartial(Actor.Staff staff, CaseFile file) {
        return isPartial(staff.id(), file);
    }

    boolean isPartial(StaffId staff, CaseFile file) {
        return hasDecidedBefore(staff, file) || isRelated(staff, file);
    }

    /** Nobody looks again at what the same person examined or decided. */
    private boolean hasDecidedBefore(StaffId staff, CaseFile file) {
        return file.standing()
                .corrects()
                .map(files::get)
                .filter(decided -> decided.hands().took(staff)
                        || decided.decision()
                                .filter(made -> made.decidedBy().equals(staff))
                                .isPresent())
                .isPresent();
    }

    private boolean isRelated(StaffId staff, CaseFile file) {
        return staffing.staffPerson(staff)
                .filter(own -> claimants.party(file.claim()).people().stream()
                        .anyMatch(member -> people.areRelated(own, member.id())))
                .isPresent();
    }
}
