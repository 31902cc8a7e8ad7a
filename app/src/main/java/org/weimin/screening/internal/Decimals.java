package org.weimin.screening.internal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** 十进制: reads {@code 1234.50} as a whole of a given scale. */
final class Decimals {
    private static final int MOST_DIGITS = 18;

    private Decimals() {}

    /** Digits that the scale has no room for throw, as they do in money. */
    static long scaled(byte[] text, int from, int until, int scale) {
        long value = 0;
        int decimals = -1;
        boolean negative = from < until && text[from] == '-';
        for (int at = negative ? from + 1 : from; at < until; at++) {
            int digit = text[at] - '0';
            if (text[at] == '.' && decimals < 0) {
                decimals = 0;
            } else if (digit < 0 || digit > 9 || until - from > MOST_DIGITS || decimals == scale) {
                return exactly(text, from, until, scale);
            } else {
                value = value * 10 + digit;
                decimals += decimals < 0 ? 0 : 1;
            }
        }
        for (int missing = Math.max(0, decimals); missing < scale; missing++) {
            value = Math.multiplyExact(value, 10L);
        }
        return negative ? -value : value;
    }

    private static long exactly(byte[] text, int from, int until, int scale) {
        return new BigDecimal(new String(text, from, until - from, StandardCharsets.UTF_8).strip())
                .movePointRight(scale)
                .longValueExact();
    }
}
