package org.weimin.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 区划代码: 2 digits a province, 4 a prefecture, 6 a county, 9 a town or street, 12 a village or community
 * (GB/T 2260 and its statistical extension). The parent is the prefix, and the empty code is the whole country.
 */
public record DivisionCode(String value) implements Comparable<DivisionCode> {
    private static final Pattern SHAPE = Pattern.compile("|\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}");
    public static final DivisionCode COUNTRY = new DivisionCode("");

    public DivisionCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a division code: " + value);
        }
    }

    public Optional<DivisionCode> parent() {
        return switch (value.length()) {
            case 0 -> Optional.empty();
            case 2 -> Optional.of(COUNTRY);
            case 4 -> Optional.of(prefix(2));
            case 6 -> Optional.of(prefix(4));
            case 9 -> Optional.of(prefix(6));
            default -> Optional.of(prefix(9));
        };
    }

    public DivisionCode county() {
        return value.length() <= 6 ? this : prefix(6);
    }

    public DivisionCode town() {
        return value.length() <= 9 ? this : prefix(9);
    }

    public boolean contains(DivisionCode other) {
        return other.value.startsWith(value);
    }

    /** The first text after every code below this one, so that a subtree is {@code from <= area < areaUntil}. */
    public String areaUntil() {
        if (value.isEmpty()) {
            return "~";
        }
        int last = value.length() - 1;
        return value.substring(0, last) + (char) (value.charAt(last) + 1);
    }

    private DivisionCode prefix(int digits) {
        return new DivisionCode(value.substring(0, digits));
    }

    @Override
    public int compareTo(DivisionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
