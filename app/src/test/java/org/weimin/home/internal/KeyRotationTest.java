package org.weimin.home.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.home.Home;
import org.weimin.home.SealedColumn;
import org.weimin.kernel.BankCard;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Vault;
import org.weimin.people.People;
import org.weimin.people.RegisterPerson;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;

@RoomTest
class KeyRotationTest {
    private static final int RESIDENTS = 50;
    private static int sequence;

    @Autowired
    KeyRotation rotation;

    @Autowired
    KeyFile keys;

    @Autowired
    Vault vault;

    @Autowired
    SealedStore store;

    @Autowired
    List<SealedColumn> columns;

    @Autowired
    People people;

    @Autowired
    Home home;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private final Map<PersonId, IdentityNumber> residents = new LinkedHashMap<>();
    private final List<String> planted = new ArrayList<>();

    @BeforeEach
    void residentsWithCards() {
        for (int i = 0; i < RESIDENTS; i++) {
            String seventeen = "990117" + "19660203" + String.format("%03d", ++sequence);
            var identity = new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
            var card = card("622700000" + String.format("%09d", 731_000 + sequence));
            residents.put(As.system(() -> resident(identity, card)), identity);
            planted.add(identity.value());
            planted.add(card.value());
        }
    }

    private static BankCard card(String digits) {
        for (int check = 0; check < 10; check++) {
            try {
                return new BankCard(digits + check);
            } catch (Refused wrongCheckDigit) {
                // the next one
            }
        }
        throw new IllegalStateException(digits);
    }

    private PersonId resident(IdentityNumber identity, BankCard card) {
        var id = people.register(
                new RegisterPerson(identity, "赵密", new DivisionCode("310117003001"), "密云路1号", "13800000000"));
        people.giveCard(id, "建设银行", card, LocalDate.of(2026, 1, 1));
        return id;
    }

    @Test
    void a_rotation_killed_midway_leaves_everything_readable_and_is_finished_by_the_next() {
        int before = vault.currentKey();
        assertThat(As.system(rotation::begin)).isTrue();
        assertThat(vault.currentKey()).isEqualTo(before + 1);
        assertThatThrownBy(() -> As.system(() -> rotation.finish(7, done -> {
                    if (done >= 21) {
                        throw new IllegalStateException("killed");
                    }
                })))
                .hasMessage("killed");
        assertThat(keysIn("people.person")).containsExactlyInAnyOrder(before, before + 1);
        everybodyIsReadable();

        assertThat(As.system(rotation::begin)).as("the unfinished one goes on").isFalse();
        assertThat(As.system(() -> rotation.finish(7, done -> {}))).isPositive();
        for (SealedColumn column : columns) {
            assertThat(keysIn(column.table())).as(column.table()).isSubsetOf(before + 1);
        }
        everybodyIsReadable();
        assertThat(As.system(() -> rotation.finish(7, done -> {}))).isZero();
    }

    @Test
    void a_machine_that_lacks_the_newest_key_may_not_rotate() {
        var id = residents.keySet().iterator().next().value();
        int before = vault.currentKey();
        As.system(() -> transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            db.sql("UPDATE people.person SET id_number = '\\x7f'::bytea || id_number WHERE id = :id")
                    .param("id", id)
                    .update();
            assertThatThrownBy(rotation::begin).isInstanceOf(Refused.class).hasMessageContaining("home.keys.unknown");
        }));
        assertThat(vault.currentKey()).isEqualTo(before);
    }

    @Test
    void only_one_changes_the_key_file_at_a_time() throws IOException {
        Path lock = keys.path().resolveSibling(keys.path().getFileName() + ".lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(rotation::addKey).isInstanceOf(Refused.class).hasMessageContaining("busy");
        }
    }

    @Test
    void no_identity_or_card_number_lies_open_in_any_file_of_the_database() throws IOException, SQLException {
        try (var superuser = Superuser.of(home);
                var statement = superuser.createStatement()) {
            statement.execute("CHECKPOINT");
        }
        Path cluster = home.database().resolve("pgdata");
        var open = new ArrayList<Path>();
        Files.walkFileTree(cluster, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try {
                    var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    if (planted.stream().anyMatch(content::contains)) {
                        open.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                } catch (NoSuchFileException gone) {
                    return visitFileFailed(file, gone);
                }
            }

            /** The server goes on working: a cache that it throws away meanwhile shows nothing to anybody. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                return failure instanceof NoSuchFileException
                        ? FileVisitResult.CONTINUE
                        : super.visitFileFailed(file, failure);
            }
        });
        assertThat(open).isEmpty();
        assertThat(planted).hasSize(2 * RESIDENTS);
    }

    @Test
    void every_column_that_says_it_is_sealed_is_reached_by_a_rotation() {
        var sealed = db.sql("""
            SELECT n.nspname || '.' || c.relname || '.' || a.attname
              FROM pg_attribute a
              JOIN pg_class c ON c.oid = a.attrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind = 'r' AND a.atttypid = 'bytea'::regtype
               AND col_description(c.oid, a.attnum) LIKE '%sealed%'
            """).query(String.class).list();
        assertThat(columns)
                .extracting(column -> column.table() + "." + column.column())
                .containsExactlyInAnyOrderElementsOf(sealed);
    }

    private void everybodyIsReadable() {
        residents.forEach((id, identity) ->
                assertThat(As.system(() -> people.identityNumber(id, "test"))).isEqualTo(identity));
    }

    private List<Integer> keysIn(String table) {
        return columns.stream()
                .filter(column -> column.table().equals(table))
                .flatMap(column -> As.system(() -> store.keysIn(column)).stream())
                .toList();
    }
}
