package org.weimin.benefits.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.benefits.Entitlement;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;

/** All SQL that writes benefits.entitlement; dated twice, so an end closes what was known and writes it anew. */
@Repository
public class EntitlementStore {
    private static final String COLUMNS = """
        entitlement_id, matter, subject_kind, subject_id, payee_id, monthly_fen, lower(valid) AS valid_from,
        upper(valid) AS valid_until, decided_by, area
        """;
    private final JdbcClient db;
    private final BusinessClock clock;

    EntitlementStore(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    public void add(Entitlement granted) {
        addAll(List.of(granted));
    }

    public void addAll(List<Entitlement> granted) {
        try {
            db.sql("""
                INSERT INTO benefits.entitlement (id, entitlement_id, matter, subject_kind, subject_id, payee_id,
                                                  monthly_fen, decided_by, area, valid, known)
                SELECT uuidv7(), id, matter, kind, subject, payee, monthly, decided_by, area,
                       daterange(valid_from, valid_until), tstzrange(:now, NULL)
                  FROM unnest(CAST(:ids AS uuid[]), CAST(:matters AS text[]), CAST(:kinds AS text[]),
                              CAST(:subjects AS uuid[]), CAST(:payees AS uuid[]), CAST(:monthlies AS bigint[]),
                              CAST(:cases AS uuid[]), CAST(:areas AS text[]), CAST(:froms AS date[]),
                              CAST(:untils AS date[]))
                       AS granted(id, matter, kind, subject, payee, monthly, decided_by, area, valid_from,
                                  valid_until)
                """)
                    .param("now", now())
                    .param("ids", texts(granted, each -> each.id().toString()))
                    .param("matters", texts(granted, each -> each.matter().value()))
                    .param("kinds", texts(granted, each -> each.subject().kind()))
                    .param(
                            "subjects",
                            texts(granted, each -> each.subject().id().toString()))
                    .param("payees", texts(granted, each -> each.payee().toString()))
                    .param(
                            "monthlies",
                            granted.stream()
                                    .mapToLong(each -> each.monthly().fen())
                                    .toArray())
                    .param("cases", texts(granted, each -> each.decidedBy().toString()))
                    .param("areas", texts(granted, each -> each.area().value()))
                    .param("froms", texts(granted, each -> each.from().atDay(1).toString()))
                    .param(
                            "untils",
                            granted.stream()
                                    .map(each -> each.until()
                                            .map(month -> month.atDay(1).toString())
                                            .orElse(null))
                                    .toArray(String[]::new))
                    .update();
        } catch (DataIntegrityViolationException overlapping) {
            if (String.valueOf(overlapping.getMessage()).contains("entitlement_once")) {
                throw new Refused("benefits.grant.overlapping");
            }
            throw overlapping;
        }
    }

    /** An end before the first month leaves nothing of it but what was known. */
    public void end(Entitlement entitlement, YearMonth until, String reason) {
        db.sql("""
            WITH closed AS (
                UPDATE benefits.entitlement SET known = tstzrange(lower(known), :now)
                 WHERE entitlement_id = :id AND upper_inf(known)
                RETURNING *)
            INSERT INTO benefits.entitlement (id, entitlement_id, matter, subject_kind, subject_id, payee_id,
                                              monthly_fen, decided_by, ended_because, area, valid, known)
            SELECT uuidv7(), entitlement_id, matter, subject_kind, subject_id, payee_id, monthly_fen, decided_by,
                   :reason, area, valid * daterange(NULL, :until), tstzrange(:now, NULL)
              FROM closed WHERE lower(valid) < :until
            """)
                .param("now", now())
                .param("id", entitlement.id().value())
                .param("until", until.atDay(1))
                .param("reason", reason)
                .update();
    }

    /** Rows by their keys, whether they are still believed or not. */
    Map<UUID, Entitlement> rows(List<UUID> keys) {
        Map<UUID, Entitlement> rows = new HashMap<>();
        db.sql("SELECT id, " + COLUMNS + " FROM benefits.entitlement WHERE id = ANY (:keys::uuid[])")
                .param("keys", keys.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    rows.put(row.getObject("id", UUID.class), entitlement(row, row.getRow()));
                });
        return rows;
    }

    /** What is known now; nothing where an end before the first month left nothing. */
    public Optional<Entitlement> find(EntitlementId id) {
        return db.sql("SELECT " + COLUMNS + """
             FROM benefits.entitlement WHERE entitlement_id = :id AND upper_inf(known)
            """)
                .param("id", id.value())
                .query(EntitlementStore::entitlement)
                .optional();
    }

    /** As the last decision left it. */
    public Optional<Entitlement> findDecided(EntitlementId id) {
        return db.sql("SELECT " + COLUMNS + """
             FROM benefits.entitlement WHERE entitlement_id = :id AND ended_because IS DISTINCT FROM 'EVENT'
             ORDER BY id DESC LIMIT 1
            """)
                .param("id", id.value())
                .query(EntitlementStore::entitlement)
                .optional();
    }

