package org.weimin.offices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.weimin.kernel.MatterId;

/**
 * 事项权数: how much a case of a matter weighs here: its mean days from opening to closing over the mean of all cases.
 *
 * @param matter empty for all matters together
 * @param days of all those cases together
 */
public record Weight(Optional<MatterId> matter, long cases, BigDecimal days, BigDecimal points) {
    /** Of fewer closed cases no duration is known, and a case weighs one. */
    public static final int FEWEST = 5;

    public static Weight of(MatterId matter, long cases, BigDecimal days, BigDecimal meanOfAll) {
        return new Weight(
                Optional.of(matter),
                cases,
                days,
                cases < FEWEST || meanOfAll.signum() == 0
                        ? BigDecimal.ONE
                        : mean(cases, days).divide(meanOfAll, 2, RoundingMode.HALF_UP));
    }

    public BigDecimal meanDays() {
        return mean(cases, days);
    }

    public static BigDecimal mean(long cases, BigDecimal days) {
        return cases == 0 ? BigDecimal.ZERO : days.divide(new BigDecimal(cases), 1, RoundingMode.HALF_UP);
    }
}
