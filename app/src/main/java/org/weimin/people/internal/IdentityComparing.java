package org.weimin.people.internal;

import org.weimin.people.Likeness;

/**
 * 号码比对: how two identity numbers differ. All numbers of the register differ, so this tells a slip of the pen from
 * another person. Birth dates have been compared already; the check digit follows from the rest.
 */
final class IdentityComparing {
    private static final int REGION_UNTIL = 6;
    private static final int BIRTH_UNTIL = 14;
    private static final int ORDER_UNTIL = 17;

    private IdentityComparing() {}

    static Likeness of(String one, String other) {
        String birthOne = one.substring(REGION_UNTIL, BIRTH_UNTIL);
        String birthOther = other.substring(REGION_UNTIL, BIRTH_UNTIL);
        String restOne = rest(one);
        String restOther = rest(other);
        if (birthOne.equals(birthOther) && Digits.areOneSlipApart(restOne, restOther)) {
            return FixedWeights.IDENTITY_SLIP;
        }
        if (birthOne.equals(birthOther) && restOne.substring(REGION_UNTIL).equals(restOther.substring(REGION_UNTIL))) {
            return FixedWeights.IDENTITY_REGION;
        }
        if (restOne.equals(restOther)) {
            return FixedWeights.IDENTITY_BIRTH;
        }
        return FixedWeights.IDENTITY_DIFFERENT;
    }

    private static String rest(String number) {
        return number.substring(0, REGION_UNTIL) + number.substring(BIRTH_UNTIL, ORDER_UNTIL);
    }
}