    public List<Entitlement> decidedFor(Subject subject) {
        return db.sql("SELECT DISTINCT ON (entitlement_id) " + COLUMNS + """
             FROM benefits.entitlement WHERE subject_id = :subject AND ended_because IS DISTINCT FROM 'EVENT'
             ORDER BY entitlement_id, id DESC
            """)
                .param("subject", subject.id())
                .query(EntitlementStore::entitlement)
                .list();
    }

    /** Stands until the month, as events have it; false where another decision has taken its place since. */
    public boolean standUntil(Entitlement decided, Optional<YearMonth> until) {
        String day = until.map(month -> month.atDay(1).toString()).orElse(null);
        boolean replaced = db.sql("""
            SELECT EXISTS (SELECT FROM benefits.entitlement
                            WHERE subject_id = :subject AND matter = :matter AND entitlement_id <> :id
                              AND upper_inf(known)
                              AND valid && daterange(:from, CASE WHEN CAST(:until AS date) < :from THEN :from
                                                                 ELSE CAST(:until AS date) END))
            """)
                .param("subject", decided.subject().id())
                .param("matter", decided.matter().value())
                .param("id", decided.id().value())
                .param("from", decided.from().atDay(1))
                .param("until", day)
                .query(Boolean.class)
                .single();
        if (replaced) {
            return false;
        }
        db.sql("""
            WITH decided AS (
                SELECT * FROM benefits.entitlement
                 WHERE entitlement_id = :id AND ended_because IS DISTINCT FROM 'EVENT' ORDER BY id DESC LIMIT 1),
            closed AS (
                UPDATE benefits.entitlement SET known = tstzrange(lower(known), :now)
                 WHERE entitlement_id = :id AND upper_inf(known) RETURNING id)
            INSERT INTO benefits.entitlement (id, entitlement_id, matter, subject_kind, subject_id, payee_id,
                                              monthly_fen, decided_by, ended_because, area, valid, known)
            SELECT uuidv7(), entitlement_id, matter, subject_kind, subject_id, payee_id, monthly_fen, decided_by,
                   CASE WHEN upper(valid) IS NOT DISTINCT FROM CAST(:until AS date) THEN ended_because ELSE 'EVENT' END,
                   area, daterange(lower(valid), CAST(:until AS date)), tstzrange(:now, NULL)
              FROM decided
             WHERE (SELECT count(*) FROM closed) >= 0
               AND (CAST(:until AS date) IS NULL OR lower(valid) < CAST(:until AS date))
            """)
                .param("now", now())
                .param("id", decided.id().value())
                .param("until", day)
                .update();
        return true;
    }

    public List<Entitlement> of(Subject subject) {
        return db.sql("SELECT " + COLUMNS + """
             FROM benefits.entitlement WHERE subject_id = :subject AND upper_inf(known) ORDER BY valid DESC
            """)
                .param("subject", subject.id())
                .query(EntitlementStore::entitlement)
                .list();
    }

    public List<Entitlement> covering(YearMonth month) {
        return db.sql("SELECT " + COLUMNS + """
             FROM benefits.entitlement WHERE valid @> CAST(:day AS date) AND upper_inf(known)
            """)
                .param("day", month.atDay(1))
                .query(EntitlementStore::entitlement)
                .list();
    }

    /** Those of a matter in a place that reach into the month or beyond it, from the next id on. */
    public List<Entitlement> holders(
            MatterId matter, DivisionCode place, YearMonth month, EntitlementId after, int most) {
        return db.sql("SELECT " + COLUMNS + """
             FROM benefits.entitlement
            WHERE matter = :matter AND area >= :area AND area < :areaUntil AND upper_inf(known)
              AND (upper(valid) IS NULL OR upper(valid) > :month) AND entitlement_id > :after
            ORDER BY entitlement_id LIMIT :most
            """)
                .param("matter", matter.value())
                .param("area", place.value())
                .param("areaUntil", place.areaUntil())
                .param("month", month.atDay(1))
                .param("after", after.value())
                .param("most", most)
                .query(EntitlementStore::entitlement)
                .list();
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private static String[] texts(List<Entitlement> granted, Function<Entitlement, String> text) {
        return granted.stream().map(text).toArray(String[]::new);
    }

    private static Entitlement entitlement(ResultSet row, int number) throws SQLException {
        return new Entitlement(
                new EntitlementId(row.getObject("entitlement_id", UUID.class)),
                new MatterId(row.getString("matter")),
                Subject.of(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                new PersonId(row.getObject("payee_id", UUID.class)),
                new Money(row.getLong("monthly_fen")),
                YearMonth.from(row.getObject("valid_from", LocalDate.class)),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class))
                        .map(YearMonth::from),
                new CaseFileId(row.getObject("decided_by", UUID.class)),
                new DivisionCode(row.getString("area")));
    }
}
