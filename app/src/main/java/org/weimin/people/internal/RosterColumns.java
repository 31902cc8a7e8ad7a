package org.weimin.people.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weimin.kernel.Refused;
import org.weimin.shell.Workbooks.Cell;

/** 名册列: which column of an uploaded file is which, by its heading; rows above the headings are passed over. */
final class RosterColumns {
    /** 列. */
    enum Column {
        FAMILY("户编号"),
        NAME("姓名"),
        IDENTITY("公民身份号码"),
        RELATION("与户主关系"),
        PLACE("村（社区）"),
        ADDRESS("住址"),
        PHONE("联系电话"),
        BANK("开户银行"),
        CARD("银行卡号");

        final String heading;

        Column(String heading) {
            this.heading = heading;
        }
    }

    private static final Map<String, Column> ALSO = Map.of(
            "身份证号", Column.IDENTITY,
            "身份证号码", Column.IDENTITY,
            "证件号码", Column.IDENTITY,
            "户号", Column.FAMILY,
            "关系", Column.RELATION,
            "村", Column.PLACE,
            "社区", Column.PLACE,
            "手机", Column.PHONE,
            "银行账号", Column.CARD);
    private static final List<Column> NEEDED =
            List.of(Column.FAMILY, Column.NAME, Column.IDENTITY, Column.RELATION, Column.PLACE, Column.ADDRESS);
    private static final int LATEST_HEADING_ROW = 10;
    private final List<String> headings;
    private final Map<Column, Integer> places;

    private RosterColumns(List<String> headings, Map<Column, Integer> places) {
        this.headings = headings;
        this.places = places;
    }

    /** The columns, when this row is the row of headings. */
    static Optional<RosterColumns> find(int row, List<Cell> cells) {
        var places = new java.util.EnumMap<Column, Integer>(Column.class);
        var headings = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            String text = cells.get(i).text().replaceAll("[\\s*＊]", "");
            headings.add(text);
            int at = i;
            named(text).ifPresent(column -> places.putIfAbsent(column, at));
        }
        if (places.keySet().containsAll(NEEDED)) {
            return Optional.of(new RosterColumns(headings, places));
        }
        if (row >= LATEST_HEADING_ROW) {
            throw new Refused(
                    "people.import.headings",
                    String.join(
                            "、", NEEDED.stream().map(column -> column.heading).toList()));
        }
        return Optional.empty();
    }

    private static Optional<Column> named(String text) {
        String plain = text.replace('(', '（').replace(')', '）');
        for (Column column : Column.values()) {
            if (column.heading.equals(plain)) {
                return Optional.of(column);
            }
        }
        return Optional.ofNullable(ALSO.get(plain));
    }

    List<String> headings() {
        return headings;
    }

    Optional<Integer> placeOf(Column column) {
        return Optional.ofNullable(places.get(column));
    }

    /** What the row says in the column; empty when the file has no such column or the row is short. */
    Cell cell(Column column, List<Cell> cells) {
        return placeOf(column)
                .filter(place -> place < cells.size())
                .map(cells::get)
                .orElse(new Cell("", Cell.Kind.EMPTY));
    }
}
