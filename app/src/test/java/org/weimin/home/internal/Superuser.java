package org.weimin.home.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.weimin.home.Home;

/** Whoever has the machine has the database: what tests do that no role of the application may do. */
public final class Superuser {
    private Superuser() {}

    public static Connection of(Home home) throws SQLException {
        int port = Postmaster.portOf(home.database().resolve("pgdata")).orElseThrow();
        try {
            String password = new PrivateFile(home.keys().resolve("database.properties"))
                    .read()
                    .get("postgres");
            return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/weimin", "postgres", password);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
