package org.weimin.shell.internal;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.weimin.kernel.Refused;

/** Fills {@code {{field}}} in a letter; values are escaped, so that a name can never become markup. */
public final class LetterTemplate {
    private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([A-Za-z]+)\\s*}}");

    private LetterTemplate() {}

    public static String fill(String template, Map<String, String> fields) {
        return FIELD.matcher(template).replaceAll(hit -> {
            String name = hit.group(1);
            String value = Optional.ofNullable(fields.get(name))
                    .orElseThrow(() -> new Refused("shell.letter.unknown-field", name));
            return java.util.regex.Matcher.quoteReplacement(escape(value));
        });
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "<br/>");
    }
}
