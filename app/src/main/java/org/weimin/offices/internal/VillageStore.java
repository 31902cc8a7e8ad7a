package org.weimin.offices.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;

/** What lies in each village, and who answers for it. All SQL for offices.serving. */
@Repository
public class VillageStore {
    private final JdbcClient db;

    VillageStore(JdbcClient db) {
        this.db = db;
    }

    /** Who is alive. */
    public Map<DivisionCode, Long> residents(DivisionCode place) {
        return counts("""
            SELECT area, count(*) AS counted FROM people.v_person
             WHERE died_on IS NULL AND area >= :from AND area < :until GROUP BY area
            """, place, Map.of());
    }

    public Map<DivisionCode, Long> recipients(DivisionCode place, LocalDate today) {
        return counts("""
            SELECT area, count(DISTINCT subject_id) AS counted FROM benefits.v_entitlement
             WHERE from_month <= :today AND coalesce(until_month > :today, true) AND area >= :from AND area < :until
             GROUP BY area
            """, place, Map.of("today", today));
    }

    /** How many open cases of each matter lie in each village. */
    public Map<DivisionCode, Map<String, Long>> openCases(DivisionCode place) {
        var open = new HashMap<DivisionCode, Map<String, Long>>();
        db.sql("""
            SELECT area, pack, count(*) AS counted FROM casework.v_case
             WHERE closed_on IS NULL AND area >= :from AND area < :until GROUP BY area, pack
            """)
                .param("from", place.value())
                .param("until", place.areaUntil())
                .query(row -> {
                    open.computeIfAbsent(new DivisionCode(row.getString("area")), village -> new HashMap<>())
                            .put(row.getString("pack"), row.getLong("counted"));
                });
        return open;
    }

    /** 平均用时: days from opening to closing, first and last included, of the cases of a matter that ended then. */
    public Map<String, Took> durations(LocalDate from, LocalDate until) {
        var took = new HashMap<String, Took>();
        db.sql("""
            SELECT pack, count(*) AS cases, sum(closed_on - opened_on + 1) AS days FROM casework.v_case
             WHERE closed_on >= :from AND closed_on < :until GROUP BY pack
            """).param("from", from).param("until", until).query(row -> {
            took.put(row.getString("pack"), new Took(row.getLong("cases"), new BigDecimal(row.getLong("days"))));
        });
        return took;
    }

    /** So many cases took so many days together. */
    public record Took(long cases, BigDecimal days) {}

    public Map<DivisionCode, UUID> serving(DivisionCode place, LocalDate asOf) {
        var serving = new HashMap<DivisionCode, UUID>();
        db.sql("""
            SELECT area, member_id FROM offices.serving
             WHERE area >= :from AND area < :until AND valid @> :asOf::date AND upper_inf(known)
             ORDER BY id
            """)
                .param("from", place.value())
                .param("until", place.areaUntil())
                .param("asOf", asOf)
                .query(row -> {
                    serving.put(new DivisionCode(row.getString("area")), row.getObject("member_id", UUID.class));
                });
        return serving;
    }

    /** From that day on the person answers for the village, whoever did before. */
    public void assign(DivisionCode village, UUID member, LocalDate from, Instant now) {
        db.sql("""
            WITH closed AS (
                UPDATE offices.serving SET known = tstzrange(lower(known), :now::timestamptz)
                 WHERE area = :village AND upper_inf(known) AND upper_inf(valid)
             RETURNING member_id, area, lower(valid) AS since)
            INSERT INTO offices.serving (id, member_id, area, valid, known)
            SELECT :id, member_id, area, daterange(since, :from::date), tstzrange(:now::timestamptz, NULL)
              FROM closed WHERE since < :from::date
            """)
                .param("id", Ids.next())
                .param("village", village.value())
                .param("from", from)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        db.sql("""
            INSERT INTO offices.serving (id, member_id, area, valid, known)
            VALUES (:id, :member, :village, daterange(:from, NULL), tstzrange(:now, NULL))
            """)
                .param("id", Ids.next())
                .param("member", member)
                .param("village", village.value())
                .param("from", from)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Map<DivisionCode, Long> counts(String sql, DivisionCode place, Map<String, Object> more) {
        var counts = new HashMap<DivisionCode, Long>();
        db.sql(sql)
                .param("from", place.value())
                .param("until", place.areaUntil())
                .params(more)
                .query(row -> {
                    counts.put(new DivisionCode(row.getString("area")), row.getLong("counted"));
                });
        return counts;
    }
}
