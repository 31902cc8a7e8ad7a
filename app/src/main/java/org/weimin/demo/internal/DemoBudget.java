package org.weimin.demo.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.weimin.access.Role;
import org.weimin.engine.GrantRule;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Ids;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.ledger.Budgets;
import org.weimin.ledger.Fund;
import org.weimin.ledger.Level;
import org.weimin.policy.MatterSummary;
import org.weimin.policy.Policy;

/** 预算: this year's and next year's money of the demo county, entered by one official and confirmed by another. */
@Component
class DemoBudget {
    private static final Money A_YEAR = Money.yuan("120000000.00");
    private static final Set<GrantRule.Kind> PAID = Set.of(GrantRule.Kind.MONTHLY, GrantRule.Kind.ONE_OFF);
    private final Officials officials;
    private final Budgets budgets;
    private final Policy policy;
    private final BusinessClock clock;

    DemoBudget(Officials officials, Budgets budgets, Policy policy, BusinessClock clock) {
        this.officials = officials;
        this.budgets = budgets;
        this.policy = policy;
        this.clock = clock;
    }

    /** Outside any transaction: each of the two acts in one of their own. */
    void vote() {
        int year = clock.today().getYear();
        if (budgets.stands().stream().noneMatch(stand -> stand.fund().equals(new Fund(DemoHistory.DIBAO, year + 1)))) {
            for (MatterId matter : matters()) {
                vote(matter, year, "松财社〔" + (year - 1) + "〕88号");
                vote(matter, year + 1, "松财社〔" + year + "〕91号（提前下达）");
            }
        }
    }

    /** Everything that is ever paid: nobody who is granted something waits for a budget that was forgotten. */
    private List<MatterId> matters() {
        return policy.catalogue().stream()
                .map(MatterSummary::id)
                .filter(id -> policy.pack(id).matter().grants().stream()
                        .map(GrantRule::kind)
                        .anyMatch(PAID::contains))
                .toList();
    }

    private void vote(MatterId matter, int year, String document) {
        UUID id = Ids.next();
        Acting.as(
                officials.one(Role.COUNTY_OFFICER, DemoLoad.SONGJIANG),
                () -> budgets.enter(id, new Fund(matter, year), Level.COUNTY, A_YEAR, document, clock.today()));
        Acting.as(officials.one(Role.COUNTY_LEADER, DemoLoad.SONGJIANG), () -> budgets.confirm(id));
    }
}
