package org.weimin.oversight.internal;

import java.util.Map;
import org.weimin.oversight.Anomaly;
import org.weimin.oversight.Thresholds;

/** 深夜审批: somebody granted several times in one night what is not urgent. */
record OddHour() implements Check {
    @Override
    public Anomaly.Kind kind() {
        return Anomaly.Kind.ODD_HOUR;
    }

    @Override
    public String question() {
        return """
            WITH approval AS (
                SELECT a.*, a.decided_at AT TIME ZONE 'Asia/Shanghai' AS moment FROM casework.v_approval a
                 WHERE a.decided_at > :day::date - make_interval(days => :lookBack)
                   AND a.matter <> ALL (:urgent::text[]))
            SELECT a.decided_by || ' ' || a.night AS key, min(a.area) AS area, '{}'::uuid[] AS people,
                   ARRAY[a.decided_by] AS officials,
                   jsonb_build_object('cases', count(*), 'night', a.night, 'first', to_char(min(a.moment), 'HH24:MI'),
                       'last', to_char(max(a.moment), 'HH24:MI'), 'from', :fromHour, 'until', :untilHour) AS figures,
                   jsonb_build_array(jsonb_build_object('is', 'OFFICIAL', 'id', a.decided_by, 'role', 'decided'))
                   || jsonb_agg(
            """ + Snippets.APPROVAL + """
             ORDER BY a.moment) AS evidence
              FROM (SELECT *, (moment - make_interval(hours => :fromHour))::date AS night FROM approval
                     WHERE extract(hour FROM moment) >= :untilHour OR extract(hour FROM moment) < :fromHour) a
             GROUP BY a.decided_by, a.night HAVING count(*) >= :cases
            """;
    }

    @Override
    public Map<String, Object> terms(Thresholds thresholds) {
        return Map.of(
                "lookBack", thresholds.number("lookBackDays"),
                "urgent", Check.array(thresholds.words("urgentMatters")),
                "fromHour", thresholds.number("officeFromHour"),
                "untilHour", thresholds.number("officeUntilHour"),
                "cases", thresholds.number("oddHourApprovals"));
    }
}
