package org.weimin.oversight.internal;

import java.util.Map;
import org.weimin.oversight.Anomaly;
import org.weimin.oversight.Thresholds;

/** 一卡多户: one card on which aid of several households arrives, who are strangers to one another. */
record SharedCard() implements Check {
    @Override
    public Anomaly.Kind kind() {
        return Anomaly.Kind.SHARED_CARD;
    }

    @Override
    public String question() {
        return """
            WITH shared AS (
                SELECT encode(c.number_index, 'hex') AS thing, c.holder_id AS person_id, m.household_id, c.area
                  FROM benefits.v_entitlement e
                  JOIN people.v_bank_card c ON c.holder_id = e.payee_id AND c.valid @> :day::date
                  JOIN people.v_membership m ON m.person_id = c.holder_id AND m.valid @> :day::date
                 WHERE
            """ + Snippets.IN_FORCE + ")" + Snippets.WITHOUT_A_COLLECTOR;
    }

    @Override
    public Map<String, Object> terms(Thresholds thresholds) {
        return Map.of("households", thresholds.number("sharedCardHouseholds"));
    }
}
