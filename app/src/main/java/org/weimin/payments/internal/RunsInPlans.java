package org.weimin.payments.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.weimin.divisions.Conflict;
import org.weimin.divisions.PlanCheck;

/** What a change of divisions does to payment runs: one that is being prepared is finished in one geography. */
@Configuration(proxyBeanMethods = false)
class RunsInPlans {
    @Bean
    static PlanCheck runsInPlans(JdbcClient db) {
        return new PlanCheck(
                "payments",
                plan -> db.sql("""
                    SELECT to_char(month, 'YYYY-MM') AS month, number FROM payments.run
                     WHERE status IN ('PREPARED', 'REVIEWED') AND area >= :county AND area < :until
                     ORDER BY month, number
                    """)
                        .param("county", plan.county().value())
                        .param("until", plan.county().areaUntil())
                        .query((row, n) -> Conflict.mind(
                                "payments.conflict.run", row.getString("month"), row.getInt("number"), plan.on()))
                        .list());
    }
}
