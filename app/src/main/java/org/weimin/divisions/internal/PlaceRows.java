package org.weimin.divisions.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.divisions.PlaceList;
import org.weimin.divisions.PlaceList.Named;
import org.weimin.kernel.DivisionCode;
import org.weimin.shell.PageOf;

/** Reads the rows that a room has put in a list, page by page in a steady order. */
@Repository
@Transactional(readOnly = true)
public class PlaceRows {
    private final JdbcClient db;

    PlaceRows(JdbcClient db) {
        this.db = db;
    }

    public PageOf<Named> page(PlaceList list, DivisionCode place, int number, int size) {
        record Row(Named named, long total) {}
        List<Row> rows = db.sql("SELECT x.*, count(*) OVER () AS total FROM (" + list.sql()
                        + ") x ORDER BY x.label, x.detail, x.id LIMIT :size OFFSET :skipped")
                .param("place", place.value())
                .param("size", size)
                .param("skipped", (long) (number - 1) * size)
                .query((row, n) -> new Row(
                        new Named(
                                row.getString("label"),
                                list.words().apply(row.getString("detail")),
                                list.href().isEmpty() ? "" : list.href() + row.getString("id")),
                        row.getLong("total")))
                .list();
        return new PageOf<>(
                rows.stream().map(Row::named).toList(),
                number,
                size,
                rows.isEmpty() ? 0 : rows.getFirst().total());
    }
}
