package org.weimin.demo.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.weimin.demo.internal.Residents.Resident;
import org.weimin.people.Family.Relative;

/** 填空: what stands in braces in a filing of the demo: other residents, numbers, days counted from today. */
final class Blanks {
    private static final Pattern BLANK = Pattern.compile("\\{([a-z]+)([.+-]?)([a-z0-9]*)}");
    private final Map<String, Relative> others = new HashMap<>();
    private final Resident self;
    private final Residents residents;
    private final int number;
    private final LocalDate today;

    Blanks(Resident self, Residents residents, int number, LocalDate today) {
        this.self = self;
        others.put("self", self.person());
        this.residents = residents;
        this.number = number;
        this.today = today;
    }

    Map<String, String> fill(Map<String, String> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> BLANK.matcher(entry.getValue())
                                .replaceAll(blank -> Matcher.quoteReplacement(value(blank)))));
    }

    private String value(MatchResult blank) {
        return switch (blank.group(1)) {
            case "number" -> Integer.toString(number);
            case "day" -> day(blank).toString();
            case "self", "spouse", "woman", "dead" -> of(other(blank.group(1)), blank.group(3));
            default -> throw new IllegalArgumentException(blank.group());
        };
    }

    private LocalDate day(MatchResult blank) {
        int days = Integer.parseInt(blank.group(3));
        return today.plusDays(blank.group(2).equals("-") ? -days : days);
    }

    private Relative other(String role) {
        return others.computeIfAbsent(role, unknown -> switch (unknown) {
            case "spouse" -> self.spouse().person();
            case "woman" -> residents.nextSingleWoman().person();
            default -> residents.nextDeceased();
        });
    }

    private static String of(Relative person, String what) {
        return switch (what) {
            case "name" -> person.name();
            case "identity" -> person.identity().value();
            case "birth" -> person.identity().birth().toString();
            case "died" -> person.diedOn().orElseThrow().toString();
            default -> throw new IllegalArgumentException(what);
        };
    }
}
