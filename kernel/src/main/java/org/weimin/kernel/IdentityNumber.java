package org.weimin.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** 公民身份号码 (GB 11643-1999): 18 characters with a real birth date and a right check digit, or it cannot exist. */
public record IdentityNumber(String value) {
    private static final Pattern SHAPE = Pattern.compile("\\d{17}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    public IdentityNumber {
        Optional<String> fault = faultOf(value);
        if (fault.isPresent()) {
            throw new Refused("kernel.identity-number." + fault.get(), masked(value));
        }
    }

    /** Normalises what people type: full-width digits, spaces and a small x. */
    public static IdentityNumber of(String typed) {
        return new IdentityNumber(normalised(typed));
    }

    public static String normalised(String typed) {
        var text = new StringBuilder();
        typed.strip().codePoints().forEach(c -> {
            if (c >= '０' && c <= '９') {
                text.append((char) (c - '０' + '0'));
            } else if (c == 'x' || c == 'ｘ' || c == 'Ｘ') {
                text.append('X');
            } else if (!Character.isWhitespace(c)) {
                text.appendCodePoint(c);
            }
        });
        return text.toString();
    }

    /** What is wrong with it: {@code shape}, {@code birth} or {@code check}; empty when it is right. */
    public static Optional<String> faultOf(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.of("shape");
        }
        if (birthIn(text).isEmpty()) {
            return Optional.of("birth");
        }
        return checkOf(text.substring(0, 17)) == text.charAt(17) ? Optional.empty() : Optional.of("check");
    }

    /** The check character of the first seventeen digits. */
    public static char checkOf(String seventeen) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (seventeen.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11);
    }

    public LocalDate birth() {
        return birthIn(value).orElseThrow();
    }

    public boolean isMale() {
        return (value.charAt(16) - '0') % 2 == 1;
    }

    /** Numbers that begin with 99 belong to nobody: they exist only in demo and test homes. */
    public boolean isSynthetic() {
        return value.startsWith("99");
    }

    public String lastFour() {
        return value.substring(14);
    }

    /** 310117********0021: what staff see before they reveal it with a reason. */
    public String masked() {
        return masked(value);
    }

    private static String masked(String text) {
        return text.length() < 10
                ? "*".repeat(text.length())
                : text.substring(0, 6) + "*".repeat(text.length() - 10) + text.substring(text.length() - 4);
    }

    private static Optional<LocalDate> birthIn(String text) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(text.substring(6, 10)),
                    Integer.parseInt(text.substring(10, 12)),
                    Integer.parseInt(text.substring(12, 14))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Never the number itself: records are printed into logs. */
    @Override
    public String toString() {
        return masked();
    }
}
