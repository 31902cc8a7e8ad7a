package org.weimin.oversight.internal;

/** 共用问法: what several questions ask in the same words. */
final class Snippets {
    /** Aid of this month, and in which household it ends up; {@code e}. */
    static final String IN_FORCE = "e.from_month <= :month AND (e.until_month IS NULL OR e.until_month > :month)";

    /** Whether {@code a} and {@code b} are neither kin, nor children of one parent, nor guardian and ward. */
    static final String STRANGERS = """
        NOT EXISTS (SELECT FROM people.v_kin k WHERE k.person_id = a.person_id AND k.relative_id = b.person_id)
        AND NOT EXISTS (SELECT FROM people.v_kin x JOIN people.v_kin y ON y.relative_id = x.relative_id
                         WHERE x.person_id = a.person_id AND y.person_id = b.person_id)
        """;

    /**
     * People of several households who share a thing ({@code shared: thing, person_id, household_id, area}), unless one
     * of them is kin to all others and so may well collect for them.
     */
    static final String WITHOUT_A_COLLECTOR = """
        , many AS (
            SELECT thing FROM shared GROUP BY thing HAVING count(DISTINCT household_id) >= :households),
        together AS (SELECT DISTINCT s.* FROM shared s JOIN many USING (thing)),
        distance AS (
            SELECT a.thing, a.person_id, count(*) FILTER (WHERE %s) AS strangers
              FROM together a
              JOIN together b ON b.thing = a.thing AND b.household_id <> a.household_id
             GROUP BY a.thing, a.person_id),
        odd AS (SELECT thing, min(strangers) AS strangers FROM distance GROUP BY thing HAVING min(strangers) > 0)
        SELECT thing AS key, min(area) AS area, array_agg(DISTINCT person_id) AS people, '{}'::uuid[] AS officials,
               jsonb_build_object('households', count(DISTINCT household_id), 'strangers', min(strangers)) AS figures,
               jsonb_agg(jsonb_build_object('is', 'PERSON', 'id', person_id, 'subjectKind', 'household',
                                            'subject', household_id)
                         ORDER BY area, person_id) AS evidence
          FROM together JOIN odd USING (thing)
         GROUP BY thing
        """.formatted(STRANGERS);

    /** Officials themselves, their kin, their kin's kin, and whoever lives with them ({@code official} says who). */
    static final String KIN_OF_OFFICIALS = """
        kin AS (
            SELECT staff_id, scope, person_id FROM official
            UNION
            SELECT o.staff_id, o.scope, k.relative_id FROM official o JOIN people.v_kin k USING (person_id)
            UNION
            SELECT o.staff_id, o.scope, y.relative_id FROM official o
              JOIN people.v_kin x ON x.person_id = o.person_id
              JOIN people.v_kin y ON y.person_id = x.relative_id
            UNION
            SELECT o.staff_id, o.scope, n.person_id FROM official o
              JOIN people.v_membership m ON m.person_id = o.person_id AND m.valid @> :day::date
              JOIN people.v_membership n ON n.household_id = m.household_id AND n.valid @> :day::date)
        """;

    /** Each award in force as a row of evidence. */
    static final String AWARD = "jsonb_build_object('is', 'AWARD', 'id', e.entitlement_id, 'matter', e.matter, "
            + "'fen', e.monthly_fen, 'subjectKind', e.subject_kind, 'subject', e.subject_id)";

    /** Each approval as a row of evidence; of those before this system there is no case to open. */
    static final String APPROVAL = "jsonb_build_object('is', CASE WHEN a.kept_here THEN 'APPROVAL' "
            + "ELSE 'PAST_APPROVAL' END, 'id', a.case_file_id, 'matter', a.matter, "
            + "'at', to_char(a.decided_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'), "
            + "'subjectKind', a.subject_kind, 'subject', a.subject_id)";

    private Snippets() {}
}
