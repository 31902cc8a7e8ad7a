package org.weimin.benefits.internal;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.divisions.PlaceFigure;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.policy.Policy;
import org.weimin.shell.Texts;

/** Who draws which aid this month, place by place. */
@Configuration(proxyBeanMethods = false)
class BenefitFigures {
    @Bean
    @Order(20)
    static PlaceFigure drawing(JdbcClient db, TransactionTemplate transaction, Policy policy, BusinessClock clock) {
        return new PlaceFigure("benefits.figure.drawing", false, county -> {
            List<PlaceFigure.Counted> counted = transaction.execute(status -> db.sql("""
                SELECT area, matter, count(*) AS value FROM benefits.entitlement
                 WHERE area >= :from AND area < :until AND upper_inf(known) AND valid @> :today::date
                 GROUP BY area, matter
                """)
                    .param("from", county.value())
                    .param("until", county.areaUntil())
                    .param("today", clock.today())
                    .query((row, n) -> new PlaceFigure.Counted(
                            title(policy, new MatterId(row.getString("matter"))),
                            new DivisionCode(row.getString("area")),
                            row.getLong("value")))
                    .list());
            return counted == null ? List.of() : counted;
        });
    }

    private static String title(Policy policy, MatterId matter) {
        var title = policy.pack(matter).title();
        return Texts.either(title.zh(), title.en());
    }
}
