package org.weimin.oversight.internal;

import java.util.Map;
import org.weimin.oversight.Anomaly;
import org.weimin.oversight.Thresholds;

/** 同号多户: one telephone number for many households on means-tested aid, who are strangers to one another. */
record SamePhone() implements Check {
    @Override
    public Anomaly.Kind kind() {
        return Anomaly.Kind.SAME_PHONE;
    }

    @Override
    public String question() {
        return """
            WITH shared AS (
                SELECT p.phone AS thing, p.person_id, m.household_id, p.area
                  FROM benefits.v_entitlement e
                  JOIN people.v_contact p ON p.person_id = e.payee_id
                  JOIN people.v_membership m ON m.person_id = p.person_id AND m.valid @> :day::date
                 WHERE e.matter = ANY (:matters::text[]) AND
            """ + Snippets.IN_FORCE + ")" + Snippets.WITHOUT_A_COLLECTOR;
    }

    @Override
    public Map<String, Object> terms(Thresholds thresholds) {
        return Map.of(
                "households", thresholds.number("sharedPhoneHouseholds"),
                "matters", Check.array(thresholds.words("discretionaryMatters")));
    }
}
