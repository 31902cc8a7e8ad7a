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
