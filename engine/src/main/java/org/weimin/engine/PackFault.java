package org.weimin.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weimin.kernel.Refused;

/**
 * 政策包差错: what a pack has wrong, and the file, table, row and column where; what is not known is empty.
 * The row of a file that is no table is its line.
 */
public record PackFault(String file, String table, String row, String column, String code, Text message) {
    private static final Pattern WHERE = Pattern.compile("(?<file>\\S+\\.[a-z]+)?(?::(?<line>\\d+))?\\s*(?<table>.*?)"
            + "(?: row (?<row>\\d+))?(?: (?:column )?(?<column>\\d+|output))?");

    public static PackFault of(Refused refused) {
        boolean placed =
                refused.code().startsWith("engine.pack.") && !refused.details().isEmpty();
        Matcher where = WHERE.matcher(placed ? String.valueOf(refused.details().getFirst()) : "");
        boolean found = where.matches();
        return new PackFault(
                found ? group(where, "file") : "",
                found ? group(where, "table") : "",
                found ? group(where, "line") + group(where, "row") : "",
                found ? group(where, "column") : "",
                refused.code(),
                EngineTexts.of(refused));
    }

    private static String group(Matcher where, String name) {
        String found = where.group(name);
        return found == null ? "" : found.strip();
    }
}
