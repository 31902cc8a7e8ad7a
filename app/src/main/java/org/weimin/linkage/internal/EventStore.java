package org.weimin.linkage.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.engine.EventKind.Detail;
import org.weimin.engine.EventKind.Filter;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.linkage.About;
import org.weimin.linkage.EventFilter;
import org.weimin.linkage.EventId;
import org.weimin.linkage.FilterResult;
import org.weimin.linkage.LinkedEvent;
import org.weimin.linkage.LinkedEvent.Decided;
import org.weimin.linkage.LinkedEvent.Status;
import org.weimin.linkage.RegisterEvent.Origin;
import org.weimin.shell.PageOf;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of linkage.event, linkage.other_content and linkage.filter_result. */
@Repository
public class EventStore {
    public static final int MOST_EXPORTED = 50_000;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<EnumMap<Detail, String>> DETAILS = new TypeReference<>() {};
    private final JdbcClient db;

    EventStore(JdbcClient db) {
        this.db = db;
    }

    /** False where the source has told something under this number before. */
    public boolean insert(LinkedEvent event) {
        return content(db.sql("""
            INSERT INTO linkage.event (id, kind, source, number, subject_kind, subject_id, happened_on, reported_on,
                                       known_at, details, registered_by, area)
            VALUES (:id, :kind, :source, :number, :subjectKind, :subject, :happened, :reported, :known,
                    CAST(:details AS jsonb), :by, :area)
            ON CONFLICT (source, number) DO NOTHING
            """), event)
                        .param("id", event.id().value())
                        .param("source", event.origin().source())
                        .param("number", event.origin().number())
                        .param("reported", event.told().on())
                        .param("by", event.told().by())
                        .update()
                == 1;
    }

    /** What else was told under its number; the event is worked again. */
    public void contradict(LinkedEvent first, LinkedEvent other) {
        keepBeside(first, other);
        receive(first.id());
    }

    private void keepBeside(LinkedEvent first, LinkedEvent other) {
        content(db.sql("""
            INSERT INTO linkage.other_content (id, event_id, digest, kind, subject_kind, subject_id, happened_on,
                                               details, told_at, area)
            VALUES (:id, :event, md5(concat_ws('|', :kind, :subjectKind, :subject, CAST(:happened AS text), :details)),
                    :kind, :subjectKind, :subject, :happened, CAST(:details AS jsonb), :known, :area)
            ON CONFLICT (event_id, digest) DO NOTHING
            """), other)
                .param("id", Ids.next())
                .param("event", first.id().value())
                .update();
    }

    private static JdbcClient.StatementSpec content(JdbcClient.StatementSpec statement, LinkedEvent event) {
        return statement
                .param("kind", event.kind())
                .param("subjectKind", event.about().kind().name())
                .param("subject", event.about().id())
                .param("happened", event.happenedOn())
                .param("details", JSON.writeValueAsString(new TreeMap<>(event.details())))
                .param("known", event.told().knownAt().atOffset(ZoneOffset.UTC))
                .param("area", event.area().value());
    }

    public static boolean sameContent(LinkedEvent one, LinkedEvent other) {
        return one.kind().equals(other.kind())
                && one.about().equals(other.about())
                && one.happenedOn().equals(other.happenedOn())
                && one.details().equals(other.details());
    }

    public LinkedEvent get(EventId id) {
        return db.sql("SELECT * FROM linkage.event WHERE id = :id")
                .param("id", id.value())
                .query(EventStore::event)
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }

    public Optional<LinkedEvent> find(Origin origin) {
        return db.sql("SELECT * FROM linkage.event WHERE source = :source AND number = :number")
                .param("source", origin.source())
                .param("number", origin.number())
                .query(EventStore::event)
                .optional();
    }

    public List<LinkedEvent> otherContent(LinkedEvent first) {
        return db.sql("SELECT * FROM linkage.other_content WHERE event_id = :event ORDER BY told_at, id")
                .param("event", first.id().value())
                .query((row, n) -> new LinkedEvent(
                        first.id(),
                        row.getString("kind"),
                        first.origin(),
                        about(row),
                        row.getObject("happened_on", LocalDate.class),
                        new LinkedEvent.Told(
                                first.told().on(),
                                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                                first.told().by()),
                        details(row),
                        first.status(),
                        first.handling(),
                        new DivisionCode(row.getString("area"))))
                .list();
    }

    /** Those of which something else was told under the same number. */
    List<EventId> contradicted(List<LinkedEvent> told) {
        return db.sql("""
            SELECT DISTINCT event_id FROM linkage.other_content WHERE event_id = ANY(CAST(:events AS uuid[]))
            """)
                .param("events", ids(told))
                .query((row, n) -> new EventId(row.getObject(1, UUID.class)))
                .list();
    }

