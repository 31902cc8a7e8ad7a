package org.weimin.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.weimin.home.Home;
import org.weimin.home.Rooms;
import org.weimin.home.internal.Superuser;
import org.weimin.policy.internal.PackShelf;

/** Every class of room tests begins with empty tables and on the first day. */
final class EmptyTables implements BeforeAllCallback {
    private static final List<String> KEPT = List.of("home", "divisions", "policy");

    @Override
    public void beforeAll(ExtensionContext test) throws SQLException {
        var application = SpringExtension.getApplicationContext(test);
        application.getBean(TestClock.class).set(TestClock.FIRST_DAY);
        try (Connection superuser = Superuser.of(application.getBean(Home.class));
                var statement = superuser.createStatement()) {
            String tables = tables(superuser);
            // As replica, the triggers that forbid emptying a record for ever are silent.
            statement.execute("SET session_replication_role = replica");
            statement.execute("DELETE FROM home.event_publication");
            // The law that the program carries stays; what a test published goes.
            statement.execute("DELETE FROM policy.publication WHERE draft_id IS NOT NULL");
            statement.execute("DELETE FROM policy.draft");
            if (!tables.isEmpty()) {
                statement.execute("TRUNCATE " + tables + " CASCADE");
            }
        }
        application.getBean(PackShelf.class).refresh();
    }

    private static String tables(Connection superuser) throws SQLException {
        var names = new ArrayList<String>();
        try (var rows =
                superuser.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "PARTITIONED TABLE"})) {
            while (rows.next()) {
                String room = rows.getString("TABLE_SCHEM");
                String table = rows.getString("TABLE_NAME");
                if (Rooms.IN_ORDER.contains(room) && !KEPT.contains(room) && !table.equals("flyway_schema_history")) {
                    names.add(room + ".\"" + table + "\"");
                }
            }
        }
        return names.stream().collect(Collectors.joining(", "));
    }
}
