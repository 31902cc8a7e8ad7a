package org.weimin.linkage.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.engine.LinkEffect;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.PersonId;
import org.weimin.linkage.About;
import org.weimin.linkage.EventId;
import org.weimin.linkage.Gain;
import org.weimin.linkage.Integration.Done;
import org.weimin.linkage.IntegrationMap.Queue;
import org.weimin.linkage.LinkedEffect;
import org.weimin.shell.PageOf;

/** What the lines of business have in hand, whom they share, and what was saved; only read, in the reader's area. */
@Repository
public class IntegrationStore {
    /** Everybody whom a line knows: who receives from it now, and who has a case with it that is open. */
    private static final String KNOWN = """
        WITH line AS (SELECT * FROM unnest(CAST(:matters AS text[]), CAST(:lines AS text[])) AS l(matter, line)),
        held AS (
            SELECT l.line, e.subject_kind, e.subject_id FROM benefits.v_entitlement e JOIN line l ON l.matter = e.matter
             WHERE e.from_month <= :today AND (e.until_month IS NULL OR e.until_month > :today)
            UNION
            SELECT l.line, c.subject_kind, c.subject_id FROM casework.v_case c JOIN line l ON l.matter = c.pack
             WHERE c.closed_on IS NULL),
        known AS (
            SELECT line, subject_id AS person_id FROM held WHERE subject_kind = 'person'
            UNION
            SELECT h.line, m.person_id FROM held h JOIN people.v_membership m ON m.household_id = h.subject_id
             WHERE h.subject_kind = 'household' AND m.valid @> CAST(:today AS date))
        """;

    private static final String QUEUE = """
        count(*) FILTER (WHERE closed_on IS NULL) AS open,
        count(*) FILTER (WHERE closed_on IS NULL AND due_on < :today) AS late,
        count(*) FILTER (WHERE closed_on >= :since) AS closed,
        count(DISTINCT handler_id) FILTER (WHERE closed_on IS NULL) AS hands
        """;

    private final JdbcClient db;

    IntegrationStore(JdbcClient db) {
        this.db = db;
    }

    /** Which line each matter belongs to. */
    public record Lines(Map<MatterId, String> ofMatter) {
        private String[] matters() {
            return ofMatter.keySet().stream().map(MatterId::value).toArray(String[]::new);
        }

        private String[] lines() {
            return ofMatter.values().toArray(String[]::new);
        }
    }