    private static String[] ids(Collection<LinkedEvent> events) {
        return events.stream().map(event -> event.id().toString()).toArray(String[]::new);
    }

    /** What was told of somebody else and one of these, such as a marriage. */
    List<LinkedEvent> naming(List<PersonId> those) {
        return db.sql("SELECT * FROM linkage.event WHERE other_id = ANY(:ids)")
                .param("ids", those.stream().map(PersonId::toString).toArray(String[]::new))
                .query(EventStore::event)
                .list();
    }

    /** Events are worked one at a time: what follows from one may rest on another that is being worked. */
    void lock() {
        db.sql("SELECT pg_advisory_xact_lock(hashtext('linkage'))")
                .query((row, n) -> true)
                .single();
    }

    public PageOf<LinkedEvent> list(EventFilter filter, int page, int size) {
        var rows = filtered(db.sql("SELECT *" + where(filter) + """
             ORDER BY status = 'WAITS_FOR_PERSON' DESC, happened_on DESC, id DESC
             LIMIT :size OFFSET :skip
            """), filter)
                .param("size", size)
                .param("skip", (page - 1L) * size)
                .query(EventStore::event)
                .list();
        long total = filtered(db.sql("SELECT count(*)" + where(filter)), filter)
                .query(Long.class)
                .single();
        return new PageOf<>(rows, page, size, total);
    }

    private static String where(EventFilter filter) {
        return " FROM linkage.event WHERE area >= :area AND area < :areaUntil"
                + (filter.kind().isEmpty() ? "" : " AND kind = :kind")
                + (filter.status().isEmpty() ? "" : " AND status = :status")
                + (filter.happened().isEmpty() ? "" : " AND happened_on BETWEEN :from AND :through");
    }

    private static JdbcClient.StatementSpec filtered(JdbcClient.StatementSpec statement, EventFilter filter) {
        var asked = statement
                .param("area", filter.place().value())
                .param("areaUntil", filter.place().areaUntil());
        if (!filter.kind().isEmpty()) {
            asked = asked.param("kind", filter.kind());
        }
        if (filter.status().isPresent()) {
            asked = asked.param("status", filter.status().get().name());
        }
        if (filter.happened().isPresent()) {
            asked = asked.param("from", filter.happened().get().from())
                    .param("through", filter.happened().get().through());
        }
        return asked;
    }

    public long countWaiting() {
        return db.sql("SELECT count(*) FROM linkage.event WHERE status = 'WAITS_FOR_PERSON'")
                .query(Long.class)
                .single();
    }

    public List<LinkedEvent> about(List<About> those) {
        return db.sql("""
            SELECT * FROM linkage.event WHERE subject_id = ANY(:ids) ORDER BY happened_on DESC, source, number
            """)
                .param("ids", those.stream().map(About::id).toArray(String[]::new))
                .query(EventStore::event)
                .list();
    }

    /** What is told and not worked yet, in the order in which it came. */
    List<EventId> received(int most) {
        return db.sql("SELECT id FROM linkage.event WHERE status = 'RECEIVED' ORDER BY known_at, id LIMIT :most")
                .param("most", most)
                .query((row, n) -> new EventId(row.getObject("id", UUID.class)))
                .list();
    }

    public void decide(LinkedEvent event, Decided decided, String why) {
        db.sql("""
            UPDATE linkage.event
               SET decided = :decided, settled_why = :why, status = 'RECEIVED', version = version + 1,
                   looked_through = CASE WHEN :decided = 'DISMISSED' THEN :first ELSE looked_through END
             WHERE id = :id
            """)
                .param("first", new UUID(0, 0))
                .param("decided", decided.name())
                .param("why", why)
                .param("id", event.id().value())
                .update();
    }

    /** Whom it was about before is remembered: whatever followed for them is worked out anew. */
    public void correct(LinkedEvent event, About about, LocalDate happenedOn, DivisionCode area, String why) {
        if (event.about().kind() != About.Kind.UNKNOWN && !event.about().equals(about)) {
            keepBeside(event, event);
        }
        db.sql("""
            UPDATE linkage.event
               SET subject_kind = :kind, subject_id = :subject, happened_on = :happened, area = :area,
                   decided = 'ACCEPTED', settled_why = :why, status = 'RECEIVED', version = version + 1
             WHERE id = :id
            """)
                .param("kind", about.kind().name())
                .param("subject", about.id())
                .param("happened", happenedOn)
                .param("area", area.value())
                .param("why", why)
                .param("id", event.id().value())
                .update();
    }

