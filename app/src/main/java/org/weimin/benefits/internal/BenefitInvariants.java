package org.weimin.benefits.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.home.Invariant;

/** What must hold of entitlements and what is paid under them. */
@Configuration(proxyBeanMethods = false)
class BenefitInvariants {
    @Bean
    static Invariant whatIsPaidWasGranted() {
        return Invariant.counted("I12", "每笔发放都有当月有效的待遇 / every payment has an award valid in its month", """
            SELECT count(*) FROM ledger.v_payable p
             WHERE p.status IN ('COMMITTED', 'RETURNED', 'SETTLED')
               AND NOT EXISTS (SELECT 1 FROM benefits.entitlement e
                                WHERE e.entitlement_id = p.entitlement_id AND upper_inf(e.known)
                                  AND e.valid @> p.month AND e.payee_id = p.payee_id)
               AND NOT EXISTS (SELECT 1 FROM benefits.one_off f
                                WHERE f.id = p.entitlement_id AND f.payee_id = p.payee_id
                                  AND f.amount_fen = p.amount_fen)
               AND NOT EXISTS (SELECT 1 FROM benefits.overpayment o
                                WHERE o.entitlement_id = p.entitlement_id AND o.month = p.month)
            """);
    }
}
