package org.weimin.screening.internal;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.weimin.screening.Finding.Kind;

/** 计数: how many subjects of one area and one matter came out how, and for how much. */
final class Tally {
    private final Map<Kind, Map<String, Count>> counts = new EnumMap<>(Kind.class);

    /** One line of the count. */
    static final class Count {
        int subjects;
        long amountFen;
        long receivedFen;
    }

    /** Takes a line. */
    @FunctionalInterface
    interface Lines {
        void line(Kind kind, String reason, Count count);
    }

    void add(Kind kind, String reason, long amountFen, long receivedFen) {
        var count = counts.computeIfAbsent(kind, ignored -> new HashMap<>())
                .computeIfAbsent(reason, ignored -> new Count());
        count.subjects++;
        count.amountFen += amountFen;
        count.receivedFen += Math.max(0, receivedFen);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    void forEach(Lines lines) {
        counts.forEach((kind, byReason) -> byReason.forEach((reason, count) -> lines.line(kind, reason, count)));
    }
}
