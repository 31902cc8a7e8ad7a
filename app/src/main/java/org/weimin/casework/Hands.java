package org.weimin.casework;

import java.util.HashSet;
import java.util.Set;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;

/**
 * 经办人: who took part in a case, and in which part of it. To examine, to give a first opinion and to decide check one
 * another: nobody takes two of them in one case, however often it is sent back.
 */
public record Hands(Set<StaffId> examined, Set<StaffId> reviewed) {
    public static final Hands NONE = new Hands(Set.of(), Set.of());

    public Hands {
        examined = Set.copyOf(examined);
        reviewed = Set.copyOf(reviewed);
    }

    Hands examining(StaffId staff) {
        if (reviewed.contains(staff)) {
            throw new Refused("casework.review.same-person");
        }
        return new Hands(with(examined, staff), reviewed);
    }

    Hands reviewing(StaffId staff) {
        if (examined.contains(staff)) {
            throw new Refused("casework.review.same-person");
        }
        return new Hands(examined, with(reviewed, staff));
    }

    public boolean took(StaffId staff) {
        return examined.contains(staff) || reviewed.contains(staff);
    }

    void demandMayDecide(StaffId staff) {
        if (took(staff)) {
            throw new Refused("casework.decide.same-person");
        }
    }

    private static Set<StaffId> with(Set<StaffId> before, StaffId staff) {
        var all = new HashSet<>(before);
        all.add(staff);
        return all;
    }
}
