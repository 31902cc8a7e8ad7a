package org.weimin.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.weimin.home.Rooms;
import org.weimin.shell.Texts;
import org.weimin.testing.RoomTest;

/** A new column that holds a person says what a merge of two records does with it, before anybody merges. */
@RoomTest
class PersonColumnsTest {
    @Autowired
    JdbcClient db;

    @Test
    void every_column_that_holds_a_person_says_what_a_merge_does_with_it() {
        List<String> undeclared =
                db.sql("""
                    SELECT of_room || '.' || of_table || '.' || of_column FROM people.person_columns()
                     WHERE declared IS NULL
                        OR declared NOT IN ('follows', 'follows with its area', 'follows or refuses', 'stays')
                    """).query((row, number) -> row.getString(1)).list();
        assertThat(undeclared).isEmpty();
        List<String> suspicious = db.sql("""
            SELECT table_schema || '.' || table_name || '.' || column_name FROM information_schema.columns c
             WHERE table_schema IN (:rooms) AND data_type = 'uuid'
               AND column_name ~ ('^(person|payee|holder|applicant|guardian|ward|relative|head|subject|party|resident)'
                                  || '_id$')
               AND NOT EXISTS (SELECT FROM people.person_columns() p
                                WHERE p.of_room = c.table_schema AND p.of_table = c.table_name
                                  AND p.of_column = c.column_name)
               AND EXISTS (SELECT FROM pg_class k JOIN pg_namespace n ON n.oid = k.relnamespace
                            WHERE n.nspname = c.table_schema AND k.relname = c.table_name AND k.relkind = 'r')
               AND table_schema <> 'audit'
            """)
                .param("rooms", Rooms.IN_ORDER)
                .query((row, number) -> row.getString(1))
                .list();
        assertThat(suspicious).as("columns that look like a person").isEmpty();
        List<String> tables = db.sql("SELECT DISTINCT of_room || '.' || of_table FROM people.person_columns()")
                .query((row, number) -> row.getString(1))
                .list();
        assertThat(tables).allMatch(table -> Texts.has("people.hangs." + table));
    }
}
