package org.weimin.benefits.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.benefits.Entitlement;
import org.weimin.benefits.Overpayment;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.Money;

/** All SQL of months that were paid too much. */
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
            ON CONFLICT (entitlement_id, month) WHERE withdrawn_on IS NULL DO NOTHING
            """)
                .param("id", Ids.next())
                .param("entitlement", entitlement.id().value())
                .param("payee", entitlement.payee().value())
                .param("month", month.atDay(1))
                .param("amount", amount.fen())
                .param("area", entitlement.area().value())
                .update());
    }

    /**
     * What is to be recovered under the entitlement because of events is this, and nothing else any more; from the
     * month on in which a decision ended it, that decision said what is to be recovered.
     */
    public void settle(Entitlement entitlement, NavigableMap<YearMonth, Money> paid, LocalDate on) {
        var months =
                entitlement.until().map(until -> paid.headMap(until, false)).orElse(paid);
        db.sql("""
            UPDATE benefits.overpayment SET withdrawn_on = :on
             WHERE entitlement_id = :entitlement AND withdrawn_on IS NULL AND month <> ALL(CAST(:months AS date[]))
               AND month < coalesce(CAST(:until AS date), 'infinity')
            """)
                .param(
                        "until",
                        entitlement
                                .until()
                                .map(month -> month.atDay(1).toString())
                                .orElse(null))
                .param("on", on)
                .param("entitlement", entitlement.id().value())
                .param(
                        "months",
                        months.keySet().stream()
                                .map(month -> month.atDay(1).toString())
                                .toArray(String[]::new))
                .update();
        addOverpayments(entitlement, months);
    }

    public Money overpaid(EntitlementId entitlement) {
        return db.sql("""
            SELECT coalesce(sum(amount_fen), 0) FROM benefits.overpayment
             WHERE entitlement_id = :entitlement AND withdrawn_on IS NULL
            """)
                .param("entitlement", entitlement.value())
                .query((row, n) -> new Money(row.getLong(1)))
                .single();
    }

    public List<Overpayment> overpayments() {
        return db.sql("""
            SELECT o.id, o.entitlement_id, o.month, o.amount_fen, p.name
              FROM benefits.overpayment o JOIN people.v_person p ON p.person_id = o.payee_id
             WHERE o.withdrawn_on IS NULL ORDER BY o.month, o.id LIMIT 500
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
