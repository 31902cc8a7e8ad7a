package org.weimin.home.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.weimin.home.Rooms;
import org.weimin.home.StartRefused;

/**
 * Brings the tables of every room up to date, room by room from the foundations down, as the owner role. One
 * fingerprint of all scripts is kept, so that a start with nothing new asks one row and is done.
 */
final class Migrations {
    private static final Logger log = LoggerFactory.getLogger(Migrations.class);
    private final Database database;
    private final PathMatchingResourcePatternResolver classPath = new PathMatchingResourcePatternResolver();

    Migrations(Database database) {
        this.database = database;
    }

    void bringUpToDate() {
        String fingerprint = fingerprint();
        try (Connection owner = DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password())) {
            if (isUpToDate(owner, fingerprint)) {
                return;
            }
            Rooms.IN_ORDER.stream().filter(this::hasScripts).forEach(this::migrate);
            remember(owner, fingerprint);
        } catch (SQLException failed) {
            throw new IllegalStateException("Cannot bring the database up to date", failed);
        }
    }

    private void migrate(String room) {
        try {
            log.debug("Room {}: {} migrations", room, flyway(room).migrate().migrationsExecuted);
        } catch (FlywayValidateException strange) {
            throw new StartRefused(
                    "数据库中“" + room + "”的表结构来自另一个版本，不能升级。演示环境请用 --home 换一个新目录。",
                    "The tables of room " + room
                            + " in this database were made by another version that cannot be upgraded."
                            + " For a demo, choose a new folder with --home.");
        }
    }

    private Flyway flyway(String room) {
        return Flyway.configure()
                .dataSource(
                        database.url(),
                        database.owner().user(),
                        database.owner().password())
                .schemas(room)
                .defaultSchema(room)
                .createSchemas(true)
                .locations(location(room))
                .load();
    }

    private static boolean isUpToDate(Connection owner, String fingerprint) throws SQLException {
        try (var exists = owner.prepareStatement("SELECT to_regclass('home.migrated') IS NOT NULL");
                var row = exists.executeQuery()) {
            row.next();
            if (!row.getBoolean(1)) {
                return false;
            }
        }
        try (var same = owner.prepareStatement("SELECT FROM home.migrated WHERE fingerprint = ?")) {
            same.setString(1, fingerprint);
            try (var row = same.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void remember(Connection owner, String fingerprint) throws SQLException {
        try (var remember = owner.prepareStatement("""
            INSERT INTO home.migrated (fingerprint) VALUES (?)
            ON CONFLICT (single) DO UPDATE SET fingerprint = excluded.fingerprint
            """)) {
            remember.setString(1, fingerprint);
            remember.executeUpdate();
        }
    }

    private String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String room : Rooms.IN_ORDER) {
                for (Resource script : scripts(room)) {
                    digest.update((room + "/" + script.getFilename() + "\0").getBytes(StandardCharsets.UTF_8));
                    try (InputStream content = script.getInputStream()) {
                        digest.update(content.readAllBytes());
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException failed) {
            throw new IllegalStateException("Cannot read the migrations", failed);
        }
    }

    private boolean hasScripts(String room) {
        return !scripts(room).isEmpty();
    }

    private List<Resource> scripts(String room) {
        try {
            return Arrays.stream(classPath.getResources(location(room) + "/*.sql"))
                    .sorted(Comparator.comparing(Resource::getFilename))
                    .toList();
        } catch (java.io.FileNotFoundException noFolder) {
            return List.of();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String location(String room) {
        return "classpath:db/migration/" + room;
    }
}
