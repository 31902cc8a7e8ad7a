package org.weimin.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.regex.Pattern;

/** A page's form as somebody sends it who confirms what is known and answers the rest by no or the first choice. */
public final class FilledForm {
    private static final Pattern BOX =
            Pattern.compile("<input id=\"f-([^\"]+)\"[^>]*?type=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final Pattern SELECT = Pattern.compile("<select id=\"f-([^\"]+)\".*?</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("value=\"([^\"]+)\" selected|value=\"([^\"]+)\"");

    private FilledForm() {}

    public static String of(String page) {
        var answers = new StringBuilder("x=");
        BOX.matcher(page)
                .results()
                .forEach(
                        box -> add(answers, box.group(1), box.group(3).isEmpty() ? blank(box.group(2)) : box.group(3)));
        SELECT.matcher(page).results().forEach(choice -> add(answers, choice.group(1), chosen(choice.group())));
        return answers.toString();
    }

    private static void add(StringBuilder answers, String name, String value) {
        answers.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static String blank(String type) {
        return type.equals("date") ? "2026-07-01" : "0";
    }

    private static String chosen(String select) {
        return OPTION.matcher(select)
                .results()
                .sorted(Comparator.comparing(option -> option.group(1) == null))
                .map(option -> option.group(1) == null ? option.group(2) : option.group(1))
                .findFirst()
                .orElse("");
    }
}
