package org.weimin.screening.internal;

import java.util.List;
import org.weimin.engine.GrantRule;
import org.weimin.engine.population.AllTogether;
import org.weimin.engine.population.Law;
import org.weimin.engine.population.Outcomes;
import org.weimin.engine.population.Outcomes.Status;

/** 一方: one matter by one of several laws, all matters seen together. */
record Side(AllTogether all, int number, Law law) {
    boolean isUnclear(int household, int row) {
        return all.answer(number, household, row).status(row) == Status.CANNOT_TELL;
    }

    boolean gives(int household, int row) {
        return all.gives(number, household, row);
    }

    /** What is given every month, a service at its worth, less what comes off it beside others. */
    long monthly(int household, int row) {
        Outcomes outcomes = all.answer(number, household, row);
        List<GrantRule> grants = law.rules().pack().matter().grants();
        long sum = 0;
        for (int grant = 0; grant < grants.size(); grant++) {
            if (outcomes.given(row, grant) && isMonthly(grants.get(grant))) {
                sum += outcomes.amountFen(row, grant);
            }
        }
        return outcomes == all.together(number) ? sum - all.lessFen(number, household, row) : sum;
    }

    /** How many people the grants are for. */
    int persons(int household, int row) {
        if (law.judgesPersons()) {
            return 1;
        }
        Outcomes outcomes = all.answer(number, household, row);
        long covered = 0;
        for (int grant = 0; grant < law.rules().pack().matter().grants().size(); grant++) {
            covered |= outcomes.given(row, grant) ? outcomes.persons(row, grant) : 0;
        }
        return Long.bitCount(covered);
    }

    private static boolean isMonthly(GrantRule grant) {
        return grant.kind() == GrantRule.Kind.MONTHLY || grant.kind() == GrantRule.Kind.SERVICE;
    }
}
