package org.weimin.oversight.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.weimin.engine.Overlap;
import org.weimin.engine.Pack;
import org.weimin.engine.Packs;
import org.weimin.oversight.Anomaly;
import org.weimin.oversight.Thresholds;

/** 互斥同享: aid that excludes one another, drawn by one person, or by a person and the household lived in. */
record Excluding(List<String> these, List<String> those) implements Check {

    /** Every pair of matters of which the table of overlaps says that only one is given. */
    static Excluding of(Packs packs) {
        var these = new ArrayList<String>();
        var those = new ArrayList<String>();
        for (Pack one : packs.list()) {
            for (Pack other : packs.list()) {
                boolean excluded = one.id().value().compareTo(other.id().value()) < 0
                        && packs.overlaps()
                                .between(one.id(), other.id())
                                .filter(Overlap.Excludes.class::isInstance)
                                .isPresent();
                if (excluded) {
                    these.add(one.id().value());
                    those.add(other.id().value());
                }
            }
        }
        return new Excluding(List.copyOf(these), List.copyOf(those));
    }

    @Override
    public Anomaly.Kind kind() {
        return Anomaly.Kind.EXCLUDING;
    }

    @Override
    public String question() {
        return """
            WITH pair AS (SELECT * FROM unnest(:these::text[], :those::text[]) AS p (this, that)),
            drawn AS (
                SELECT e.entitlement_id, e.matter, e.monthly_fen, e.subject_kind, e.subject_id, e.payee_id, e.area,
                       m.person_id
                  FROM benefits.v_entitlement e
                  JOIN people.v_membership m ON e.subject_id IN (m.household_id, m.person_id) AND m.valid @> :day::date
                 WHERE e.matter IN (SELECT this FROM pair UNION SELECT that FROM pair) AND
            """ + Snippets.IN_FORCE + """
            ),
            both_drawn AS (
                SELECT DISTINCT a.entitlement_id AS one, b.entitlement_id AS other, a.matter AS this, b.matter AS that
                  FROM pair p JOIN drawn a ON a.matter = p.this
                  JOIN drawn b ON b.matter = p.that AND b.person_id = a.person_id)
            SELECT t.one || ' ' || t.other AS key, min(e.area) AS area, array_agg(DISTINCT e.payee_id) AS people,
                   '{}'::uuid[] AS officials, jsonb_build_object('this', t.this, 'that', t.that) AS figures,
                   jsonb_agg(DISTINCT
            """ + Snippets.AWARD + """
            ) AS evidence
              FROM both_drawn t JOIN drawn e ON e.entitlement_id IN (t.one, t.other)
             GROUP BY t.one, t.other, t.this, t.that
            """;
    }

    @Override
    public Map<String, Object> terms(Thresholds thresholds) {
        return Map.of("these", Check.array(these), "those", Check.array(those));
    }
}
