package org.weimin.kernel;

import java.util.regex.Pattern;

/** 银行账号: 16 to 19 digits with a right Luhn digit. */
public record BankCard(String value) {
    private static final Pattern SHAPE = Pattern.compile("\\d{16,19}");

    public BankCard {
        if (!SHAPE.matcher(value).matches()) {
            throw new Refused("kernel.bank-card.shape");
        }
        if (!hasRightCheckDigit(value)) {
            throw new Refused("kernel.bank-card.check");
        }
    }

    public static BankCard of(String typed) {
        return new BankCard(typed.replaceAll("\\s", ""));
    }

    private static boolean hasRightCheckDigit(String digits) {
        int sum = 0;
        boolean twice = false;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            if (twice) {
                digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            }
            sum += digit;
            twice = !twice;
        }
        return sum % 10 == 0;
    }

    public String lastFour() {
        return value.substring(value.length() - 4);
    }

    public String masked() {
        return "**** " + lastFour();
    }

    /** Never the number itself: records are printed into logs. */
    @Override
    public String toString() {
        return masked();
    }
}
