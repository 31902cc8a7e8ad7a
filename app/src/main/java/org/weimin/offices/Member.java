package org.weimin.offices;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.OrgUnitId;
import org.weimin.kernel.Period;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;

/**
 * 在册人员: one person of an office, for as long as nothing about the work changes. What contradicts itself cannot be
 * written down.
 *
 * @param staff the account with which the person signs in, where there is one
 */
public record Member(
        UUID id,
        OrgUnitId office,
        DivisionCode area,
        Optional<StaffId> staff,
        Who who,
        Training training,
        Terms terms,
        Period term) {
    /** Younger or older is a slip of the pen, not an official. */
    private static final int YOUNGEST = 18;

    private static final int OLDEST = 75;
    private static final int CHILD = 16;

    /** 学历: the highest that was finished. */
    public enum Education {
        SECONDARY,
        COLLEGE,
        BACHELOR,
        MASTER
    }

    /** 社会工作者职业资格: assistant social worker, social worker, senior social worker. */
    public enum Qualification {
        NONE,
        ASSISTANT,
        SOCIAL_WORKER,
        SENIOR
    }

    public record Who(String name, LocalDate birthOn) {
        private static final int LONGEST = 50;

        public Who {
            name = name.strip();
            if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST) {
                throw new Refused("offices.member.name", LONGEST);
            }
        }
    }

    /** 学历与资格. */
    public record Training(Education education, Qualification qualification, Optional<LocalDate> qualifiedOn) {
        public Training {
            if ((qualification == Qualification.NONE) == qualifiedOn.isPresent()) {
                throw new Refused("offices.member.qualified-when");
            }
        }
    }

    /**
     * 任用: on the establishment or on contract, only for civil affairs or among other tasks, since when in this line.
     *
     * @param fullTime 专职: more hours for civil affairs than for everything else
     */
    public record Terms(boolean established, boolean fullTime, int civilHours, int otherHours, LocalDate servingSince) {
        private static final int HOURS_OF_A_WEEK = 168;

        public Terms {
            if (civilHours < 1 || otherHours < 0 || civilHours + otherHours > HOURS_OF_A_WEEK) {
                throw new Refused("offices.member.hours", civilHours, otherHours, HOURS_OF_A_WEEK);
            }
            if (fullTime && civilHours <= otherHours) {
                throw new Refused("offices.member.full-time", civilHours, otherHours);
            }
        }
    }

    public Member {
        int age = ageOn(who, term.from());
        if (age < YOUNGEST || age > OLDEST) {
            throw new Refused("offices.member.age", who.name(), age, YOUNGEST, OLDEST);
        }
        LocalDate grown = who.birthOn().plusYears(CHILD);
        if (training.qualifiedOn().filter(grown::isAfter).isPresent()) {
            throw new Refused(
                    "offices.member.qualified-child",
                    training.qualifiedOn().orElseThrow().toString(),
                    CHILD);
        }
        if (terms.servingSince().isBefore(grown) || terms.servingSince().isAfter(term.from())) {
            throw new Refused(
                    "offices.member.since",
                    terms.servingSince().toString(),
                    term.from().toString());
        }
    }

    public int ageOn(LocalDate day) {
        return ageOn(who, day);
    }

    public boolean hasCollege() {
        return training.education() != Education.SECONDARY;
    }

    public boolean isQualified() {
        return training.qualification() != Qualification.NONE;
    }

    /** Whether nothing but the time from which it is known differs. */
    public boolean saysTheSameAs(Member other) {
        return office.equals(other.office)
                && staff.equals(other.staff)
                && who.equals(other.who)
                && training.equals(other.training)
                && terms.equals(other.terms)
                && term.equals(other.term);
    }

    private static int ageOn(Who who, LocalDate day) {
        return who.birthOn().until(day).getYears();
    }
}
