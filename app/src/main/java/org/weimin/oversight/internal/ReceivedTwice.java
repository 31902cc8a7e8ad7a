package org.weimin.oversight.internal;

import java.util.Map;
import org.weimin.oversight.Anomaly;
import org.weimin.oversight.Thresholds;

/** 重复领取: people of one name, sex and birth date, under two numbers, who draw the same aid. */
record ReceivedTwice() implements Check {
    @Override
    public Anomaly.Kind kind() {
        return Anomaly.Kind.RECEIVED_TWICE;
    }

    @Override
    public String question() {
        return """
            WITH recipient AS (
                SELECT coalesce(h.head_id, e.subject_id) AS person_id, e.entitlement_id, e.matter, e.monthly_fen,
                       e.subject_kind, e.subject_id
                  FROM benefits.v_entitlement e
                  LEFT JOIN people.v_home h ON e.subject_kind = 'household' AND h.household_id = e.subject_id
                 WHERE
            """ + Snippets.IN_FORCE + """
            )
            SELECT p.name || ' ' || p.birth_on || ' ' || e.matter AS key, min(p.area) AS area,
                   array_agg(DISTINCT p.person_id) AS people, '{}'::uuid[] AS officials,
                   jsonb_build_object('people', count(DISTINCT p.person_id), 'matter', e.matter) AS figures,
                   jsonb_agg(
            """ + Snippets.AWARD + """
             ORDER BY e.entitlement_id) AS evidence
              FROM recipient e JOIN people.v_person p USING (person_id)
             GROUP BY p.name, p.birth_on, p.sex, e.matter HAVING count(DISTINCT p.person_id) > 1
            """;
    }

    @Override
    public Map<String, Object> terms(Thresholds thresholds) {
        return Map.of();
    }
}
