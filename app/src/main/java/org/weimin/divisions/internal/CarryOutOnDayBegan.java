package org.weimin.divisions.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.divisions.Plan;
import org.weimin.divisions.PlanRuns;
import org.weimin.home.DayBegan;
import org.weimin.kernel.Refused;

/**
 * The day begins in the new geography: approved plans come before whatever else the day brings. One that no longer fits
 * stays approved and says why, one that somebody carried out a moment ago is done; the office does not stand still.
 */
@Component
class CarryOutOnDayBegan {
    private static final Logger log = LoggerFactory.getLogger(CarryOutOnDayBegan.class);
    private final PlanStore plans;
    private final PlanRuns runs;
    private final TransactionTemplate nested;

    CarryOutOnDayBegan(PlanStore plans, PlanRuns runs, PlatformTransactionManager transactions) {
        this.plans = plans;
        this.runs = runs;
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(DayBegan event) {
        plans.due(event.day()).forEach(this::carryOut);
    }

    private void carryOut(Plan plan) {
        try {
            nested.executeWithoutResult(status -> runs.carryOutHere(plan));
        } catch (Refused refused) {
            plans.setStuck(plan.id(), refused.code());
        } catch (DataAccessException refused) {
            log.error("A plan of divisions could not be carried out", refused);
            plans.setStuck(plan.id(), "divisions.plan.stuck");
        }
    }
}
