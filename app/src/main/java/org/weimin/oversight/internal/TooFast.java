package org.weimin.oversight.internal;

import java.util.Map;
import org.weimin.oversight.Anomaly;
import org.weimin.oversight.Thresholds;

/** 连续快批: one official granted more in a few minutes than anybody can read. */
record TooFast() implements Check {
    @Override
    public Anomaly.Kind kind() {
        return Anomaly.Kind.TOO_FAST;
    }

    @Override
    public String question() {
        return """
            WITH approval AS (
                SELECT a.*, (a.decided_at AT TIME ZONE 'Asia/Shanghai')::date AS on_day,
                       lag(a.decided_at, :cases - 1) OVER (PARTITION BY a.decided_by ORDER BY a.decided_at,
                                                           a.case_file_id) AS began
                  FROM casework.v_approval a
                 WHERE a.decided_at > :day::date - make_interval(days => :lookBack)),
            rush AS (
                SELECT decided_by, on_day, min(began) AS first_at, max(decided_at) AS last_at
                  FROM approval WHERE decided_at - began <= make_interval(mins => :minutes)
                 GROUP BY decided_by, on_day)
            SELECT a.decided_by || ' ' || r.on_day AS key, min(a.area) AS area, '{}'::uuid[] AS people,
                   ARRAY[a.decided_by] AS officials,
                   jsonb_build_object('cases', count(*), 'day', r.on_day,
                       'minutes', ceil(extract(epoch FROM max(r.last_at) - min(r.first_at)) / 60)::int) AS figures,
                   jsonb_build_array(jsonb_build_object('is', 'OFFICIAL', 'id', a.decided_by, 'role', 'decided'))
                   || jsonb_agg(
            """ + Snippets.APPROVAL + """
             ORDER BY a.decided_at) AS evidence
              FROM rush r
              JOIN approval a ON a.decided_by = r.decided_by AND a.decided_at BETWEEN r.first_at AND r.last_at
             GROUP BY a.decided_by, r.on_day
            """;
    }

    @Override
    public Map<String, Object> terms(Thresholds thresholds) {
        return Map.of(
                "lookBack", thresholds.number("lookBackDays"),
                "cases", thresholds.number("fastApprovals"),
                "minutes", thresholds.number("fastMinutes"));
    }
}
