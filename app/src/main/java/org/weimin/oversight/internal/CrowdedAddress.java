package org.weimin.oversight.internal;

import java.util.Map;
import org.weimin.oversight.Anomaly;
import org.weimin.oversight.Thresholds;

/** 一址多户: many households on means-tested aid at one address that is the seat of no home or other body. */
record CrowdedAddress() implements Check {
    @Override
    public Anomaly.Kind kind() {
        return Anomaly.Kind.CROWDED_ADDRESS;
    }

    @Override
    public String question() {
        return """
            WITH living AS (
                SELECT DISTINCT h.household_id, h.head_id, h.address, h.area
                  FROM benefits.v_entitlement e
                  JOIN people.v_membership m ON e.subject_id IN (m.household_id, m.person_id) AND m.valid @> :day::date
                  JOIN people.v_household h ON h.household_id = m.household_id
                 WHERE e.matter = ANY (:matters::text[]) AND
            """ + Snippets.IN_FORCE + """
            )
            SELECT address AS key, min(area) AS area, array_agg(DISTINCT head_id) AS people,
                   '{}'::uuid[] AS officials, jsonb_build_object('households', count(*), 'address', address) AS figures,
                   jsonb_agg(jsonb_build_object('is', 'HOUSEHOLD', 'id', household_id) ORDER BY household_id)
                   AS evidence
              FROM living l
             WHERE NOT EXISTS (SELECT FROM people.v_organisation o WHERE o.address = l.address)
             GROUP BY address HAVING count(*) >= :households
            """;
    }

    @Override
    public Map<String, Object> terms(Thresholds thresholds) {
        return Map.of(
                "households", thresholds.number("crowdedAddressHouseholds"),
                "matters", Check.array(thresholds.words("discretionaryMatters")));
    }
}
