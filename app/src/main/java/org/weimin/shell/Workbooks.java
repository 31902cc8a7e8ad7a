package org.weimin.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.weimin.kernel.Money;
import org.weimin.shell.internal.SheetReader;

/**
 * 表格: writes lists as workbooks and reads workbooks and CSV files row by row. Text is always a text cell, so that no
 * identity number loses digits and nothing that somebody typed becomes a formula.
 */
public final class Workbooks {
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int FLUSH_EVERY = 1_000;
    private static final String BAD = "FBD5D5";

    private Workbooks() {}

    /**
     * 列: one column of a list.
     *
     * @param widthCharacters as wide as so many digits
     */
    public record Column<T>(String heading, int widthCharacters, Function<T, @Nullable Object> value) {}

    /** 单元格: what a cell said, and whether it was text, a number or a formula. */
    public record Cell(String text, Kind kind) {
        /** How the file kept it. */
        public enum Kind {
            TEXT,
            NUMBER,
            FORMULA,
            EMPTY
        }
    }

    /** Takes the rows of a file one by one; row numbers are those that the user sees. */
    @FunctionalInterface
    public interface RowConsumer {
        void row(int number, List<Cell> cells);
    }

    /** Header frozen, filters on. Money is written in yuan with two decimals, dates as dates, all else as text. */
    public static <T> void write(OutputStream out, String sheetName, List<Column<T>> columns, Iterable<T> rows) {
        write(out, sheetName, columns, rows, row -> Set.of());
    }

    /** The same with some cells of a row in red, by the number of their column. */
    public static <T> void write(
            OutputStream out,
            String sheetName,
            List<Column<T>> columns,
            Iterable<T> rows,
            Function<T, Set<Integer>> red) {
        try (var workbook = new Workbook(out, "Weimin", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(sheetName);
            header(sheet, columns);
            int number = 1;
            for (T row : rows) {
                for (int column = 0; column < columns.size(); column++) {
                    put(sheet, number, column, columns.get(column).value().apply(row));
                }
                for (int column : red.apply(row)) {
                    sheet.style(number, column).fillColor(BAD).set();
                }
                if (number++ % FLUSH_EVERY == 0) {
                    sheet.flush();
                }
            }
            sheet.setAutoFilter(0, 0, Math.max(0, columns.size() - 1));
            sheet.finish();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads the first sheet of an .xlsx file, or a .csv file in UTF-8 or GBK, by what it contains. */
    public static void read(Path file, String fileName, RowConsumer consumer) {
        SheetReader.read(file, fileName, consumer);
    }

    private static <T> void header(Worksheet sheet, List<Column<T>> columns) {
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, columns.get(column).widthCharacters());
            sheet.inlineString(0, column, columns.get(column).heading());
            sheet.style(0, column).bold().fillColor("E4F0F5").set();
        }
        sheet.freezePane(0, 1);
    }

    private static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Money money -> {
                sheet.value(row, column, money.toYuan());
                sheet.style(row, column).format("#,##0.00").set();
            }
            case BigDecimal number -> sheet.value(row, column, number);
            case Integer number -> sheet.value(row, column, number);
            case Long number -> sheet.value(row, column, number);
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            default -> {
                String text = value.toString();
                if (!text.isEmpty()) {
                    sheet.inlineString(row, column, text);
                    sheet.style(row, column).format("@").set();
                }
            }
        }
    }
}
