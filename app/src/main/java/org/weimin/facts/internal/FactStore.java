package org.weimin.facts.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.facts.FactItem;
import org.weimin.facts.PlacedFact;
import org.weimin.facts.RecordFact;
import org.weimin.home.Bulk;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.Period;
import org.weimin.kernel.Subject;

/** All SQL for facts.fact. */
@Repository
public class FactStore {
    private static final String COLUMNS = "id, subject_kind, subject_id, name, value, lower(valid) AS valid_from, "
            + "upper(valid) AS valid_until, source, evidence, recorded_on";
    private final JdbcClient db;
    private final Bulk bulk;
    private final BusinessClock clock;

    FactStore(JdbcClient db, Bulk bulk, BusinessClock clock) {
        this.db = db;
        this.bulk = bulk;
        this.clock = clock;
    }

    /** Closes what the same source said of the period, writes the parts outside it again, then the new value. */
    public UUID record(RecordFact command, DivisionCode area) {
        UUID id = Ids.next();
        @Nullable LocalDate until = command.valid().until().orElse(null);
        giveWay(command, until);
        db.sql("""
            INSERT INTO facts.fact (id, area, subject_kind, subject_id, name, value, source, evidence,
                                    recorded_on, recorded_by, valid, known)
            VALUES (:id, :area, :kind, :subject, :name, :value, :source, :evidence, :today, :actor,
                    daterange(:from::date, :until::date), tstzrange(:now::timestamptz, NULL))
            """)
                .param("id", id)
                .param("area", area.value())
                .param("kind", command.subject().kind())
                .param("subject", command.subject().id())
                .param("name", command.name())
                .param("value", command.value())
                .param("source", command.source())
                .param("evidence", command.evidence())
                .param("today", clock.today())
                .param("actor", Acting.current().key())
                .param("from", command.valid().from())
                .param("until", until)
                .param("now", now())
                .update();
        return id;
    }

    /** Rows by their keys, whether they are still believed or not. */
    Map<UUID, FactItem> rows(List<UUID> keys) {
        return db
                .sql("SELECT " + COLUMNS + " FROM facts.fact WHERE id = ANY (:keys::uuid[])")
                .param("keys", keys.stream().map(UUID::toString).toArray(String[]::new))
                .query(FactStore::item)
                .stream()
                .collect(Collectors.toMap(FactItem::id, item -> item));
    }

    /** Each command with the area of its subject. */
    public void insertAll(List<PlacedFact> placed, Instant knownFrom) {
        String columns = "id, area, subject_kind, subject_id, name, value, source, evidence, recorded_on, recorded_by, "
                + "valid, known";
        LocalDate recordedOn = LocalDate.ofInstant(knownFrom, BusinessClock.ZONE);
        String actor = Acting.current().key();
        String known = "[" + knownFrom + ",)";
        bulk.insert("facts.fact (" + columns + ")", rows -> {
            for (PlacedFact each : placed) {
                RecordFact fact = each.fact();
                String until = fact.valid().until().map(LocalDate::toString).orElse("");
                rows.row(
                        Ids.next(),
                        each.area(),
                        fact.subject().kind(),
                        fact.subject().id(),
                        fact.name(),
                        fact.value(),
                        fact.source(),
                        fact.evidence(),
                        recordedOn,
                        actor,
                        "[" + fact.valid().from() + "," + until + ")",
                        known);
            }
        });
    }

    private void giveWay(RecordFact command, @Nullable LocalDate until) {
        db.sql("""
            WITH closed AS (
                UPDATE facts.fact SET known = tstzrange(lower(known), :now::timestamptz)
                 WHERE subject_id = :subject AND name = :name AND source = :source AND upper_inf(known)
                   AND valid && daterange(:from::date, :until::date)
                RETURNING *)
            INSERT INTO facts.fact (id, area, subject_kind, subject_id, name, value, source, evidence,
                                    recorded_on, recorded_by, valid, known)
            SELECT gen_random_uuid(), area, subject_kind, subject_id, name, value, source, evidence,
                   recorded_on, recorded_by, part, tstzrange(:now::timestamptz, NULL)
              FROM closed,
                   unnest(datemultirange(valid) - datemultirange(daterange(:from::date, :until::date))) AS part
            """)
                .param("subject", command.subject().id())
                .param("name", command.name())
                .param("source", command.source())
                .param("from", command.valid().from())
                .param("until", until)
                .param("now", now())
                .update();
    }

    public List<FactItem> of(List<Subject> subjects, LocalDate asOf, Instant knownAt) {
        return db.sql("SELECT " + COLUMNS + """
              FROM facts.fact
             WHERE subject_id = ANY (:subjects::uuid[]) AND valid @> :asOf::date AND known @> :knownAt::timestamptz
             ORDER BY name, source, id
            """)
                .param("subjects", subjects.stream().map(Subject::id).toArray(UUID[]::new))
                .param("asOf", asOf)
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .query(FactStore::item)
                .list();
    }

    public List<FactItem> during(Subject subject, LocalDate from, LocalDate until, Instant knownAt) {
        return db.sql("SELECT " + COLUMNS + """
              FROM facts.fact
             WHERE subject_id = :subject AND valid && daterange(:from::date, :until::date)
               AND known @> :knownAt::timestamptz
             ORDER BY name, source, valid_from
            """)
                .param("subject", subject.id())
                .param("from", from)
                .param("until", until)
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .query(FactStore::item)
                .list();
    }

    public void close(UUID id) {
        db.sql("""
            UPDATE facts.fact SET known = tstzrange(lower(known), :now::timestamptz)
             WHERE id = :id AND upper_inf(known)
            """).param("id", id).param("now", now()).update();
    }

    /** False when there is no such fact that we still hold true. */
    public boolean end(UUID id, LocalDate on) {
        int rows =
                db.sql("""
                    WITH closed AS (
                        UPDATE facts.fact SET known = tstzrange(lower(known), :now::timestamptz)
                         WHERE id = :id AND upper_inf(known) AND lower(valid) < :on::date
                        RETURNING *)
                    INSERT INTO facts.fact (id, area, subject_kind, subject_id, name, value, source, evidence,
                                            recorded_on, recorded_by, valid, known)
                    SELECT gen_random_uuid(), area, subject_kind, subject_id, name, value, source, evidence,
                           recorded_on, recorded_by,
                           valid * daterange(NULL, :on::date), tstzrange(:now::timestamptz, NULL)
                      FROM closed
                    """).param("id", id).param("on", on).param("now", now()).update();
        return rows == 1;
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private static FactItem item(ResultSet row, int number) throws SQLException {
        return new FactItem(
                row.getObject("id", UUID.class),
                Subject.of(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                row.getString("name"),
                row.getString("value"),
                new Period(
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_until", LocalDate.class))),
                row.getString("source"),
                row.getString("evidence"),
                row.getObject("recorded_on", LocalDate.class));
    }
}
