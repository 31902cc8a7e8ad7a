package org.weimin.linkage.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.engine.LinkEffect;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.StaffId;
import org.weimin.linkage.About;
import org.weimin.linkage.EventId;
import org.weimin.linkage.Gain;
import org.weimin.linkage.Integration.Done;
import org.weimin.linkage.Integration.DoneFilter;
import org.weimin.linkage.Integration.Hand;
import org.weimin.linkage.IntegrationMap.Queue;
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

        private String[] matters(String line) {
            return ofMatter.entrySet().stream()
                    .filter(each -> each.getValue().equals(line))
                    .map(each -> each.getKey().value())
                    .toArray(String[]::new);
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

    /** 所属事件: which it was, of what kind, and when it was told. */
    public record Told(EventId id, String kind, LocalDate toldOn) {}

    /** One effect that was done: because of which event, on which day, and what the table says that it saves. */
    public record Saving(Told event, MatterId matter, LocalDate doneOn, Gain estimate) {}

    public List<Saving> savings(LocalDate since) {
        return db.sql("""
            SELECT e.event_id, v.kind, v.reported_on, e.matter, e.done_on, e.saved_visits, e.saved_papers, e.saved_days
              FROM linkage.effect e JOIN linkage.event v ON v.id = e.event_id
             WHERE e.status = 'DONE' AND e.done_on >= :since
            """)
                .param("since", since)
                .query((row, n) -> new Saving(
                        new Told(
                                new EventId(row.getObject("event_id", UUID.class)),
                                row.getString("kind"),
                                row.getObject("reported_on", LocalDate.class)),
                        new MatterId(row.getString("matter")),
                        row.getObject("done_on", LocalDate.class),
                        estimate(row)))
                .list();
    }

    private static Gain estimate(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Gain(1, row.getInt("saved_visits"), row.getInt("saved_papers"), row.getInt("saved_days"), 0, 0);
    }

    /** Who has how much of these matters in hand. */
    public List<Hand> hands(Collection<MatterId> matters, LocalDate today) {
        return db.sql("""
            SELECT handler_id, count(*) AS open, count(*) FILTER (WHERE due_on < :today) AS late
              FROM casework.v_case
             WHERE pack = ANY (CAST(:matters AS text[])) AND closed_on IS NULL AND handler_id IS NOT NULL
             GROUP BY 1 ORDER BY 2 DESC, 1
            """)
                .param("matters", matters.stream().map(MatterId::value).toArray(String[]::new))
                .param("today", today)
                .query((row, n) -> new Hand(
                        new StaffId(row.getObject("handler_id", UUID.class)), row.getLong("open"), row.getLong("late")))
                .list();
    }

    public PageOf<Done> done(DoneFilter filter, Lines lines, LocalDate since, int page, int size) {
        String from = """
             FROM linkage.effect e JOIN linkage.event v ON v.id = e.event_id
            WHERE e.status = 'DONE' AND e.done_on >= :since
              AND (:event = '' OR v.kind = :event) AND (:matter = '' OR e.matter = :matter)
              AND CASE :saves WHEN 'visits' THEN e.saved_visits > 0 WHEN 'papers' THEN e.saved_papers > 0 ELSE true END
            """ + (filter.isOfPair() ? """
                  AND e.matter = ANY (CAST(:ones AS text[]) || CAST(:others AS text[]))
                  AND EXISTS (SELECT FROM linkage.effect b WHERE b.event_id = e.event_id AND b.status = 'DONE'
                                 AND b.done_on >= :since AND b.matter = ANY (CAST(:ones AS text[])))
                  AND EXISTS (SELECT FROM linkage.effect b WHERE b.event_id = e.event_id AND b.status = 'DONE'
                                 AND b.done_on >= :since AND b.matter = ANY (CAST(:others AS text[])))
                """ : "");
        long total = asked("SELECT count(*)" + from, filter, lines, since)
                .query(Long.class)
                .single();
        var rows = asked("""
            SELECT e.event_id, v.kind, e.subject_kind, e.subject_id, e.matter, e.effect, v.reported_on, e.done_on,
                   e.saved_visits, e.saved_papers, e.saved_days
            """ + from + " ORDER BY e.done_on DESC, e.id LIMIT :size OFFSET :offset", filter, lines, since)
                .param("size", size)
                .param("offset", (page - 1L) * size)
                .query((row, n) -> new Done(
                        new EventId(row.getObject("event_id", UUID.class)),
                        row.getString("kind"),
                        new About(About.Kind.valueOf(row.getString("subject_kind")), row.getString("subject_id")),
                        new MatterId(row.getString("matter")),
                        LinkEffect.valueOf(row.getString("effect")),
                        row.getObject("reported_on", LocalDate.class),
                        row.getObject("done_on", LocalDate.class),
                        estimate(row)))
                .list();
        return new PageOf<>(rows, page, size, total);
    }

    private JdbcClient.StatementSpec asked(String sql, DoneFilter filter, Lines lines, LocalDate since) {
        var asked = db.sql(sql)
                .param("since", since)
                .param("event", filter.event())
                .param("matter", filter.matter())
                .param("saves", filter.saves());
        return filter.isOfPair()
                ? asked.param("ones", lines.matters(filter.line())).param("others", lines.matters(filter.other()))
                : asked;
    }
}
