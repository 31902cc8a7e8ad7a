package org.weimin.engine;

/** Texts as FEEL writes them, in quotes and with escapes. */
final class FeelText {
    private FeelText() {}

    static String unquoted(String literal) {
        String text = literal.substring(1, literal.length() - 1);
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var plain = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            char sign = text.charAt(at);
            if (sign != '\\') {
                plain.append(sign);
                at++;
                continue;
            }
            char escaped = text.charAt(at + 1);
            int digits = escaped == 'u' ? 4 : escaped == 'U' ? 6 : 0;
            if (digits > 0 && hexadecimal(text, at + 2, digits)) {
                plain.appendCodePoint(Integer.parseInt(text, at + 2, at + 2 + digits, 16));
                at += 2 + digits;
            } else {
                plain.append(one(escaped));
                at += 2;
            }
        }
        return plain.toString();
    }

    private static String one(char escaped) {
        return switch (escaped) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case '"', '\'', '\\' -> String.valueOf(escaped);
            default -> "\\" + escaped;
        };
    }

    private static boolean hexadecimal(String text, int from, int digits) {
        return from + digits <= text.length()
                && text.substring(from, from + digits).chars().allMatch(sign -> Character.digit(sign, 16) >= 0)
                && Integer.parseInt(text, from, from + digits, 16) <= Character.MAX_CODE_POINT;
    }
}