    /** Two lines, whichever is named first; a line with itself is the line alone. */
    public record Pair(String one, String other) {
        public static Pair of(String a, String b) {
            return a.compareTo(b) <= 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    /** One event in one matter. */
    public record Cell(String event, MatterId matter) {}

    /** What a line pays now. */
    public record Received(long entitlements, long monthlyFen) {
        public static final Received NOTHING = new Received(0, 0);
    }

    public Map<String, Queue> queues(Lines lines, LocalDate today, LocalDate since) {
        var found = new HashMap<String, Queue>();
        db.sql("""
            SELECT l.line AS key, %s FROM casework.v_case c
              JOIN unnest(CAST(:matters AS text[]), CAST(:lines AS text[])) AS l(matter, line) ON l.matter = c.pack
             GROUP BY 1
            """.formatted(QUEUE))
                .param("matters", lines.matters())
                .param("lines", lines.lines())
                .param("today", today)
                .param("since", since)
                .query(row -> {
                    found.put(row.getString("key"), queue(row));
                });
        return found;
    }

    public Map<MatterId, Queue> queuesByMatter(Collection<MatterId> matters, LocalDate today, LocalDate since) {
        var found = new HashMap<MatterId, Queue>();
        db.sql("SELECT pack AS key, " + QUEUE
                        + " FROM casework.v_case WHERE pack = ANY (CAST(:matters AS text[])) GROUP BY 1")
                .param("matters", matters.stream().map(MatterId::value).toArray(String[]::new))
                .param("today", today)
                .param("since", since)
                .query(row -> {
                    found.put(new MatterId(row.getString("key")), queue(row));
                });
        return found;
    }

    private static Queue queue(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Queue(row.getLong("open"), row.getLong("late"), row.getLong("closed"), row.getLong("hands"));
    }

    public Map<String, Received> received(Lines lines, LocalDate today) {
        var found = new HashMap<String, Received>();
        db.sql("""
            SELECT l.line, count(*) AS entitlements, sum(e.monthly_fen) AS monthly_fen FROM benefits.v_entitlement e
              JOIN unnest(CAST(:matters AS text[]), CAST(:lines AS text[])) AS l(matter, line)
                    ON l.matter = e.matter
             WHERE e.from_month <= :today AND (e.until_month IS NULL OR e.until_month > :today)
             GROUP BY 1
            """)
                .param("matters", lines.matters())
                .param("lines", lines.lines())
                .param("today", today)
                .query(row -> {
                    found.put(
                            row.getString("line"),
                            new Received(row.getLong("entitlements"), row.getLong("monthly_fen")));
                });
        return found;
    }

    /** How many people each line knows, and each two lines both know. */
    public Map<Pair, Long> people(Lines lines, LocalDate today) {
        var found = new HashMap<Pair, Long>();
        db.sql(KNOWN + """
            SELECT a.line AS one, b.line AS other, count(*) AS people
              FROM known a JOIN known b ON b.person_id = a.person_id AND b.line >= a.line GROUP BY 1, 2
            """)
                .param("matters", lines.matters())
                .param("lines", lines.lines())
                .param("today", today)
                .query(row -> {
                    found.put(Pair.of(row.getString("one"), row.getString("other")), row.getLong("people"));
                });
        return found;
    }

    public PageOf<PersonId> peopleOf(Lines lines, String one, String other, LocalDate today, int page) {
        String both = KNOWN + """
            , shared AS (SELECT person_id FROM known WHERE line = :one
                       INTERSECT SELECT person_id FROM known WHERE line = :other)
            """;
        long total = asked(both + "SELECT count(*) FROM shared", lines, one, other, today)
                .query(Long.class)
                .single();
        var rows = asked(
                        both + "SELECT person_id FROM shared ORDER BY person_id LIMIT :size OFFSET :offset",
                        lines,
                        one,
                        other,
                        today)
                .param("size", PageOf.SIZE)
                .param("offset", (page - 1) * PageOf.SIZE)
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
        return new PageOf<>(rows, page, PageOf.SIZE, total);
    }

    private JdbcClient.StatementSpec asked(String sql, Lines lines, String one, String other, LocalDate today) {
        return db.sql(sql)
                .param("matters", lines.matters())
                .param("lines", lines.lines())
                .param("one", one)
                .param("other", other)
                .param("today", today);
    }

    public Optional<LocalDate> firstDone() {
        return db.sql("SELECT min(done_on) FROM linkage.effect WHERE status = 'DONE'")
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /**
     * What was saved because one event was told once and served two lines: without the tie the family would have come
     * to one of them anyhow, so of the two the smaller saving counts.
     */
    public Map<Pair, Gain> gains(Lines lines, LocalDate since) {
        var found = new HashMap<Pair, Gain>();
        db.sql("""
            WITH per AS (
                SELECT e.event_id, l.line, sum(e.saved_visits) AS visits, sum(e.saved_papers) AS papers,
                       max(e.saved_days) AS days
                  FROM linkage.effect e
                  JOIN unnest(CAST(:matters AS text[]), CAST(:lines AS text[])) AS l(matter, line)
                    ON l.matter = e.matter
                 WHERE e.status = 'DONE' AND e.done_on >= :since
                 GROUP BY 1, 2)
            SELECT a.line AS one, b.line AS other, count(*) AS times, sum(least(a.visits, b.visits)) AS visits,
                   sum(least(a.papers, b.papers)) AS papers, sum(least(a.days, b.days)) AS days
              FROM per a JOIN per b ON b.event_id = a.event_id AND b.line > a.line GROUP BY 1, 2
            """)
                .param("matters", lines.matters())
                .param("lines", lines.lines())
                .param("since", since)
                .query(row -> {
                    found.put(Pair.of(row.getString("one"), row.getString("other")), gain(row));
                });
        return found;
    }

    public Map<Cell, Gain> gainsByCell(LocalDate since) {
        var found = new HashMap<Cell, Gain>();
        db.sql("""
            SELECT v.kind, e.matter, count(*) AS times, sum(e.saved_visits) AS visits, sum(e.saved_papers) AS papers,
                   sum(e.saved_days) AS days
              FROM linkage.effect e JOIN linkage.event v ON v.id = e.event_id
             WHERE e.status = 'DONE' AND e.done_on >= :since GROUP BY 1, 2
            """).param("since", since).query(row -> {
            found.put(new Cell(row.getString("kind"), new MatterId(row.getString("matter"))), gain(row));
        });
        return found;
    }

    private static Gain gain(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Gain(row.getLong("times"), row.getLong("visits"), row.getLong("papers"), row.getLong("days"), 0);
    }

    public PageOf<Done> done(String event, String matter, LocalDate since, int page, int size) {
        String from = """
             FROM linkage.effect e JOIN linkage.event v ON v.id = e.event_id
            WHERE e.status = 'DONE' AND e.done_on >= :since
              AND (:event = '' OR v.kind = :event) AND (:matter = '' OR e.matter = :matter)
            """;
        long total = db.sql("SELECT count(*)" + from)
                .param("since", since)
                .param("event", event)
                .param("matter", matter)
                .query(Long.class)
                .single();
        var rows = db.sql("""
            SELECT e.event_id, v.kind, e.subject_kind, e.subject_id, e.matter, e.effect, e.done_on, e.saved_visits,
                   e.saved_papers, e.saved_days
            """ + from + " ORDER BY e.done_on DESC, e.id LIMIT :size OFFSET :offset")
                .param("since", since)
                .param("event", event)
                .param("matter", matter)
                .param("size", size)
                .param("offset", (page - 1) * size)
                .query((row, n) -> new Done(
                        new EventId(row.getObject("event_id", UUID.class)),
                        row.getString("kind"),
                        new About(About.Kind.valueOf(row.getString("subject_kind")), row.getString("subject_id")),
                        new MatterId(row.getString("matter")),
                        LinkEffect.valueOf(row.getString("effect")),
                        row.getObject("done_on", LocalDate.class),
                        new LinkedEffect.Saved(
                                row.getInt("saved_visits"), row.getInt("saved_papers"), row.getInt("saved_days"))))
                .list();
        return new PageOf<>(rows, page, size, total);
    }
}
