package org.weimin.payments.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.kernel.Money;
import org.weimin.payments.Comparison;
import org.weimin.payments.Comparison.Gone;
import org.weimin.payments.Comparison.Group;
import org.weimin.payments.Run;

/** The run beside the month before; asked by its page. */
@Repository
@Transactional(readOnly = true)
public class ComparisonStore {
    private static final int SHOWN = 50;
    private static final String GONE = """
         FROM ledger.v_payable p
         JOIN people.v_person person ON person.person_id = p.payee_id
        WHERE p.month = :before AND p.kind = 'REGULAR' AND p.status <> 'WITHDRAWN'
          AND NOT EXISTS (SELECT 1 FROM ledger.v_payable now
                           WHERE now.entitlement_id = p.entitlement_id AND now.month = :month
                             AND now.status <> 'WITHDRAWN')
        """;
    private final JdbcClient db;

    ComparisonStore(JdbcClient db) {
        this.db = db;
    }

    public Comparison of(Run run) {
        return new Comparison(
                lines(run, "'NEW' = ANY(cautions)", "amount_fen"),
                lines(run, "last_fen > 0 AND amount_fen <> last_fen AND kind = 'REGULAR'", "amount_fen - last_fen"),
                gone(run),
                goneFirst(run));
    }

    private Group lines(Run run, String condition, String amount) {
        return db.sql("SELECT count(*) AS count, coalesce(sum(" + amount + "), 0) AS fen FROM payments.line"
                        + " WHERE run_id = :run AND " + condition)
                .param("run", run.id().value())
                .query((row, n) -> new Group(row.getInt("count"), new Money(row.getLong("fen"))))
                .single();
    }

    private Group gone(Run run) {
        return db.sql("SELECT count(*) AS count, coalesce(sum(p.amount_fen), 0) AS fen " + GONE)
                .param("before", run.month().minusMonths(1).atDay(1))
                .param("month", run.month().atDay(1))
                .query((row, n) -> new Group(row.getInt("count"), new Money(row.getLong("fen"))))
                .single();
    }

    private List<Gone> goneFirst(Run run) {
        return db.sql("SELECT person.name, p.amount_fen " + GONE + " ORDER BY p.area, person.name LIMIT " + SHOWN)
                .param("before", run.month().minusMonths(1).atDay(1))
                .param("month", run.month().atDay(1))
                .query((row, n) -> new Gone(row.getString("name"), new Money(row.getLong("amount_fen"))))
                .list();
    }
}
