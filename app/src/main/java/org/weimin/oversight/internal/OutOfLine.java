package org.weimin.oversight.internal;

import java.util.Arrays;
import java.util.Map;
import org.weimin.facts.Income;
import org.weimin.oversight.Anomaly;
import org.weimin.oversight.Thresholds;

/**
 * 金额离群: a household's amount far from the middle of its like: the same matter, as many people who count, the same
 * band of income per person. Far is so many times the median of all distances from the median, and a share of it.
 */
record OutOfLine() implements Check {
    @Override
    public Anomaly.Kind kind() {
        return Anomaly.Kind.OUT_OF_LINE;
    }

    @Override
    public String question() {
        return """
            WITH award AS (
                SELECT e.entitlement_id, e.matter, e.monthly_fen, e.subject_kind, e.subject_id, e.payee_id, e.area
                  FROM benefits.v_entitlement e
                 WHERE e.subject_kind = 'household' AND
            """ + Snippets.IN_FORCE + """
            ),
            member AS (
                SELECT a.entitlement_id, m.person_id FROM award a
                  JOIN people.v_membership m ON m.household_id = a.subject_id AND m.valid @> :day::date AND m.counted),
            income AS (
                SELECT entitlement_id, sum(yuan) AS yuan
                  FROM (SELECT m.entitlement_id, m.person_id, f.name, max(f.value::numeric) AS yuan FROM member m
                          JOIN facts.v_fact f ON f.subject_id = m.person_id AND f.name = ANY (:incomes::text[])
                                             AND f.valid @> :day::date
                         GROUP BY 1, 2, 3) each_kind
                 GROUP BY 1),
            banded AS (
                SELECT a.*, s.size, floor(coalesce(i.yuan, 0) / s.size / :band)::int AS band
                  FROM award a
                  JOIN (SELECT entitlement_id, count(*)::int AS size FROM member GROUP BY 1) s USING (entitlement_id)
                  LEFT JOIN income i USING (entitlement_id)),
            middle AS (
                SELECT matter, size, band, count(*) AS many,
                       (percentile_cont(0.5) WITHIN GROUP (ORDER BY monthly_fen))::numeric AS median
                  FROM banded GROUP BY 1, 2, 3 HAVING count(*) >= :group),
            spread AS (
                SELECT matter, size, band, m.many, m.median,
                       (percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(b.monthly_fen - m.median)))::numeric AS mad
                  FROM banded b JOIN middle m USING (matter, size, band) GROUP BY 1, 2, 3, 4, 5)
            SELECT e.entitlement_id::text AS key, e.area, ARRAY[e.payee_id] AS people, '{}'::uuid[] AS officials,
                   jsonb_build_object('amount', e.monthly_fen, 'median', round(s.median), 'mad', round(s.mad),
                       'many', s.many, 'size', s.size, 'bandFrom', s.band * :band, 'bandUntil', (s.band + 1) * :band,
                       'matter', e.matter) AS figures,
                   jsonb_build_array(jsonb_build_object('is', 'HOUSEHOLD', 'id', e.subject_id),
            """ + Snippets.AWARD + """
            ) AS evidence
              FROM banded e JOIN spread s USING (matter, size, band)
             WHERE abs(e.monthly_fen - s.median) > greatest(:times * 1.4826 * s.mad, s.median * :percent / 100)
            """;
    }

    @Override
    public Map<String, Object> terms(Thresholds thresholds) {
        return Map.of(
                "incomes",
                        Check.array(
                                Arrays.stream(Income.values()).map(Income::item).toList()),
                "band", thresholds.number("incomeBandYuan"),
                "group", thresholds.number("outOfLineGroup"),
                "times", thresholds.number("outOfLineTimes"),
                "percent", thresholds.number("outOfLinePercent"));
    }
}
