package org.weimin.ledger.internal;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.divisions.PlaceFigure;
import org.weimin.kernel.DivisionCode;

/** What was paid for which month, place by place: months long closed among them. */
@Configuration(proxyBeanMethods = false)
class LedgerFigures {
    @Bean
    @Order(30)
    static PlaceFigure paid(JdbcClient db, TransactionTemplate transaction) {
        return new PlaceFigure("ledger.figure.paid", true, county -> {
            List<PlaceFigure.Counted> counted = transaction.execute(status -> db.sql("""
                SELECT area, to_char(month, 'YYYY-MM') AS month, sum(amount_fen)::bigint AS value FROM ledger.payable
                 WHERE area >= :from AND area < :until AND status = 'SETTLED' GROUP BY area, month
                """)
                    .param("from", county.value())
                    .param("until", county.areaUntil())
                    .query((row, n) -> new PlaceFigure.Counted(
                            row.getString("month"), new DivisionCode(row.getString("area")), row.getLong("value")))
                    .list());
            return counted == null ? List.of() : counted;
        });
    }
}
