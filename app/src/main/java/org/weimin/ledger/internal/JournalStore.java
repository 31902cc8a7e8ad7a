package org.weimin.ledger.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.Ids;
import org.weimin.kernel.JournalId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.ledger.Account;
import org.weimin.ledger.Fund;
import org.weimin.ledger.Journal;
import org.weimin.ledger.Journal.Entry;
import org.weimin.ledger.Journal.Side;
import org.weimin.ledger.JournalRow;
import org.weimin.ledger.Level;
import org.weimin.shell.PageOf;

/** All SQL of accounts, journals and entries. Adds and reads; the database lets nothing else through. */
@Repository
public class JournalStore {
    private static final String ROWS =
            "SELECT id, key, booked_on, memo, total_fen FROM ledger.journal ORDER BY id DESC";
    private final JdbcClient db;

    JournalStore(JdbcClient db) {
        this.db = db;
    }

    public void add(JournalId id, Journal journal) {
        addReversal(id, journal, "");
    }

    /** {@code reversedKey} is empty for a journal that reverses nothing. */
    public void addReversal(JournalId id, Journal journal, String reversedKey) {
        db.sql("""
            INSERT INTO ledger.journal (id, key, booked_on, memo, total_fen, legs, reverses_id)
            VALUES (:id, :key, :bookedOn, :memo, :total, :legs,
                    (SELECT id FROM ledger.journal WHERE key = :reversedKey))
            """)
                .param("id", id.value())
                .param("key", journal.key())
                .param("bookedOn", journal.bookedOn())
                .param("memo", journal.memo())
                .param("total", journal.total().fen())
                .param("legs", journal.entries().size())
                .param("reversedKey", reversedKey)
                .update();
        openAccounts(journal.entries());
        addEntries(id, journal.entries());
    }

    public Optional<Journal> find(String key) {
        record Head(UUID id, LocalDate bookedOn, String memo) {}
        return db.sql("SELECT id, booked_on, memo FROM ledger.journal WHERE key = :key")
                .param("key", key)
                .query((row, n) -> new Head(
                        row.getObject("id", UUID.class),
                        row.getObject("booked_on", LocalDate.class),
                        row.getString("memo")))
                .optional()
                .map(head -> new Journal(key, head.bookedOn(), head.memo(), entries(head.id())));
    }

    public PageOf<JournalRow> list(int page) {
        var rows = db.sql(ROWS + " LIMIT :size OFFSET :skip")
                .param("size", PageOf.SIZE)
                .param("skip", (page - 1L) * PageOf.SIZE)
                .query(JournalStore::row)
                .list();
        long total =
                db.sql("SELECT count(*) FROM ledger.journal").query(Long.class).single();
        return new PageOf<>(rows, page, PageOf.SIZE, total);
    }

    public List<JournalRow> all() {
        return db.sql(ROWS).query(JournalStore::row).list();
    }

    private static JournalRow row(ResultSet row, int number) throws SQLException {
        return new JournalRow(
                new JournalId(row.getObject("id", UUID.class)),
                row.getString("key"),
                row.getObject("booked_on", LocalDate.class),
                row.getString("memo"),
                new Money(row.getLong("total_fen")));
    }

    public Journal get(JournalId id) {
        return db.sql("SELECT key FROM ledger.journal WHERE id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .flatMap(this::find)
                .orElseThrow(() -> new NotFound(id));
    }

    public Money balance(Account account) {
        return db.sql("""
            SELECT balance_fen FROM ledger.account
             WHERE matter = :matter AND year = :year AND kind = :kind AND level = :level
            """)
                .param("matter", account.fund().matter().value())
                .param("year", account.fund().year())
                .param("kind", account.kind().name())
                .param("level", account.level().name())
                .query(Long.class)
                .optional()
                .map(Money::new)
                .orElse(Money.ZERO);
    }

    private List<Entry> entries(UUID journal) {
        return db.sql("""
            SELECT a.matter, a.year, a.kind, a.level, e.side, e.amount_fen
              FROM ledger.entry e JOIN ledger.account a ON a.id = e.account_id
             WHERE e.journal_id = :journal ORDER BY e.leg
            """)
                .param("journal", journal)
                .query((row, n) -> new Entry(
                        new Account(
                                new Fund(new MatterId(row.getString("matter")), row.getInt("year")),
                                Account.Kind.valueOf(row.getString("kind")),
                                Level.valueOf(row.getString("level"))),
                        Side.valueOf(row.getString("side")),
                        new Money(row.getLong("amount_fen"))))
                .list();
    }

    private void openAccounts(List<Entry> entries) {
        for (Account account : entries.stream().map(Entry::account).distinct().toList()) {
            db.sql("""
                INSERT INTO ledger.account (id, matter, year, kind, level, normal_side)
                VALUES (:id, :matter, :year, :kind, :level, :side)
                ON CONFLICT DO NOTHING
                """)
                    .param("id", Ids.next())
                    .param("matter", account.fund().matter().value())
                    .param("year", account.fund().year())
                    .param("kind", account.kind().name())
                    .param("level", account.level().name())
                    .param("side", account.kind().normalSide().name())
                    .update();
        }
    }

    /** One statement for all legs: a leg alone could overdraw for a moment what the next leg covers. */
    private void addEntries(JournalId journal, List<Entry> entries) {
        try {
            db.sql("""
                INSERT INTO ledger.entry (id, journal_id, leg, account_id, side, amount_fen)
                SELECT leg.id, :journal, leg.number, a.id, leg.side, leg.amount_fen
                  FROM unnest(CAST(:ids AS uuid[]), CAST(:matters AS text[]), CAST(:years AS int[]),
                              CAST(:kinds AS text[]), CAST(:levels AS text[]), CAST(:sides AS text[]),
                              CAST(:amounts AS bigint[]))
                       WITH ORDINALITY AS leg(id, matter, year, kind, level, side, amount_fen, number)
                  JOIN ledger.account a USING (matter, year, kind, level)
                """)
                    .param("journal", journal.value())
                    .param(
                            "ids",
                            entries.stream().map(e -> Ids.next().toString()).toArray(String[]::new))
                    .param(
                            "matters",
                            texts(
                                    entries,
                                    entry -> entry.account().fund().matter().value()))
                    .param(
                            "years",
                            entries.stream()
                                    .mapToInt(e -> e.account().fund().year())
                                    .toArray())
                    .param(
                            "kinds",
                            texts(entries, entry -> entry.account().kind().name()))
                    .param(
                            "levels",
                            texts(entries, entry -> entry.account().level().name()))
                    .param("sides", texts(entries, entry -> entry.side().name()))
                    .param(
                            "amounts",
                            entries.stream().mapToLong(e -> e.amount().fen()).toArray())
                    .update();
        } catch (DataIntegrityViolationException broken) {
            if (String.valueOf(broken.getMessage()).contains("account_not_overdrawn")) {
                throw new Refused("ledger.overdrawn");
            }
            throw broken;
        }
    }

    private static String[] texts(List<Entry> entries, java.util.function.Function<Entry, String> text) {
        return entries.stream().map(text).toArray(String[]::new);
    }
}
