package org.weimin.people.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.MergeId;
import org.weimin.kernel.PersonId;
import org.weimin.people.HangingRow;
import org.weimin.people.Merge;
import org.weimin.people.RowWords.Words;

/** Reads the rows that hang on people through the catalogue, and gives one to another person. */
@Repository
public class HangingStore {
    private static final String COLUMNS = """
        SELECT h.of_room || '.' || h.of_table AS of_table, h.of_column, h.person_id, h.row_id, h.recorded_at,
               lower(h.valid) AS valid_from, upper(h.valid) AS valid_until, h.may_be_given
        """;
    private final JdbcClient db;

    HangingStore(JdbcClient db) {
        this.db = db;
    }

    public List<HangingRow> of(List<PersonId> persons, String table, String column) {
        return db.sql(COLUMNS + " FROM people.hanging_rows(:persons::uuid[], NULL, :table, :column) h")
                .param("persons", persons.stream().map(PersonId::toString).toArray(String[]::new))
                .param("table", table)
                .param("column", column)
                .query(HangingStore::row)
                .list();
    }

    /** What a merge itself moved is not of it: it goes back by itself. */
    public List<HangingRow> since(Merge merge) {
        return db.sql(COLUMNS + """
              FROM people.merge m
              CROSS JOIN LATERAL people.hanging_rows(ARRAY[m.survivor_id], m.recorded_at, NULL, NULL) h
             WHERE m.id = :merge AND m.status = 'DONE' AND h.row_id IS NOT NULL AND h.declared <> 'stays'
               AND NOT EXISTS (SELECT FROM people.merge_move v
                                WHERE v.merge_id = m.id AND v.of_room = h.of_room AND v.of_table = h.of_table
                                  AND v.of_column = h.of_column AND v.row_key ->> 'id' = h.row_id::text)
             ORDER BY h.recorded_at DESC, h.row_id
            """)
                .param("merge", merge.id().value())
                .query(HangingStore::row)
                .list();
    }

    /** Says what hinders it; empty where it was given. */
    public String give(MergeId merge, HangingRow row) {
        return db.sql("SELECT people.give_row(:merge, :table, :column, :row)")
                .param("merge", merge.value())
                .param("table", row.column().table())
                .param("column", row.column().name())
                .param("row", row.row().orElseThrow())
                .query(String.class)
                .single();
    }

    /** What rows of this room are called: each query names a key, its words and where it opens. */
    Map<UUID, Words> words(String query, List<UUID> keys) {
        var words = new HashMap<UUID, Words>();
        db.sql(query).param("keys", RollStore.texts(keys)).query(row -> {
            words.put(row.getObject("id", UUID.class), new Words(row.getString("words"), "", row.getString("href")));
        });
        return words;
    }

    private static HangingRow row(ResultSet row, int number) throws SQLException {
        return new HangingRow(
                new HangingRow.Column(
                        row.getString("of_table"), row.getString("of_column"), row.getBoolean("may_be_given")),
                new PersonId(row.getObject("person_id", UUID.class)),
                Optional.ofNullable(row.getObject("row_id", UUID.class)),
                row.getObject("recorded_at", OffsetDateTime.class)
                        .atZoneSameInstant(BusinessClock.ZONE)
                        .toLocalDate(),
                Optional.ofNullable(row.getObject("valid_from", LocalDate.class)),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                Optional.empty());
    }
}
