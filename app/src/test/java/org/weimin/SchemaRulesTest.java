package org.weimin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.weimin.home.Rooms;
import org.weimin.testing.RoomTest;

/** The rules of every table, asked of the live catalogue. Each query answers with the offenders. */
@RoomTest
class SchemaRulesTest {
    /** Every table of a room, and every column of it; what Flyway keeps for itself is not ours. */
    private static final String OURS = """
        WITH ours AS (
            SELECT c.oid, n.nspname AS room, c.relname AS name, c.relrowsecurity, c.relforcerowsecurity, c.relowner
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p') AND n.nspname IN (:rooms)
               AND c.relname <> 'flyway_schema_history'),
        field AS (
            SELECT o.oid, o.room, o.name AS of_table, a.attname AS name, a.attnum,
                       format_type(a.atttypid, a.atttypmod) AS type,
                   col_description(o.oid, a.attnum) AS comment, a.attcollation
              FROM ours o JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped)
        """;

    private static final Pattern TABLE =
            Pattern.compile("\\b(?:FROM|JOIN|INTO|UPDATE|USING|COPY)\\s+([a-z]+)\\.([a-z_]+)");

    @Autowired
    JdbcClient db;

    @Test
    void every_table_with_an_area_shows_its_rows_only_to_those_who_may_see_the_area() {
        assertThat(offenders("""
            SELECT o.room || '.' || o.name FROM ours o JOIN field f ON f.oid = o.oid AND f.name = 'area'
             WHERE NOT o.relrowsecurity OR NOT o.relforcerowsecurity
                OR NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = o.oid)
            """)).isEmpty();
    }

    @Test
    void areas_are_compared_byte_by_byte_so_that_an_index_serves_the_policy() {
        assertThat(offenders("""
            SELECT f.room || '.' || f.of_table FROM field f LEFT JOIN pg_collation c ON c.oid = f.attcollation
             WHERE f.name = 'area' AND (f.type <> 'text' OR c.collname IS DISTINCT FROM 'C')
            """)).isEmpty();
    }

    /** `area` follows by itself; whatever else names a place says in its comment what becomes of it. */
    @Test
    void every_column_that_names_a_division_says_whether_it_follows_a_change_of_divisions() {
        assertThat(offenders("""
            SELECT f.room || '.' || f.of_table || '.' || f.name FROM field f
              JOIN pg_collation c ON c.oid = f.attcollation
             WHERE f.type = 'text' AND c.collname = 'C' AND f.name <> 'area'
               AND f.name ~ '(^|_)(area|town|street|county|place|scope|serves|division|village|community)$'
               AND coalesce(f.comment, '') !~ 'division: (follows|stays|none|town of [a-z_]+)'
            """)).isEmpty();
    }

    @Test
    void every_table_with_personal_data_has_an_area_or_a_policy_of_its_own() {
        assertThat(offenders("""
            SELECT DISTINCT f.room || '.' || f.of_table FROM field f JOIN ours o ON o.oid = f.oid
             WHERE f.comment ~ 'class:[23]' AND NOT o.relforcerowsecurity
               AND f.room <> 'access'
            """)).isEmpty();
    }

    @Test
    void every_row_says_when_it_was_written_or_when_it_was_true_and_known() {
        assertThat(offenders("""
            SELECT o.room || '.' || o.name FROM ours o
             WHERE NOT EXISTS (SELECT FROM field f WHERE f.oid = o.oid AND f.name = 'created_at')
               AND (SELECT count(*) FROM field f WHERE f.oid = o.oid AND f.name IN ('valid', 'known')) < 2
            """)).isEmpty();
    }

    @Test
    void dated_rows_exclude_one_another() {
        assertThat(offenders("""
            SELECT o.room || '.' || o.name FROM ours o JOIN field f ON f.oid = o.oid AND f.name = 'known'
             WHERE EXISTS (SELECT FROM field v WHERE v.oid = o.oid AND v.name = 'valid')
               AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conrelid = o.oid AND c.contype = 'x')
            """)).isEmpty();
    }

