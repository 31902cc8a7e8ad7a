package org.weimin.oversight.internal;

import java.util.Map;
import org.weimin.oversight.Anomaly;
import org.weimin.oversight.Thresholds;

/** 亲属经办: aid that was examined or decided by the recipient's own kin, or by the recipient. */
record KinDecided() implements Check {
    @Override
    public Anomaly.Kind kind() {
        return Anomaly.Kind.KIN_DECIDED;
    }

    @Override
    public String question() {
        return """
            WITH official AS (
                SELECT DISTINCT staff_id, person_id, '' AS scope FROM access.v_official WHERE person_id IS NOT NULL),
            """ + Snippets.KIN_OF_OFFICIALS + """
            SELECT a.case_file_id || ' ' || k.staff_id AS key, a.area, array_agg(DISTINCT k.person_id) AS people,
                   ARRAY[k.staff_id] AS officials,
                   jsonb_build_object('decided', (a.decided_by = k.staff_id)) AS figures,
                   jsonb_build_array(jsonb_build_object('is', 'OFFICIAL', 'id', k.staff_id,
                       'role', CASE WHEN a.decided_by = k.staff_id THEN 'decided' ELSE 'examined' END),
            """ + Snippets.APPROVAL + """
            )
                   || jsonb_agg(DISTINCT jsonb_build_object('is', 'PERSON', 'id', k.person_id, 'role', 'kin'))
                   AS evidence
              FROM casework.v_approval a
              JOIN people.v_membership m ON a.subject_id IN (m.household_id, m.person_id) AND m.valid @> :day::date
              JOIN kin k ON k.staff_id IN (a.decided_by, a.assessed_by) AND k.person_id = m.person_id
             WHERE a.decided_at > :day::date - make_interval(days => :lookBack)
             GROUP BY a.case_file_id, a.area, a.decided_by, a.matter, a.decided_at, a.kept_here, a.subject_kind,
                      a.subject_id, k.staff_id
            """;
    }

    @Override
    public Map<String, Object> terms(Thresholds thresholds) {
        return Map.of("lookBack", thresholds.number("lookBackDays"));
    }
}
