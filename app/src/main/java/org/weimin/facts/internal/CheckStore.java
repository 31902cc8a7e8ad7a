package org.weimin.facts.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.engine.CheckItem;
import org.weimin.engine.CheckItem.Channel;
import org.weimin.facts.CheckRequest;
import org.weimin.facts.CheckRequest.Status;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;

/** All SQL for facts.check_request. */
@Repository
public class CheckStore {
    static final String SELECT = """
        SELECT r.*, p.name AS person_name FROM facts.check_request r JOIN people.v_person p USING (person_id)
        """;

    private final JdbcClient db;
    private final CheckCatalogue catalogue;
    private final BusinessClock clock;

    CheckStore(JdbcClient db, CheckCatalogue catalogue, BusinessClock clock) {
        this.db = db;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** False when the case has asked this already. */
    boolean insert(CheckRequest made, @Nullable UUID consent, @Nullable UUID reusedFrom) {
        return db.sql("""
            INSERT INTO facts.check_request (id, area, case_file_id, case_number, household_id, item, bureau, person_id,
                   means, consent_id, channel, status, asked_on, asked_by, due_on, escalates_on, answered_on,
                   valid_until, reference, next_try_at, reused_from)
            VALUES (:id, :area, :caseFile, :caseNumber, :household, :item, :bureau, :person, :means, :consent, :channel,
                   :status, :askedOn, :actor, :dueOn, :escalatesOn, :answeredOn, :validUntil, :reference, :now, :reused)
            ON CONFLICT (case_file_id, item, person_id) WHERE status <> 'CLOSED' DO NOTHING
            """)
                        .param("id", made.id())
                        .param("area", made.of().area())
                        .param("caseFile", made.of().caseFile().value())
                        .param("caseNumber", made.of().caseNumber())
                        .param(
                                "household",
                                made.of().household().map(HouseholdId::value).orElse(null))
                        .param("item", made.item().id())
                        .param("bureau", made.item().bureau().id())
                        .param("person", made.of().person().value())
                        .param("means", made.item().isMeans())
                        .param("consent", consent)
                        .param("channel", made.channel().name())
                        .param("status", made.status().name())
                        .param("askedOn", made.dates().askedOn())
                        .param("actor", Acting.current().key())
                        .param("dueOn", made.dates().dueOn())
                        .param("escalatesOn", made.dates().escalatesOn())
                        .param("answeredOn", made.dates().answeredOn().orElse(null))
                        .param("validUntil", made.dates().validUntil().orElse(null))
                        .param("reference", made.reference())
                        .param("now", now())
                        .param("reused", reusedFrom)
                        .update()
                == 1;
    }

    /** Whether a bureau has answered about this person's identity number. */
    boolean areAnswered(PersonId person) {
        return db.sql("SELECT EXISTS (SELECT FROM facts.check_request WHERE person_id = :person AND status ="
                        + " 'ANSWERED')")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    public CheckRequest get(UUID id) {
        return one(SELECT + "WHERE r.id = :id", id);
    }

    /**
     * Locked until the transaction ends, so that two answers cannot both be the first; and its case with it, so that of
     * several registers that answer in the same moment the last one sees what the others said.
     */
    CheckRequest lock(UUID id) {
        db.sql("""
            SELECT pg_advisory_xact_lock(hashtextextended(case_file_id::text, 0))::text
              FROM facts.check_request WHERE id = :id
            """).param("id", id).query(String.class).optional();
        return one(SELECT + "WHERE r.id = :id FOR UPDATE OF r", id);
    }

    private CheckRequest one(String sql, UUID id) {
        return db.sql(sql)
                .param("id", id)
                .query((row, n) -> request(row))
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }

    List<CheckRequest> ofCase(CaseFileId caseFile) {
        return db.sql(SELECT + "WHERE r.case_file_id = :id AND r.status <> 'CLOSED' ORDER BY r.item, p.name, r.id")
                .param("id", caseFile.value())
                .query((row, n) -> request(row))
                .list();
    }

    /** 社会救助法 第四十二条: what was found once holds for other cases too, while it is not too old. */
    Optional<CheckRequest> findValid(PersonId person, String item, LocalDate day) {
        return db.sql(SELECT + """
            WHERE r.person_id = :person AND r.item = :item AND r.status = 'ANSWERED' AND r.reused_from IS NULL
              AND r.valid_until >= :day
            ORDER BY r.answered_on DESC, r.id DESC LIMIT 1
            """)
                .param("person", person.value())
                .param("item", item)
                .param("day", day)
                .query((row, n) -> request(row))
                .optional();
    }

    /** Takes what is to be sent now, for so long that no other instance sends it too. */
    List<UUID> takeDue(int most, Duration lease) {
        return db.sql("""
            UPDATE facts.check_request SET tries = tries + 1, next_try_at = :until
             WHERE id IN (SELECT id FROM facts.check_request
                           WHERE channel = 'API' AND status IN ('PLANNED', 'ASKED', 'UNKNOWN', 'PARTIAL')
                             AND next_try_at <= :now
                           ORDER BY next_try_at LIMIT :most FOR UPDATE SKIP LOCKED)
            RETURNING id
            """)
                .param("until", now().plus(lease))
                .param("now", now())
                .param("most", most)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    /** The bureau took the question, or we cannot tell whether it did. */
    void wait(UUID id, Status status, Duration pause) {
        db.sql("""
            UPDATE facts.check_request
               SET status = CASE WHEN status = 'PARTIAL' THEN status ELSE :status END, next_try_at = :at,
                   tries = CASE :status WHEN 'ASKED' THEN 0 ELSE tries END
             WHERE id = :id AND status IN ('PLANNED', 'ASKED', 'UNKNOWN', 'PARTIAL')
            """)
                .param("id", id)
                .param("status", status.name())
                .param("at", now().plus(pause))
                .update();
    }

    void fail(UUID id, String failure) {
        db.sql("""
            UPDATE facts.check_request SET status = 'FAILED', failure = :failure
             WHERE id = :id AND status NOT IN ('ANSWERED', 'CLOSED')
            """).param("id", id).param("failure", failure).update();
    }

    void partial(UUID id, String missing, Duration pause) {
        db.sql("""
            UPDATE facts.check_request SET status = 'PARTIAL', failure = :missing, next_try_at = :at WHERE id = :id
            """)
                .param("id", id)
                .param("missing", missing)
                .param("at", now().plus(pause))
                .update();
    }

    void answered(UUID id, String reference, LocalDate on, LocalDate validUntil) {
        db.sql("""
            UPDATE facts.check_request
               SET status = 'ANSWERED', failure = '', reference = :reference, answered_on = :on,
                   valid_until = :validUntil
             WHERE id = :id
            """)
                .param("id", id)
                .param("reference", reference)
                .param("on", on)
                .param("validUntil", validUntil)
                .update();
    }

    void close(UUID id) {
        db.sql("UPDATE facts.check_request SET status = 'CLOSED' WHERE id = :id")
                .param("id", id)
                .update();
    }

    void closeOpenOf(CaseFileId caseFile) {
        db.sql("""
            UPDATE facts.check_request SET status = 'CLOSED'
             WHERE case_file_id = :id AND status NOT IN ('ANSWERED', 'CLOSED')
            """).param("id", caseFile.value()).update();
    }

    /** Marks what is late since the day before, and returns it. */
    List<CheckRequest> markLate(LocalDate day) {
        return marked("""
            UPDATE facts.check_request SET late_on = :day
             WHERE due_on < :day AND late_on IS NULL AND status NOT IN ('ANSWERED', 'CLOSED') RETURNING id
            """, day);
    }

    List<CheckRequest> markEscalated(LocalDate day) {
        return marked("""
            UPDATE facts.check_request SET escalated_on = :day
             WHERE escalates_on < :day AND escalated_on IS NULL AND status NOT IN ('ANSWERED', 'CLOSED') RETURNING id
            """, day);
    }

    private List<CheckRequest> marked(String sql, LocalDate day) {
        return db.sql(sql).param("day", day).query((row, n) -> row.getObject("id", UUID.class)).list().stream()
                .map(this::get)
                .toList();
    }

    CheckRequest request(ResultSet row) throws SQLException {
        CheckItem item = catalogue.get(row.getString("item"));
        var of = new CheckRequest.Of(
                new CaseFileId(row.getObject("case_file_id", UUID.class)),
                row.getString("case_number"),
                Optional.ofNullable(row.getObject("household_id", UUID.class)).map(HouseholdId::new),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("person_name"),
                row.getString("area"));
        var dates = new CheckRequest.Dates(
                row.getObject("asked_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("escalates_on", LocalDate.class),
                Optional.ofNullable(row.getObject("answered_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)));
        return new CheckRequest(
                row.getObject("id", UUID.class),
                of,
                item,
                Channel.valueOf(row.getString("channel")),
                Status.valueOf(row.getString("status")),
                row.getString("failure"),
                dates,
                row.getString("reference"),
                row.getInt("tries"),
                Optional.ofNullable(row.getObject("batch_id", UUID.class)));
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }
}
