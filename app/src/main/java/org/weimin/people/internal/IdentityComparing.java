package org.weimin.people.internal;

/**
 * 号码比对: how two identity numbers differ. All numbers of the register differ, so this tells a slip of the pen from
 * another person. Birth dates have been compared already; the check digit follows from the rest.
 */
final class IdentityComparing {
    private static final int REGION_UNTIL = 6;
    private static final int BIRTH_UNTIL = 14;
    private static final int ORDER_UNTIL = 17;

    private IdentityComparing() {}

    static Level of(String one, String other) {
        String restOne = rest(one);
        String restOther = rest(other);
        if (!birth(one).equals(birth(other))) {
            return restOne.equals(restOther) ? Level.NUMBER_BIRTH : Level.NUMBER_OTHER;
        }
        if (Digits.areOneSlipApart(restOne, restOther)) {
            return Level.NUMBER_SLIP;
        }
        return restOne.substring(REGION_UNTIL).equals(restOther.substring(REGION_UNTIL))
                ? Level.NUMBER_REGION
                : Level.NUMBER_DIFFERENT;
    }

    private static String birth(String number) {
        return number.substring(REGION_UNTIL, BIRTH_UNTIL);
    }

    private static String rest(String number) {
        return number.substring(0, REGION_UNTIL) + number.substring(BIRTH_UNTIL, ORDER_UNTIL);
    }
}
