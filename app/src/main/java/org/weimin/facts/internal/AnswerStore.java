package org.weimin.facts.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.engine.CheckItem.Channel;
import org.weimin.facts.CheckRequest;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.Period;
import org.weimin.kernel.PersonId;

/** All SQL for facts.check_answer and facts.check_value. */
@Repository
public class AnswerStore {
    /** What became of an answer. */
    public enum Fate {
        ACCEPTED,
        PARTIAL,
        CONTRADICTS,
        REPEATED,
        REFUSED,
        REPLACED
    }

    /** How an answer came, and the paper behind it. */
    public record Arrival(Channel channel, String reference, String evidence, String fingerprint) {}

    /** One answer as it is kept. */
    public record Kept(UUID id, UUID request, Fate fate, String refusal, Arrival arrival, Instant receivedAt) {}

    /** One value of an answer, by the name under which it is recorded. */
    public record Value(String name, String value, Period valid) {}

    private final JdbcClient db;
    private final BusinessClock clock;

    AnswerStore(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    UUID insert(CheckRequest request, Fate fate, String refusal, Arrival arrival) {
        UUID id = Ids.next();
        db.sql("""
            INSERT INTO facts.check_answer (id, area, request_id, bureau, channel, status, refusal, reference, evidence,
                   fingerprint, received_at, taken_by)
            VALUES (:id, :area, :request, :bureau, :channel, :fate, :refusal, :reference, :evidence, :fingerprint,
                   :now, :actor)
            """)
                .param("id", id)
                .param("area", request.of().area())
                .param("request", request.id())
                .param("bureau", request.item().bureau().id())
                .param("channel", arrival.channel().name())
                .param("fate", fate.name())
                .param("refusal", refusal)
                .param("reference", arrival.reference())
                .param("evidence", arrival.evidence())
                .param("fingerprint", arrival.fingerprint())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("actor", Acting.current().key())
                .update();
        return id;
    }

    void insertValues(UUID answer, String area, List<Value> values) {
        for (Value each : values) {
            db.sql("""
                INSERT INTO facts.check_value (id, area, answer_id, name, value, valid)
                VALUES (:id, :area, :answer, :name, :value, daterange(:from::date, :until::date))
                """)
                    .param("id", Ids.next())
                    .param("area", area)
                    .param("answer", answer)
                    .param("name", each.name())
                    .param("value", each.value())
                    .param("from", each.valid().from())
                    .param("until", each.valid().until().orElse(null))
                    .update();
        }
    }

    /** The latest answer of a request that was believed, whole or in part. */
    Optional<Kept> believed(UUID request) {
        return list("""
            SELECT * FROM facts.check_answer
             WHERE status IN ('ACCEPTED', 'PARTIAL')
               AND request_id = (SELECT coalesce(reused_from, id) FROM facts.check_request WHERE id = :id)
             ORDER BY status, received_at DESC, id DESC LIMIT 1
            """, request).stream().findFirst();
    }

    /** Everything that came for a request, the newest first. */
    public List<Kept> of(UUID request) {
        return list("""
            SELECT * FROM facts.check_answer
             WHERE request_id = (SELECT coalesce(reused_from, id) FROM facts.check_request WHERE id = :id)
             ORDER BY received_at DESC, id DESC LIMIT 50
            """, request);
    }

    private List<Kept> list(String sql, UUID request) {
        return db.sql(sql)
                .param("id", request)
                .query((row, n) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getObject("request_id", UUID.class),
                        Fate.valueOf(row.getString("status")),
                        row.getString("refusal"),
                        new Arrival(
                                Channel.valueOf(row.getString("channel")),
                                row.getString("reference"),
                                row.getString("evidence"),
                                row.getString("fingerprint")),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    public List<Value> values(UUID answer) {
        return db.sql("""
            SELECT name, value, lower(valid) AS from_day, upper(valid) AS until_day
              FROM facts.check_value WHERE answer_id = :id ORDER BY name, from_day
            """)
                .param("id", answer)
                .query((row, n) -> {
                    @Nullable LocalDate until = row.getObject("until_day", LocalDate.class);
                    return new Value(
                            row.getString("name"),
                            row.getString("value"),
                            new Period(row.getObject("from_day", LocalDate.class), Optional.ofNullable(until)));
                })
                .list();
    }

    void setFate(UUID answer, Fate fate) {
        db.sql("UPDATE facts.check_answer SET status = :fate WHERE id = :id")
                .param("id", answer)
                .param("fate", fate.name())
                .update();
    }

    /** Whether the same number has answered another question of this bureau. */
    boolean isReplay(CheckRequest request, String reference) {
        return db.sql("""
            SELECT EXISTS (SELECT FROM facts.check_answer
                            WHERE bureau = :bureau AND reference = :reference AND channel = 'API'
                              AND status IN ('ACCEPTED', 'PARTIAL', 'CONTRADICTS') AND request_id <> :request)
            """)
                .param("bureau", request.item().bureau().id())
                .param("reference", reference)
                .param("request", request.id())
                .query(Boolean.class)
                .single();
    }

    /** What these people were found to have of one fact in this case; reused answers count like the case's own. */
    List<String> found(CaseFileId caseFile, Collection<PersonId> persons, String name) {
        return db.sql("""
            SELECT v.value
              FROM facts.check_request r
              JOIN facts.check_answer a ON a.request_id = coalesce(r.reused_from, r.id) AND a.status = 'ACCEPTED'
              JOIN facts.check_value v ON v.answer_id = a.id AND v.name = :name
             WHERE r.case_file_id = :caseFile AND r.status = 'ANSWERED' AND r.person_id = ANY (:persons::uuid[])
            """)
                .param("caseFile", caseFile.value())
                .param("persons", persons.stream().map(PersonId::toString).toArray(String[]::new))
                .param("name", name)
                .query((row, n) -> row.getString("value"))
                .list();
    }
}
