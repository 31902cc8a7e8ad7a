package org.weimin.divisions.web;

import static org.weimin.shell.Texts.t;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.weimin.divisions.Geography;
import org.weimin.divisions.Geography.Cell;
import org.weimin.divisions.PlaceFigure;
import org.weimin.divisions.Plan;
import org.weimin.kernel.Money;

/** What the page of figures prints: one figure, by the old towns and by the new ones. */
public record FiguresView(
        String plan,
        String title,
        List<Tab> tabs,
        String figure,
        List<String> labels,
        List<Table> tables,
        boolean same) {
    private static final int MOST_LABELS = 12;

    public record Tab(String key, String label, boolean chosen) {}

    /** One geography: a row for each town, and the sum under each column. */
    public record Table(String title, List<Line> lines, List<String> totals) {}

    public record Line(String code, String name, List<String> values) {}

    static FiguresView of(Plan plan, List<PlaceFigure> all, PlaceFigure chosen, Geography geography) {
        List<Cell> cells = geography.fold(chosen);
        List<String> labels =
                cells.stream().map(Cell::label).distinct().sorted().toList();
        List<String> shown = labels.subList(Math.max(0, labels.size() - MOST_LABELS), labels.size());
        var old = table(geography, cells, true, shown, chosen.isMoney());
        var now = table(geography, cells, false, shown, chosen.isMoney());
        return new FiguresView(
                plan.id().toString(),
                plan.purpose().title(),
                all.stream()
                        .map(each ->
                                new Tab(each.key(), t(each.key()), each.key().equals(chosen.key())))
                        .toList(),
                t(chosen.key()),
                shown,
                List.of(old, now),
                old.totals().equals(now.totals()));
    }

    static String name(Geography geography, Cell cell) {
        return cell.town().equals(Geography.UNDIVIDED) ? t("divisions.figures.undivided") : geography.nameOf(cell);
    }

    private static Table table(
            Geography geography, List<Cell> cells, boolean old, List<String> labels, boolean isMoney) {
        var byTown = new TreeMap<String, Map<String, Long>>();
        var names = new TreeMap<String, String>();
        cells.stream().filter(cell -> cell.old() == old).forEach(cell -> {
            names.put(cell.town(), name(geography, cell));
            byTown.computeIfAbsent(cell.town(), code -> new TreeMap<>()).put(cell.label(), cell.value());
        });
        List<Line> lines = new TreeSet<>(names.keySet())
                .stream()
                        .map(code -> new Line(
                                code,
                                names.getOrDefault(code, ""),
                                labels.stream()
                                        .map(label -> shown(
                                                byTown.getOrDefault(code, Map.of())
                                                        .getOrDefault(label, 0L),
                                                isMoney))
                                        .toList()))
                        .toList();
        List<String> totals = labels.stream()
                .map(label -> shown(
                        byTown.values().stream()
                                .mapToLong(values -> values.getOrDefault(label, 0L))
                                .sum(),
                        isMoney))
                .toList();
        return new Table(t(old ? "divisions.figures.old" : "divisions.figures.new"), lines, totals);
    }

    private static String shown(long value, boolean isMoney) {
        return isMoney ? new Money(value).grouped() : "%,d".formatted(value);
    }
}