    private void receive(EventId id) {
        db.sql("UPDATE linkage.event SET status = 'RECEIVED', version = version + 1 WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    void worked(LinkedEvent event, Status status, String tableVersion) {
        db.sql("""
            UPDATE linkage.event SET status = :status, table_version = :table, version = version + 1
             WHERE id = :id AND (status, table_version) IS DISTINCT FROM (:status, :table)
            """)
                .param("status", status.name())
                .param("table", tableVersion)
                .param("id", event.id().value())
                .update();
    }

    /** Through which entitlement its matter has been looked at. */
    EntitlementId lookedThrough(LinkedEvent event) {
        return db.sql("SELECT looked_through FROM linkage.event WHERE id = :id")
                .param("id", event.id().value())
                .query((row, n) -> new EntitlementId(row.getObject(1, UUID.class)))
                .single();
    }

    void lookedThrough(LinkedEvent event, EntitlementId last) {
        db.sql("UPDATE linkage.event SET looked_through = :last WHERE id = :id")
                .param("last", last.value())
                .param("id", event.id().value())
                .update();
    }

    public List<FilterResult> filters(EventId event) {
        return db.sql("SELECT no, filter, outcome, why FROM linkage.filter_result WHERE event_id = :event ORDER BY no")
                .param("event", event.value())
                .query(EventStore::filter)
                .list();
    }

    private static FilterResult filter(ResultSet row, int number) throws SQLException {
        return new FilterResult(
                row.getInt("no"),
                Filter.valueOf(row.getString("filter")),
                FilterResult.Outcome.valueOf(row.getString("outcome")),
                new FilterResult.Why(row.getString("why")));
    }

    /** Only what is not found as it was before is written. */
    void keep(Map<LinkedEvent, List<FilterResult>> found) {
        Map<EventId, List<FilterResult>> before = filters(found.keySet());
        found.forEach((event, results) -> {
            if (!results.equals(before.get(event.id()))) {
                keep(event, results);
            }
        });
    }

    private Map<EventId, List<FilterResult>> filters(Collection<LinkedEvent> events) {
        var filters = new HashMap<EventId, List<FilterResult>>();
        db.sql("""
            SELECT event_id, no, filter, outcome, why FROM linkage.filter_result
             WHERE event_id = ANY(CAST(:events AS uuid[])) ORDER BY event_id, no
            """).param("events", ids(events)).query(row -> {
            filters.computeIfAbsent(new EventId(row.getObject("event_id", UUID.class)), event -> new ArrayList<>())
                    .add(filter(row, 0));
        });
        return filters;
    }

    private void keep(LinkedEvent event, List<FilterResult> results) {
        db.sql("DELETE FROM linkage.filter_result WHERE event_id = :event")
                .param("event", event.id().value())
                .update();
        db.sql("""
            INSERT INTO linkage.filter_result (event_id, no, filter, outcome, why, area)
            SELECT :event, no, filter, outcome, why, :area
              FROM unnest(CAST(:nos AS int[]), CAST(:filters AS text[]), CAST(:outcomes AS text[]),
                          CAST(:whys AS text[])) AS found(no, filter, outcome, why)
            """)
                .param("event", event.id().value())
                .param("area", event.area().value())
                .param("nos", results.stream().mapToInt(FilterResult::no).toArray())
                .param(
                        "filters",
                        results.stream().map(each -> each.filter().name()).toArray(String[]::new))
                .param(
                        "outcomes",
                        results.stream().map(each -> each.outcome().name()).toArray(String[]::new))
                .param("whys", results.stream().map(each -> each.why().detail()).toArray(String[]::new))
                .update();
    }

    private static LinkedEvent event(ResultSet row, int number) throws SQLException {
        return new LinkedEvent(
                new EventId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                new Origin(row.getString("source"), row.getString("number")),
                about(row),
                row.getObject("happened_on", LocalDate.class),
                new LinkedEvent.Told(
                        row.getObject("reported_on", LocalDate.class),
                        row.getObject("known_at", OffsetDateTime.class).toInstant(),
                        row.getString("registered_by")),
                details(row),
                Status.valueOf(row.getString("status")),
                new LinkedEvent.Handling(
                        row.getString("table_version"),
                        Decided.valueOf(row.getString("decided")),
                        row.getString("settled_why")),
                new DivisionCode(row.getString("area")));
    }

    private static About about(ResultSet row) throws SQLException {
        return new About(About.Kind.valueOf(row.getString("subject_kind")), row.getString("subject_id"));
    }

    private static Map<Detail, String> details(ResultSet row) throws SQLException {
        return JSON.readValue(row.getString("details"), DETAILS);
    }
}
