package org.weimin.people.web;

import static org.weimin.shell.Texts.t;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.weimin.people.DuplicatePair;
import org.weimin.people.DuplicatePair.Confidence;
import org.weimin.people.DuplicateRun;
import org.weimin.people.Likeness;

/** 相似理由的文字: what a score and its reasons are called. */
final class LikenessWords {
    private static final int SHORT = 3;
    private static final Set<String> NOT_A_REASON = Set.of("start", "sex");

    private LikenessWords() {}

    static String of(Likeness likeness) {
        return t("people.likeness." + likeness.code(), likeness.shared());
    }

    /** With its sign: +12.4 or −5.1. */
    static String points(Likeness likeness) {
        return points(likeness.points());
    }

    static String points(BigDecimal points) {
        return (points.signum() < 0 ? "−" : "+") + points.abs().toPlainString();
    }

    static String confidence(Confidence confidence) {
        return t("people.duplicates.confidence." + confidence);
    }

    static String badge(Confidence confidence) {
        return switch (confidence) {
            case SURE -> "bad";
            case LIKELY -> "warn";
            case POSSIBLE -> "info";
        };
    }

    /** The three reasons that speak loudest for it. */
    static String shortly(DuplicatePair pair) {
        return pair.reasons().stream()
                .filter(reason -> reason.tenths() > 0 && !NOT_A_REASON.contains(reason.field()))
                .sorted(Comparator.comparingInt(Likeness::tenths).reversed())
                .limit(SHORT)
                .map(reason -> t("people.likeness.short." + reason.code()))
                .collect(Collectors.joining(t("people.likeness.and")));
    }

    static List<DuplicatesView.Weight> definition(List<DuplicateRun.Learnt> learnt) {
        return learnt.stream()
                .map(each -> new DuplicatesView.Weight(
                        t("people.likeness.short." + each.code()),
                        each.percent().signum() == 0 ? "" : each.percent() + "%",
                        each.byValue() ? t("people.likeness.by-frequency") : points(each.points())))
                .toList();
    }
}
