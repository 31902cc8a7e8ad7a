package org.weimin.facts.internal;

import java.math.BigDecimal;
import java.util.Optional;

/** Whether two texts say the same, and by how much two numbers differ. */
public final class Alike {
    private Alike() {}

    static boolean same(String one, String other) {
        return one.strip().equals(other.strip())
                || difference(one, other).filter(gap -> gap.signum() == 0).isPresent();
    }

    /** The second less the first; empty when one of them is no number. */
    public static Optional<BigDecimal> difference(String one, String other) {
        try {
            return Optional.of(new BigDecimal(other.strip()).subtract(new BigDecimal(one.strip())));
        } catch (NumberFormatException words) {
            return Optional.empty();
        }
    }
}
