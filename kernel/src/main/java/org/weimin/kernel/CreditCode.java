package org.weimin.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/** 统一社会信用代码: eighteen characters of an organisation, with a right check character (GB 32100). */
public record CreditCode(String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    public CreditCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new Refused("kernel.credit-code.shape");
        }
        if (check(value) != value.charAt(WEIGHTS.length)) {
            throw new Refused("kernel.credit-code.check");
        }
    }

    public static CreditCode of(String typed) {
        return new CreditCode(typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
    }

    private static char check(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        int size = ALPHABET.length();
        return ALPHABET.charAt((size - sum % size) % size);
    }

    @Override
    public String toString() {
        return value;
    }
}
