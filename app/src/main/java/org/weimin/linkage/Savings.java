package org.weimin.linkage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.WorkCalendar;
import org.weimin.linkage.Integration.Done;
import org.weimin.linkage.internal.IntegrationStore.Cell;
import org.weimin.linkage.internal.IntegrationStore.Pair;
import org.weimin.linkage.internal.IntegrationStore.Saving;

/**
 * 节省测算: what the effects that were done have saved. Days are measured where the matter publishes a limit: from the day
 * on which it was done to the last on which the office might have done it; elsewhere they are the table's estimate.
 */
final class Savings {
    private final List<Saving> done;
    private final Map<MatterId, Integer> limits;
    private final WorkCalendar calendar;

    Savings(List<Saving> done, Map<MatterId, Integer> limits, WorkCalendar calendar) {
        this.done = done;
        this.limits = limits;
        this.calendar = calendar;
    }

    Map<Cell, Gain> byCell() {
        var found = new HashMap<Cell, Gain>();
        done.forEach(each -> found.merge(new Cell(each.event().kind(), each.matter()), gain(each), Gain::plus));
        return found;
    }

    /**
     * What was saved because one event was told once and served two lines: without the tie the family would have come
     * to one of them anyhow, so of the two the smaller saving counts.
     */
    Map<Pair, Gain> byPair(Map<MatterId, String> lineOfMatter) {
        var ofEvents = new HashMap<EventId, TreeMap<String, Gain>>();
        done.forEach(each -> {
            String line = lineOfMatter.get(each.matter());
            if (line != null) {
                ofEvents.computeIfAbsent(each.event().id(), event -> new TreeMap<>())
                        .merge(line, gain(each), Savings::ofOneLine);
            }
        });
        var found = new HashMap<Pair, Gain>();
        ofEvents.values()
                .forEach(lines -> lines.forEach((one, gain) -> lines.tailMap(one, false)
                        .forEach((other, second) ->
                                found.merge(Pair.of(one, other), smaller(gain, second), Gain::plus))));
        return found;
    }

    private Gain gain(Saving each) {
        return measured(each.matter(), each.event().toldOn(), each.doneOn(), each.estimate());
    }

    Done measured(Done each) {
        return each.with(measured(each.matter(), each.toldOn(), each.doneOn(), each.gain()));
    }

    private Gain measured(MatterId matter, LocalDate toldOn, LocalDate doneOn, Gain estimate) {
        Integer limit = limits.get(matter);
        if (limit == null) {
            return estimate;
        }
        LocalDate due = calendar.plusWorkdays(toldOn, limit).on();
        long ahead = Math.max(0, ChronoUnit.DAYS.between(doneOn, due));
        return new Gain(1, estimate.visits(), estimate.papers(), ahead, 1, 0);
    }

    /** Several matters of one line are waited for at the same time. */
    private static Gain ofOneLine(Gain one, Gain other) {
        return new Gain(
                1,
                one.visits() + other.visits(),
                one.papers() + other.papers(),
                Math.max(one.days(), other.days()),
                Math.min(one.measured(), other.measured()),
                0);
    }

    private static Gain smaller(Gain one, Gain other) {
        return new Gain(
                1,
                Math.min(one.visits(), other.visits()),
                Math.min(one.papers(), other.papers()),
                Math.min(one.days(), other.days()),
                Math.min(one.measured(), other.measured()),
                0);
    }
}
