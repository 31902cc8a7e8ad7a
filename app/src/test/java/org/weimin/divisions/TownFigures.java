package org.weimin.divisions;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.weimin.kernel.DivisionCode;

/** Every figure of every town, {@code figure|label|town}, to be compared. */
final class TownFigures {
    private TownFigures() {}

    /** As the rows stand, whatever is planned. */
    static Map<String, Long> counted(List<PlaceFigure> figures, DivisionCode county) {
        var counted = new TreeMap<String, Long>();
        for (PlaceFigure figure : figures) {
            figure.count()
                    .under(county)
                    .forEach(each -> counted.merge(
                            key(figure, each.label(), each.place().town().value()), each.value(), Long::sum));
        }
        return counted;
    }

    /** As a plan draws them. */
    static Map<String, Long> drawn(List<PlaceFigure> figures, Geography geography, boolean old) {
        var drawn = new TreeMap<String, Long>();
        for (PlaceFigure figure : figures) {
            geography.fold(figure).stream()
                    .filter(cell -> cell.old() == old)
                    .forEach(cell -> drawn.put(key(figure, cell.label(), cell.town()), cell.value()));
        }
        return drawn;
    }

    static Map<String, Long> sums(Map<String, Long> byTown) {
        return byTown.entrySet().stream()
                .collect(Collectors.groupingBy(
                        each -> each.getKey().substring(0, each.getKey().lastIndexOf('|')),
                        Collectors.summingLong(Map.Entry::getValue)));
    }

    static Map<String, Long> paid(Map<String, Long> byTown) {
        return byTown.entrySet().stream()
                .filter(each -> each.getKey().startsWith("ledger.figure.paid|"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String key(PlaceFigure figure, String label, String town) {
        return figure.key() + "|" + label + "|" + town;
    }
}
