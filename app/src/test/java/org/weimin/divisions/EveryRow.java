package org.weimin.divisions;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.context.ApplicationContext;
import org.weimin.divisions.internal.DivisionsLoad;
import org.weimin.home.Home;
import org.weimin.home.Rooms;
import org.weimin.home.internal.Superuser;
import org.weimin.testing.TestClock;

/** Where every row of every room lies, whatever its policies say. */
record EveryRow(ApplicationContext application) {
    /** Where every row lies that was there before the plan, table by table. */
    String places() {
        var tables = new TreeMap<String, String>();
        try (Connection superuser = superuser();
                var list = superuser.createStatement();
                var one = superuser.createStatement();
                var rows = list.executeQuery("SELECT table_name, of_column, key FROM divisions.v_place_column "
                        + "WHERE rule = 'follows' AND table_name NOT LIKE 'divisions.%'")) {
            while (rows.next()) {
                String row = "jsonb_build_array(%s, t.%s)::text".formatted(rows.getString(3), rows.getString(2));
                try (var hash = one.executeQuery("""
                    SELECT md5(coalesce(string_agg(%s, '' ORDER BY %s), '')) FROM %s t
                     WHERE created_at < (SELECT coalesce(min(created_at), 'infinity') FROM divisions.plan)
                    """.formatted(row, row, rows.getString(1)))) {
                    hash.next();
                    tables.put(rows.getString(1), hash.getString(1));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return tables.toString();
    }

    /** Every text, list or JSON, in any table, where one of these codes is still a word, but where it may stay. */
    List<String> saying(String codes) throws SQLException {
        var left = new ArrayList<String>();
        try (Connection superuser = superuser();
                var statement = superuser.createStatement()) {
            var columns = new ArrayList<String[]>();
            try (var rows = statement.executeQuery("""
                SELECT c.table_schema, c.table_name, c.column_name FROM information_schema.columns c
                  JOIN information_schema.tables t USING (table_schema, table_name)
                 WHERE t.table_type = 'BASE TABLE' AND c.data_type IN ('text', 'jsonb', 'ARRAY')
                   AND coalesce(col_description(format('%I.%I', c.table_schema, c.table_name)::regclass,
                                                c.ordinal_position), '') !~ 'division: stays'
                """)) {
                while (rows.next()) {
                    if (Rooms.IN_ORDER.contains(rows.getString(1))) {
                        columns.add(new String[] {rows.getString(1), rows.getString(2), rows.getString(3)});
                    }
                }
            }
            for (String[] column : columns) {
                try (var row = statement.executeQuery(
                        "SELECT count(*), min(\"%3$s\"::text) FROM %1$s.\"%2$s\" WHERE \"%3$s\"::text ~ '\\m%4$s\\M'"
                                .formatted(column[0], column[1], column[2], codes))) {
                    row.next();
                    if (row.getLong(1) > 0) {
                        left.add(String.join(".", column) + " " + row.getLong(1) + " " + row.getString(2));
                    }
                }
            }
        }
        return left;
    }

    /** Other tests need the divisions as they were listed. */
    void listedAgain() throws SQLException {
        try (Connection superuser = superuser();
                var statement = superuser.createStatement()) {
            statement.execute(
                    "TRUNCATE divisions.division, divisions.succession, divisions.org_unit, divisions.plan CASCADE");
        }
        application.getBean(TestClock.class).set(TestClock.FIRST_DAY);
        application.getBean(DivisionsLoad.class).afterSingletonsInstantiated();
    }

    Connection superuser() throws SQLException {
        return Superuser.of(application.getBean(Home.class));
    }
}
