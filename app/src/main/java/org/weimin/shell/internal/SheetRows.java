package org.weimin.shell.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.weimin.kernel.Refused;
import org.weimin.shell.Workbooks.Cell;
import org.weimin.shell.Workbooks.RowConsumer;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** One sheet's XML as rows of cells; says how each was kept, because a number in a text's place has lost digits. */
final class SheetRows extends DefaultHandler {
    private static final Cell NOTHING = new Cell("", Cell.Kind.EMPTY);
    private static final int MOST_COLUMNS = 100;
    /** As large as a cell can hold; a longer exponent would unfold into a text without end. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,20}(\\.\\d{1,20})?([eE][+-]?\\d{1,2})?");

    private final SharedStrings strings;
    private final RowConsumer consumer;
    private final List<Cell> cells = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int row;
    private int rows;
    private int column;
    private String type = "";
    private boolean formula;
    private boolean collecting;
    private boolean phonetic;

    SheetRows(SharedStrings strings, RowConsumer consumer) {
        this.strings = strings;
        this.consumer = consumer;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
        switch (local) {
            case "row" -> startRow(attributes.getValue("r"));
            case "c" -> startCell(attributes.getValue("r"), attributes.getValue("t"));
            case "v", "t" -> collecting = !phonetic;
            case "f" -> formula = true;
            case "rPh" -> phonetic = true;
            default -> {}
        }
    }

    private void startRow(@org.jspecify.annotations.Nullable String number) {
        row = number == null ? row + 1 : Integer.parseInt(number);
        cells.clear();
        column = -1;
    }

    private void startCell(
            @org.jspecify.annotations.Nullable String reference, @org.jspecify.annotations.Nullable String kind) {
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        type = kind == null ? "n" : kind;
        formula = false;
        text.setLength(0);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (collecting) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String local, String name) {
        switch (local) {
            case "v", "t" -> collecting = false;
            case "rPh" -> phonetic = false;
            case "c" -> endCell();
            case "row" -> endRow();
            default -> {}
        }
    }

    private void endCell() {
        if (column < 0 || column >= MOST_COLUMNS) {
            return;
        }
        while (cells.size() <= column) {
            cells.add(NOTHING);
        }
        String value = value();
        cells.set(column, new Cell(value, kind(value)));
    }

    private String value() {
        String said = text.toString();
        return switch (said.isBlank() ? "" : type) {
            case "s" -> shared(Integer.parseInt(said));
            case "n" -> plain(said.strip());
            default -> said;
        };
    }

    private String shared(int number) {
        try {
            return strings.getItemAt(number).getString();
        } catch (IllegalStateException missing) {
            throw new Refused("shell.workbook.unreadable");
        }
    }

    /** Programs write 3.10117E11 where a person saw 310117000000. */
    private static String plain(String said) {
        if (!NUMBER.matcher(said).matches()) {
            return said;
        }
        return new BigDecimal(said).stripTrailingZeros().toPlainString();
    }

    /** A cell that shows an error is one whose formula went wrong. */
    private Cell.Kind kind(String value) {
        if (formula || type.equals("e")) {
            return Cell.Kind.FORMULA;
        }
        if (value.isBlank()) {
            return Cell.Kind.EMPTY;
        }
        return type.equals("n") ? Cell.Kind.NUMBER : Cell.Kind.TEXT;
    }

    /** Empty rows are no rows: people delete the contents of a line and leave the line. */
    private void endRow() {
        if (cells.stream().allMatch(cell -> cell.kind() == Cell.Kind.EMPTY)) {
            return;
        }
        if (++rows > SheetReader.MOST_ROWS) {
            throw new Refused("shell.workbook.too-many-rows", SheetReader.MOST_ROWS);
        }
        consumer.row(row, List.copyOf(cells));
    }
}
