package org.weimin.offices.internal;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weimin.kernel.Refused;
import org.weimin.offices.SheetReport;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Cell;

/** An uploaded table by its headings, which may stand below a title; each cell is asked for as what it should be. */
public final class Table {
    private static final int LATEST_HEADING_ROW = 10;
    private static final LocalDate FIRST_SERIAL_DAY = LocalDate.of(1899, 12, 30);
    private static final Pattern SERIAL = Pattern.compile("\\d{5}");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2})日?");
    private final List<String> headings = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private Table() {}

    /** The first row that has all these headings begins the table; a file without one is refused. */
    public static Table read(Path file, String fileName, List<List<String>> kinds) {
        var table = new Table();
        Workbooks.read(file, fileName, (number, cells) -> table.add(number, cells, kinds));
        if (table.headings.isEmpty()) {
            throw refused(kinds);
        }
        if (table.rows.isEmpty()) {
            throw new Refused("offices.sheet.empty");
        }
        return table;
    }

    private void add(int number, List<Cell> cells, List<List<String>> kinds) {
        if (!headings.isEmpty()) {
            rows.add(new Row(number, headings, cells.stream().map(Cell::text).toList()));
            return;
        }
        List<String> words = cells.stream()
                .map(cell -> cell.text().replaceAll("[\\s*＊]", ""))
                .toList();
        if (kinds.stream().anyMatch(words::containsAll)) {
            headings.addAll(words);
        } else if (number >= LATEST_HEADING_ROW) {
            throw refused(kinds);
        }
    }

    private static Refused refused(List<List<String>> kinds) {
        return new Refused(
                "offices.sheet.headings", String.join("、", kinds.getFirst()), String.join("、", kinds.getLast()));
    }

    public List<String> headings() {
        return List.copyOf(headings);
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** One row below the headings. */
    public record Row(int number, List<String> headings, List<String> cells) {
        public String text(String heading) {
            return find(heading).orElseThrow(() -> new Refused("offices.sheet.missing", heading));
        }

        public Optional<String> find(String heading) {
            int column = headings.indexOf(heading);
            return column < 0 || column >= cells.size()
                    ? Optional.empty()
                    : Optional.of(cells.get(column).strip()).filter(said -> !said.isEmpty());
        }

        public LocalDate day(String heading) {
            return findDay(heading).orElseThrow(() -> new Refused("offices.sheet.missing", heading));
        }

        public Optional<LocalDate> findDay(String heading) {
            return find(heading).map(said -> day(heading, said));
        }

        /** As people write it, or as a workbook counts it. */
        private static LocalDate day(String heading, String said) {
            if (SERIAL.matcher(said).matches()) {
                return FIRST_SERIAL_DAY.plusDays(Long.parseLong(said));
            }
            Matcher parts = DAY.matcher(said);
            try {
                if (parts.matches()) {
                    return LocalDate.of(
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3)));
                }
            } catch (DateTimeException noSuchDay) {
                throw new Refused("offices.sheet.day", heading, said);
            }
            throw new Refused("offices.sheet.day", heading, said);
        }

        public int count(String heading) {
            return findCount(heading).orElseThrow(() -> new Refused("offices.sheet.missing", heading));
        }

        public Optional<Integer> findCount(String heading) {
            return find(heading).map(said -> {
                if (!said.matches("-?\\d{1,6}")) {
                    throw new Refused("offices.sheet.number", heading, said);
                }
                return Integer.parseInt(said);
            });
        }

        public BigDecimal number(String heading) {
            String said = text(heading);
            if (!said.matches("-?\\d{1,6}(\\.\\d{1,2})?")) {
                throw new Refused("offices.sheet.number", heading, said);
            }
            return new BigDecimal(said);
        }

        /** One of the words that may stand in this column. */
        public <T> T word(String heading, Map<String, T> words) {
            String said = text(heading);
            return Optional.ofNullable(words.get(said))
                    .orElseThrow(
                            () -> new Refused("offices.sheet.word", heading, said, String.join("、", words.keySet())));
        }

        SheetReport.Line line() {
            return new SheetReport.Line(number, cells);
        }
    }
}
