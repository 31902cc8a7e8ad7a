package org.weimin.people.internal;

/**
 * 权重: how many tenths of a bit an observation weighs: the logarithm of how much more often it is made of two records
 * of one person than of two people. I. P. Fellegi and A. B. Sunter, A Theory for Record Linkage, JASA 64 (1969);
 * weights by how frequent the value is: W. E. Winkler, Frequency-Based Matching in the Fellegi-Sunter Model (1989).
 */
final class Weights {
    /** Of a hundred residents one has been entered twice: what is believed before two records are compared. */
    private static final int ONE_IN_SO_MANY_TWICE = 100;

    private static final int TENTHS = 10;
    private final int residents;

    Weights(int residents) {
        this.residents = Math.max(2, residents);
    }

    /** Before anything is compared: among all pairs there are very few that are one person. */
    int start() {
        return tenths(2.0 / ONE_IN_SO_MANY_TWICE, residents - 1.0);
    }

    /** An agreement in a value that so many residents have: the rarer it is, the more it says. */
    int ofShared(double amongSame, int shared) {
        return tenths(amongSame, Math.max(1.0, shared - 1.0) / residents);
    }

    static int of(double amongSame, double amongOthers) {
        return tenths(amongSame, amongOthers);
    }

    private static int tenths(double amongSame, double amongOthers) {
        return (int) Math.round(TENTHS * Math.log(amongSame / amongOthers) / Math.log(2));
    }
}
