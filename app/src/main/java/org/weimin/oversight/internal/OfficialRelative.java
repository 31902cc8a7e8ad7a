package org.weimin.oversight.internal;

import java.util.Map;
import org.weimin.oversight.Anomaly;
import org.weimin.oversight.Thresholds;

/** 干部近亲属享受: means-tested aid in a place for the kin of whoever holds an office over that place. */
record OfficialRelative() implements Check {
    @Override
    public Anomaly.Kind kind() {
        return Anomaly.Kind.OFFICIAL_RELATIVE;
    }

    @Override
    public String question() {
        return """
            WITH official AS (
                SELECT DISTINCT staff_id, person_id, scope FROM access.v_official
                 WHERE person_id IS NOT NULL AND valid @> :day::date),
            """ + Snippets.KIN_OF_OFFICIALS + """
            , favoured AS (
                SELECT DISTINCT k.staff_id, k.person_id, m.household_id AS home, e.entitlement_id, e.matter,
                       e.monthly_fen, e.subject_kind, e.subject_id, e.area
                  FROM kin k
                  JOIN people.v_membership m ON m.person_id = k.person_id AND m.valid @> :day::date
                  JOIN benefits.v_entitlement e ON e.subject_id IN (m.household_id, m.person_id)
                 WHERE e.matter = ANY (:matters::text[]) AND starts_with(e.area, k.scope) AND
            """ + Snippets.IN_FORCE + """
            )
            SELECT e.staff_id || ' ' || e.home AS key, min(e.area) AS area,
                   array_agg(DISTINCT e.person_id) AS people, ARRAY[e.staff_id] AS officials,
                   jsonb_build_object('awards', count(DISTINCT e.entitlement_id)) AS figures,
                   jsonb_build_array(jsonb_build_object('is', 'OFFICIAL', 'id', e.staff_id),
                       jsonb_build_object('is', 'HOUSEHOLD', 'id', e.home))
                   || jsonb_agg(DISTINCT
            """ + Snippets.AWARD + """
            ) AS evidence
              FROM favoured e GROUP BY e.staff_id, e.home
            """;
    }

    @Override
    public Map<String, Object> terms(Thresholds thresholds) {
        return Map.of("matters", Check.array(thresholds.words("discretionaryMatters")));
    }
}
