package org.weimin.oversight.internal;

import java.util.Map;
import org.weimin.oversight.Anomaly;
import org.weimin.oversight.Thresholds;

/**
 * 死后领取: aid that goes on after the months which the law still allows, because whoever it is for has died, or
 * everybody of the household, or whoever is paid.
 */
record PaidAfterDeath() implements Check {
    @Override
    public Anomaly.Kind kind() {
        return Anomaly.Kind.PAID_AFTER_DEATH;
    }

    @Override
    public String question() {
        return """
            WITH dead AS (
                SELECT person_id, died_on FROM people.v_person WHERE died_on < :month::date),
            late AS (
                SELECT e.*, d.person_id AS dead_id, d.died_on FROM benefits.v_entitlement e
                  JOIN dead d ON d.person_id = e.subject_id
                UNION ALL
                SELECT e.*, d.person_id, d.died_on FROM benefits.v_entitlement e
                  JOIN dead d ON d.person_id = e.payee_id
                UNION ALL
                SELECT e.*, d.person_id, d.died_on FROM benefits.v_entitlement e
                  JOIN people.v_membership m ON m.household_id = e.subject_id
                  JOIN dead d ON d.person_id = m.person_id AND m.valid @> d.died_on
                 WHERE e.subject_kind = 'household'
                   AND NOT EXISTS (SELECT FROM people.v_membership o JOIN people.v_person p USING (person_id)
                                    WHERE o.household_id = e.subject_id AND o.valid @> :day::date
                                      AND p.died_on IS NULL)),
            wrong AS (
                SELECT DISTINCT ON (entitlement_id) *,
                       (date_trunc('month', died_on) + make_interval(months => 1
                           + CASE WHEN matter = ANY (:survivors::text[]) THEN :survivorMonths ELSE :months END))::date
                       AS first_wrong
                  FROM late ORDER BY entitlement_id, died_on DESC)
            SELECT e.entitlement_id::text AS key, e.area,
                   array_remove(ARRAY[e.dead_id, e.payee_id], NULL) AS people, '{}'::uuid[] AS officials,
                   jsonb_build_object('died', e.died_on, 'from', to_char(e.first_wrong, 'YYYY-MM'),
                       'months', (extract(year FROM age(:month::date, e.first_wrong)) * 12
                                  + extract(month FROM age(:month::date, e.first_wrong)) + 1)::int,
                       'monthly', e.monthly_fen, 'paid', coalesce(sum(l.amount_fen), 0)) AS figures,
                   jsonb_build_array(jsonb_build_object('is', 'PERSON', 'id', e.dead_id, 'at', e.died_on,
                                                        'role', 'died'),
            """ + Snippets.AWARD + """
            )
                   || coalesce(jsonb_agg(jsonb_build_object('is', 'LINE', 'id', l.payable_id, 'fen', l.amount_fen,
                          'at', to_char(l.month, 'YYYY-MM')) ORDER BY l.month) FILTER (WHERE l.payable_id IS NOT NULL),
                          '[]'::jsonb) AS evidence
              FROM wrong e
              LEFT JOIN ledger.v_payable l ON l.entitlement_id = e.entitlement_id AND l.month >= e.first_wrong
                                           AND l.status = 'SETTLED'
             WHERE e.first_wrong <= :month AND e.first_wrong < coalesce(e.until_month, 'infinity'::date)
             GROUP BY e.entitlement_id, e.area, e.dead_id, e.payee_id, e.died_on, e.first_wrong, e.monthly_fen,
                      e.matter, e.subject_kind, e.subject_id
            """;
    }

    @Override
    public Map<String, Object> terms(Thresholds thresholds) {
        return Map.of(
                "months", thresholds.number("deathGraceMonths"),
                "survivorMonths", thresholds.number("survivorGraceMonths"),
                "survivors", Check.array(thresholds.words("survivorGraceMatters")));
    }
}
