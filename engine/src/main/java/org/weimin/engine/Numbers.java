package org.weimin.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How numbers are written: amounts with two decimals and grouping, anything else without idle zeros. */
final class Numbers {
    private Numbers() {}

    static String plain(BigDecimal number, Type type) {
        boolean wholeFen = number.stripTrailingZeros().scale() <= 2;
        return type.equals(Type.MONEY) && wholeFen
                ? String.format(java.util.Locale.ROOT, "%,.2f", number.setScale(2, RoundingMode.UNNECESSARY))
                : plain(number);
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
