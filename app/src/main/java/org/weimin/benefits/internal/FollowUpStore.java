package org.weimin.benefits.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.benefits.Entitlement;
import org.weimin.benefits.Overpayment;
import org.weimin.benefits.Recheck;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Subject;

/** All SQL of what a person has to follow up: overpaid months, and households to look at again. */
@Repository
public class FollowUpStore {
    private final JdbcClient db;

    FollowUpStore(JdbcClient db) {
        this.db = db;
    }

    public void addOverpayments(Entitlement entitlement, SortedMap<YearMonth, Money> months) {
        months.forEach((month, amount) -> db.sql("""
            INSERT INTO benefits.overpayment (id, entitlement_id, payee_id, month, amount_fen, area)
            VALUES (:id, :entitlement, :payee, :month, :amount, :area)
            ON CONFLICT (entitlement_id, month) DO NOTHING
            """)
                .param("id", Ids.next())
                .param("entitlement", entitlement.id().value())
                .param("payee", entitlement.payee().value())
                .param("month", month.atDay(1))
                .param("amount", amount.fen())
                .param("area", entitlement.area().value())
                .update());
    }

    public void addRecheck(Entitlement entitlement, Recheck.Reason reason, LocalDate on) {
        db.sql("""
            INSERT INTO benefits.recheck (id, entitlement_id, reason, on_day, area)
            VALUES (:id, :entitlement, :reason, :on, :area) ON CONFLICT DO NOTHING
            """)
                .param("id", Ids.next())
                .param("entitlement", entitlement.id().value())
                .param("reason", reason.name())
                .param("on", on)
                .param("area", entitlement.area().value())
                .update();
    }

    /** What is still open; a new decision on the subject closes it by itself. */
    public List<Recheck> rechecks() {
        return db.sql("""
            SELECT r.id, e.matter, e.subject_kind, e.subject_id, r.reason, r.on_day, p.name
              FROM benefits.recheck r
              JOIN benefits.entitlement e ON e.entitlement_id = r.entitlement_id AND upper_inf(e.known)
              JOIN people.v_person p ON p.person_id = e.payee_id
             WHERE r.done_at IS NULL AND upper_inf(e.valid) ORDER BY r.on_day, r.id LIMIT 500
            """)
                .query((row, n) -> new Recheck(
                        row.getObject("id", UUID.class),
                        new MatterId(row.getString("matter")),
                        Subject.of(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                        Recheck.Reason.valueOf(row.getString("reason")),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("name")))
                .list();
    }

    public List<Overpayment> overpayments() {
        return db.sql("""
            SELECT o.id, o.entitlement_id, o.month, o.amount_fen, p.name
              FROM benefits.overpayment o JOIN people.v_person p ON p.person_id = o.payee_id
             ORDER BY o.month, o.id LIMIT 500
            """)
                .query((row, n) -> new Overpayment(
                        row.getObject("id", UUID.class),
                        new EntitlementId(row.getObject("entitlement_id", UUID.class)),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        new Money(row.getLong("amount_fen")),
                        row.getString("name")))
                .list();
    }
}
