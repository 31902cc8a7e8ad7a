package org.weimin.offices;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 载入结果: what came of an uploaded table. With one fault nothing of it was written.
 *
 * @param changed rows that said something new
 * @param same rows that were known already
 */
public record SheetReport(List<String> headings, List<Line> lines, List<Fault> faults, int changed, int same) {
    public SheetReport {
        headings = List.copyOf(headings);
        lines = List.copyOf(lines);
        faults = List.copyOf(faults);
    }

    /** One row as it was uploaded, by the number that the user sees. */
    public record Line(int number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** One reason why a row is refused: the key of its text, and the cell it speaks of. */
    public record Fault(int row, String heading, String code, List<Object> details) {
        public Fault {
            details = List.copyOf(details);
        }
    }

    public boolean isLoaded() {
        return faults.isEmpty();
    }

    public List<Fault> faultsOf(Line line) {
        return faults.stream().filter(fault -> fault.row() == line.number()).toList();
    }

    /** The cells of a row that are wrong, by the number of their column. */
    public Set<Integer> wrongCells(Line line) {
        return faultsOf(line).stream()
                .map(fault -> headings.indexOf(fault.heading()))
                .filter(column -> column >= 0)
                .collect(Collectors.toUnmodifiableSet());
    }
}
