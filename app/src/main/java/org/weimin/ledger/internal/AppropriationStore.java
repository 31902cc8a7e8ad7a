package org.weimin.ledger.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.StaffId;
import org.weimin.ledger.Account.Kind;
import org.weimin.ledger.Appropriation;
import org.weimin.ledger.Fund;
import org.weimin.ledger.FundStand;
import org.weimin.ledger.Level;

/** All SQL of ledger.appropriation, and the funds' balances beside it. */
@Repository
public class AppropriationStore {
    private final JdbcClient db;

    AppropriationStore(JdbcClient db) {
        this.db = db;
    }

    public void add(
            UUID id, Fund fund, Level level, Money amount, String document, LocalDate votedOn, StaffId enteredBy) {
        db.sql("""
            INSERT INTO ledger.appropriation (id, matter, year, level, amount_fen, document, voted_on, entered_by)
            VALUES (:id, :matter, :year, :level, :amount, :document, :votedOn, :enteredBy)
            ON CONFLICT (id) DO NOTHING
            """)
                .param("id", id)
                .param("matter", fund.matter().value())
                .param("year", fund.year())
                .param("level", level.name())
                .param("amount", amount.fen())
                .param("document", document)
                .param("votedOn", votedOn)
                .param("enteredBy", enteredBy.value())
                .update();
    }

    /** False when somebody has confirmed it before. */
    public boolean confirm(UUID id, StaffId by) {
        return db.sql("""
            UPDATE ledger.appropriation SET confirmed_by = :by, version = version + 1
             WHERE id = :id AND confirmed_by IS NULL
            """).param("by", by.value()).param("id", id).update() == 1;
    }

    public Appropriation get(UUID id) {
        return db.sql("SELECT * FROM ledger.appropriation WHERE id = :id")
                .param("id", id)
                .query(AppropriationStore::appropriation)
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }

    public List<Appropriation> list() {
        return db.sql("""
            SELECT * FROM ledger.appropriation
             ORDER BY confirmed_by IS NOT NULL, year DESC, created_at DESC LIMIT 200
            """).query(AppropriationStore::appropriation).list();
    }

    public List<FundStand> stands() {
        var balances = new LinkedHashMap<Fund, Map<Kind, Money>>();
        db.sql("""
            SELECT matter, year, kind, sum(balance_fen) AS fen FROM ledger.account
             GROUP BY matter, year, kind ORDER BY year DESC, matter
            """).query(row -> {
            var fund = new Fund(new MatterId(row.getString("matter")), row.getInt("year"));
            balances.computeIfAbsent(fund, ignored -> new EnumMap<>(Kind.class))
                    .put(Kind.valueOf(row.getString("kind")), new Money(row.getLong("fen")));
        });
        return balances.entrySet().stream()
                .map(stand -> new FundStand(stand.getKey(), stand.getValue()))
                .toList();
    }

    private static Appropriation appropriation(ResultSet row, int number) throws SQLException {
        return new Appropriation(
                row.getObject("id", UUID.class),
                new Fund(new MatterId(row.getString("matter")), row.getInt("year")),
                Level.valueOf(row.getString("level")),
                new Money(row.getLong("amount_fen")),
                row.getString("document"),
                row.getObject("voted_on", LocalDate.class),
                new StaffId(row.getObject("entered_by", UUID.class)),
                Optional.ofNullable(row.getObject("confirmed_by", UUID.class)).map(StaffId::new));
    }
}
