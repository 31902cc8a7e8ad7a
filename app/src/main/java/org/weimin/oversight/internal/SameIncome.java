package org.weimin.oversight.internal;

import java.util.Arrays;
import java.util.Map;
import org.weimin.facts.Income;
import org.weimin.oversight.Anomaly;
import org.weimin.oversight.Thresholds;

/** 收入雷同: most households on means-tested aid of a village have, to the fen, the same income per person. */
record SameIncome() implements Check {
    @Override
    public Anomaly.Kind kind() {
        return Anomaly.Kind.SAME_INCOME;
    }

    @Override
    public String question() {
        return """
            WITH aided AS (
                SELECT DISTINCT m.household_id, m.person_id, e.area FROM benefits.v_entitlement e
                  JOIN people.v_membership m ON e.subject_id = m.household_id AND m.valid @> :day::date AND m.counted
                 WHERE e.matter = ANY (:matters::text[]) AND
            """ + Snippets.IN_FORCE + """
            ),
            each_kind AS (
                SELECT a.household_id, a.person_id, f.name, max(f.value::numeric) AS yuan FROM aided a
                  JOIN facts.v_fact f ON f.subject_id = a.person_id AND f.name = ANY (:incomes::text[])
                                     AND f.valid @> :day::date
                 GROUP BY 1, 2, 3),
            income AS (
                SELECT a.area, a.household_id,
                       coalesce(sum(k.yuan), 0) / count(DISTINCT a.person_id) AS yuan
                  FROM aided a LEFT JOIN each_kind k USING (household_id, person_id) GROUP BY 1, 2),
            village AS (SELECT area, count(*) AS aided FROM income GROUP BY 1)
            SELECT i.area || ' ' || trunc(i.yuan, 2) AS key, i.area, '{}'::uuid[] AS people, '{}'::uuid[] AS officials,
                   jsonb_build_object('households', count(*), 'aided', v.aided, 'income', round(i.yuan * 100))
                   AS figures,
                   jsonb_agg(jsonb_build_object('is', 'HOUSEHOLD', 'id', i.household_id) ORDER BY i.household_id)
                   AS evidence
              FROM income i JOIN village v USING (area)
             WHERE i.yuan > 0
             GROUP BY i.area, i.yuan, v.aided
            HAVING count(*) >= :households AND count(*) * 100 >= v.aided * :percent
            """;
    }

    @Override
    public Map<String, Object> terms(Thresholds thresholds) {
        return Map.of(
                "incomes",
                        Check.array(
                                Arrays.stream(Income.values()).map(Income::item).toList()),
                "matters", Check.array(thresholds.words("discretionaryMatters")),
                "households", thresholds.number("sameIncomeHouseholds"),
                "percent", thresholds.number("sameIncomePercent"));
    }
}
