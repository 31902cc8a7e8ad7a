package org.weimin.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.weimin.engine.Text;
import org.weimin.facts.internal.Alike;
import org.weimin.facts.internal.CheckCatalogue;
import org.weimin.facts.internal.FactWords;
import org.weimin.shell.Texts;

/** How checks are read on every page: the state of a request, the two sides of a difference. */
public final class CheckWords {
    private CheckWords() {}

    public static String in(Text text) {
        return CheckCatalogue.in(text);
    }

    public static String state(CheckRequest request, LocalDate today) {
        if (request.isLateOn(today)) {
            return Texts.t(
                    "facts.check.late",
                    request.dates().dueOn().datesUntil(today).count());
        }
        return Texts.t("facts.check.status." + (request.hasExpiredOn(today) ? "EXPIRED" : request.status()));
    }

    public static String tone(CheckRequest request, LocalDate today) {
        if (isTrouble(request, today)) {
            return "bad";
        }
        return switch (request.status()) {
            case ANSWERED -> "ok";
            case PARTIAL, UNKNOWN -> "warn";
            default -> "info";
        };
    }

    /** Somebody has to do something about it. */
    public static boolean isTrouble(CheckRequest request, LocalDate today) {
        return request.status() == CheckRequest.Status.FAILED || request.isLateOn(today) || request.hasExpiredOn(today);
    }

    /** Why it failed, what is missing, by when it is due, or under which number it was answered. */
    public static String detail(CheckRequest request, LocalDate today) {
        return switch (request.status()) {
            case FAILED -> failure(request.failure());
            case PARTIAL -> Texts.t("facts.check.missing", titles(request.failure()));
            case ANSWERED ->
                Texts.t(
                        "facts.check.answered",
                        Texts.date(request.dates().answeredOn().orElse(today)),
                        request.reference());
            default -> Texts.t("facts.check.due", Texts.date(request.dates().dueOn()));
        };
    }

    private static String titles(String names) {
        return Arrays.stream(names.split(",", -1)).map(FactWords::title).collect(Collectors.joining("、"));
    }

    /** The reason in few words; a code of another room is told in general. */
    public static String failure(String code) {
        String key = "facts.failure." + code.replaceFirst("^facts\\.answer\\.", "");
        return Texts.t(Texts.has(key) ? key : "facts.failure.garbled");
    }

    public static String field(CheckConflict conflict) {
        return FactWords.title(conflict.name());
    }

    public static String declared(CheckConflict conflict) {
        boolean day = conflict.declared().source().equals("DEATH");
        return day
                ? conflict.declared().value()
                : FactWords.shown(conflict.name(), conflict.declared().value());
    }

    public static String found(CheckConflict conflict) {
        return FactWords.shown(conflict.name(), conflict.found().value());
    }

    /** What was found less what was declared; empty when these are no numbers. */
    public static Optional<BigDecimal> difference(CheckConflict conflict) {
        return Alike.difference(conflict.declared().value(), conflict.found().value());
    }
}
