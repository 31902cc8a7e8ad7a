package org.weimin.home.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.home.Home;
import org.weimin.home.StartRefused;
import org.weimin.kernel.Vault;
import org.weimin.testing.RoomTest;

@RoomTest
class ServeSettingsTest {
    @Autowired
    Home home;

    @Autowired
    Database database;

    @TempDir
    Path folder;

    private final Map<String, String> office = new HashMap<>();

    @BeforeEach
    void an_office_with_everything() {
        Path keys = folder.resolve("keys");
        KeyFile.create(keys);
        office.put("WEIMIN_DB_URL", database.url());
        office.put("WEIMIN_DB_OWNER", database.owner().user());
        office.put("WEIMIN_DB_OWNER_PASSWORD", database.owner().password());
        office.put("WEIMIN_DB_APP", database.app().user());
        office.put("WEIMIN_DB_APP_PASSWORD", database.app().password());
        office.put("WEIMIN_KEY_FILE", keys.toString());
    }

    @Test
    void an_office_with_everything_opens() {
        var settings = ServeSettings.from(office);
        assertThat(ExternalPostgres.open(settings).app().user()).isEqualTo("weimin_app");
        var vault = new Vault(KeyFile.given(settings.keyFile())::keys);
        assertThat(vault.open(vault.seal("x"))).isEqualTo("x");
    }

    @Test
    void each_missing_setting_is_named_in_both_languages_and_all_at_once() {
        assertThatThrownBy(() -> ServeSettings.from(Map.of()))
                .satisfies(refusal -> office.keySet()
                        .forEach(name ->
                                assertThat(refusal.getMessage()).contains("缺少设置 " + name, name + " is missing")));
    }

    @Test
    void a_weak_password_is_refused() {
        for (String weak :
                new String[] {"password", "weimin", "weimin_app-2026-x", "aaaaaaaaaaaaaaaaaaaa", "changeme12345678"}) {
            office.put("WEIMIN_DB_APP_PASSWORD", weak);
            refused("WEIMIN_DB_APP_PASSWORD is weak");
        }
    }

    @Test
    void the_owner_of_the_tables_may_not_run_the_office() {
        office.put("WEIMIN_DB_APP", database.owner().user());
        refused("must be two roles");
    }

    @Test
    void a_key_file_that_others_can_read_is_refused() throws Exception {
        Path keys = folder.resolve("keys");
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> KeyFile.given(keys))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void a_wrong_password_is_told_without_a_stack_trace() {
        office.put("WEIMIN_DB_APP_PASSWORD", "a-good-but-other-secret-7391");
        assertThatThrownBy(() -> ExternalPostgres.open(ServeSettings.from(office)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("weimin_app");
    }

    @Test
    void a_database_blind_to_chinese_and_a_mighty_role_are_refused() throws SQLException {
        try (var superuser = Superuser.of(home);
                var statement = superuser.createStatement()) {
            statement.execute(
                    "CREATE DATABASE blind OWNER weimin_owner LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0");
            statement.execute("ALTER ROLE weimin_app BYPASSRLS");
        }
        try {
            office.put("WEIMIN_DB_URL", database.url().replace("/weimin", "/blind"));
            assertThatThrownBy(() -> ExternalPostgres.open(ServeSettings.from(office)))
                    .hasMessageContaining("LC_CTYPE of the database is C")
                    .hasMessageContaining("passes row-level security by");
        } finally {
            try (var superuser = Superuser.of(home);
                    var statement = superuser.createStatement()) {
                statement.execute("DROP DATABASE blind WITH (FORCE)");
                statement.execute("ALTER ROLE weimin_app NOBYPASSRLS");
            }
        }
    }

    private void refused(String reason) {
        assertThatThrownBy(() -> ServeSettings.from(office))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(reason);
    }
}
