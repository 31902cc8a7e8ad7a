package org.weimin.engine;

/** A regular expression of XML Schema and XPath in Java's words; refuses what only Java knows. */
final class XPathPattern {
    private static final String NAME_START = "[:A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D"
        + "\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD]";
    private static final String NAME_PART =
            NAME_START.substring(0, NAME_START.length() - 1) + "\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040]";
    private static final String KNOWN = "nrtdDsSwWpPiIcC\\|.-^?*+{}()[]$";

    private XPathPattern() {}

    /** Without the blanks that the flag x lets a writer put anywhere but between brackets. */
    static String dense(String pattern) {
        var dense = new StringBuilder();
        int classes = 0;
        for (int at = 0; at < pattern.length(); at++) {
            char sign = pattern.charAt(at);
            classes += sign == '[' ? 1 : sign == ']' ? -1 : 0;
            if (classes > 0 || " \t\r\n".indexOf(sign) < 0) {
                dense.append(sign);
            }
        }
        return dense.toString();
    }

    static String inJava(String pattern) {
        var java = new StringBuilder();
        int classes = 0;
        int groups = 0;
        for (int at = 0; at < pattern.length(); at++) {
            char sign = pattern.charAt(at);
            switch (sign) {
                case '\\' -> at = escape(pattern, at, classes > 0 ? 0 : groups, java);
                case '[' -> {
                    java.append('[');
                    classes++;
                }
                case ']' -> {
                    java.append(']');
                    classes--;
                }
                case '-' -> {
                    boolean subtracts = classes > 0 && at + 1 < pattern.length() && pattern.charAt(at + 1) == '[';
                    if (subtracts) {
                        at = subtraction(pattern, at + 1, java);
                    } else {
                        java.append('-');
                    }
                }
                case '(' -> {
                    java.append('(');
                    groups += classes == 0 && !pattern.startsWith("(?", at) ? 1 : 0;
                    boolean special = at + 1 < pattern.length() && pattern.charAt(at + 1) == '?';
                    if (special && classes == 0 && !(at + 2 < pattern.length() && pattern.charAt(at + 2) == ':')) {
                        throw new IllegalArgumentException(pattern);
                    }
                }
                case '&' -> java.append(classes > 0 ? "\\&" : "&");
                default -> java.append(sign);
            }
        }
        return java.toString();
    }

    /** {@code [a-z-[aeiou]]} is {@code [a-z&&[^aeiou]]}. */
    private static int subtraction(String pattern, int open, StringBuilder java) {
        int close = pattern.indexOf(']', open);
        if (close < 0) {
            throw new IllegalArgumentException(pattern);
        }
        String inner = pattern.substring(open + 1, close);
        java.append("&&[")
                .append(inner.startsWith("^") ? inner.substring(1) : "^" + inner)
                .append(']');
        return close;
    }

    private static int escape(String pattern, int at, int groups, StringBuilder java) {
        if (at + 1 == pattern.length()) {
            throw new IllegalArgumentException(pattern);
        }
        char escaped = pattern.charAt(at + 1);
        if (Character.isDigit(escaped)) {
            if (escaped - '0' > groups || escaped == '0') {
                throw new IllegalArgumentException(pattern);
            }
            java.append('\\').append(escaped);
            return at + 1;
        }
        if (KNOWN.indexOf(escaped) < 0) {
            throw new IllegalArgumentException(pattern);
        }
        java.append(
                switch (escaped) {
                    case 'i' -> NAME_START;
                    case 'I' -> "[^" + NAME_START + "]";
                    case 'c' -> NAME_PART;
                    case 'C' -> "[^" + NAME_PART + "]";
                    // a block of Unicode, which Java calls "in" and not "is"
                    case 'p', 'P' -> "\\" + escaped + (pattern.startsWith("{Is", at + 2) ? "{In" : "");
                    default -> "\\" + escaped;
                });
        return pattern.startsWith("{Is", at + 2) && (escaped == 'p' || escaped == 'P') ? at + 4 : at + 1;
    }
}