    @Test
    void money_is_whole_fen() {
        assertThat(offenders("""
            SELECT f.room || '.' || f.of_table || '.' || f.name || ' ' || f.type FROM field f
             WHERE (f.name LIKE '%\\_fen' AND f.type <> 'bigint')
                OR f.type IN ('real', 'double precision', 'money')
            """)).isEmpty();
    }

    @Test
    void a_status_is_one_of_a_written_list() {
        assertThat(offenders("""
            SELECT f.room || '.' || f.of_table || '.' || f.name FROM field f
             WHERE f.type = 'text' AND f.name ~ '(^|_)(kind|status)$'
               AND f.of_table || '.' || f.name NOT IN ('entry.subject_kind')
               AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conrelid = f.oid AND c.contype = 'c'
                                 AND f.attnum = ANY (c.conkey))
            """)).isEmpty();
    }

    @Test
    void every_column_about_a_person_says_how_sensitive_it_is() {
        assertThat(offenders("""
            SELECT f.room || '.' || f.of_table || '.' || f.name FROM field f
             WHERE f.name ~ ('(^|_)(name|identity|id_number|card|phone|address|birth|health|disability|account)'
                            || '(_on|_index)?$')
               AND f.room IN ('people', 'facts', 'intake', 'casework', 'benefits', 'payments', 'screening', 'portal')
               AND f.type <> 'uuid' AND f.of_table || '.' || f.name NOT IN ('fact.name', 'bank_return.file_name')
               AND coalesce(f.comment, '') !~ 'class:[0123]'
            """)).isEmpty();
    }

    @Test
    void the_application_owns_nothing_and_passes_no_policy_by() {
        assertThat(offenders("""
            SELECT o.room || '.' || o.name FROM ours o WHERE pg_get_userbyid(o.relowner) <> 'weimin_owner'
            UNION ALL
            SELECT rolname FROM pg_roles
                 WHERE rolname IN ('weimin_app', 'weimin_owner') AND (rolbypassrls OR rolsuper)
            """)).isEmpty();
        assertThat(db.sql("SELECT current_user").query(String.class).single()).isEqualTo("weimin_app");
    }

    @Test
    void references_point_only_to_rooms_above() {
        String position = "array_position(ARRAY[:rooms], %s::text)";
        assertThat(offenders("""
            SELECT o.room || '.' || o.name || ' -> ' || t.room FROM pg_constraint c
              JOIN ours o ON o.oid = c.conrelid JOIN ours t ON t.oid = c.confrelid
             WHERE c.contype = 'f' AND %s < %s
            """.formatted(position.formatted("o.room"), position.formatted("t.room"))))
                .isEmpty();
    }

    @Test
    void sql_reads_of_other_rooms_only_the_views_that_they_publish() throws IOException {
        var offenders = new ArrayList<String>();
        for (Path file : sourcesWithSql()) {
            String own = room(file);
            Matcher named = TABLE.matcher(Files.readString(file));
            while (named.find()) {
                boolean foreign = Rooms.IN_ORDER.contains(named.group(1))
                        && !named.group(1).equals(own);
                if (foreign && !named.group(2).startsWith("v_")) {
                    offenders.add(file.getFileName() + " of " + own + ": " + named.group(1) + "." + named.group(2));
                }
            }
        }
        assertThat(offenders).isEmpty();
    }

    private static List<Path> sourcesWithSql() throws IOException {
        var files = new ArrayList<Path>();
        for (String folder : List.of("src/main/java/org/weimin", "src/main/resources/db/migration")) {
            try (var tree = Files.walk(Path.of(folder))) {
                tree.filter(file -> file.toString().matches(".*\\.(java|sql)")).forEach(files::add);
            }
        }
        return files;
    }

    private static String room(Path file) {
        var names = file.toString().split("/(weimin|migration)/")[1].split("/");
        return names[0];
    }

    private List<String> offenders(String rule) {
        return db.sql(OURS + rule)
                .param("rooms", Rooms.IN_ORDER)
                .query(String.class)
                .list();
    }
}
