package org.weimin.people.internal;

/** 数位: how two numbers differ that should be one. */
final class Digits {
    private Digits() {}

    /** Of equal length, and one digit is another or two neighbours changed places. Equal texts are not apart. */
    static boolean areOneSlipApart(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        int first = -1;
        int differing = 0;
        for (int i = 0; i < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                first = differing == 0 ? i : first;
                differing++;
            }
        }
        return differing == 1
                || (differing == 2
                        && one.charAt(first) == other.charAt(first + 1)
                        && one.charAt(first + 1) == other.charAt(first));
    }
}
