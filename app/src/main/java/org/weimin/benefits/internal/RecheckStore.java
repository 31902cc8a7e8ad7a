package org.weimin.benefits.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.benefits.Entitlement;
import org.weimin.benefits.Recheck;
import org.weimin.benefits.Recheck.Which;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.shell.PageOf;

/** All SQL of benefits.recheck. */
@Repository
public class RecheckStore {
    private static final String FROM = """
          FROM benefits.recheck r
          JOIN benefits.entitlement e ON e.entitlement_id = r.entitlement_id AND upper_inf(e.known)
          JOIN people.v_person p ON p.person_id = e.payee_id
          LEFT JOIN benefits.review w ON w.subject_id = e.subject_id AND w.matter = e.matter
         WHERE\
        """ + " ";
    private static final String COLUMNS = """
        SELECT r.id, r.reason, r.on_day, r.case_file_id, r.result, e.entitlement_id, e.matter, e.subject_kind,
               e.subject_id, e.payee_id, p.name, e.monthly_fen, e.area, w.class
        """;
    private final JdbcClient db;
    private final BusinessClock clock;

    RecheckStore(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What was asked for the same reason on the same day already is that one. */
    public UUID add(Entitlement entitlement, Recheck.Reason reason, LocalDate on) {
        db.sql("""
            INSERT INTO benefits.recheck (id, entitlement_id, reason, on_day, area)
            VALUES (:id, :entitlement, :reason, :on, :area)
            ON CONFLICT (entitlement_id, reason, on_day) DO UPDATE SET done_at = NULL, result = NULL
             WHERE recheck.result = 'WITHDRAWN'
            """)
                .param("id", Ids.next())
                .param("entitlement", entitlement.id().value())
                .param("reason", reason.name())
                .param("on", on)
                .param("area", entitlement.area().value())
                .update();
        return db.sql("SELECT id FROM benefits.recheck WHERE entitlement_id = :entitlement AND reason = :reason"
                        + " AND on_day = :on")
                .param("entitlement", entitlement.id().value())
                .param("reason", reason.name())
                .param("on", on)
                .query(UUID.class)
                .single();
    }

    /** It is asked no longer, unless somebody is looking already. */
    public void withdraw(UUID id) {
        db.sql("""
            UPDATE benefits.recheck SET result = 'WITHDRAWN', done_at = :now
             WHERE id = :id AND case_file_id IS NULL AND done_at IS NULL
            """)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    public List<UUID> answeredBy(CaseFileId caseFile) {
        return db.sql("SELECT id FROM benefits.recheck WHERE case_file_id = :caseFile")
                .param("caseFile", caseFile.value())
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    public Optional<Recheck> find(UUID id) {
        return db.sql(COLUMNS + FROM + "r.id = :id")
                .param("id", id)
                .query(RecheckStore::recheck)
                .optional();
    }

    public PageOf<Recheck> list(Which which, int number) {
        int page = Math.max(1, number);
        var rows = db.sql(COLUMNS + FROM + condition(which) + " ORDER BY r.on_day, p.name, r.id LIMIT :size"
                        + " OFFSET :skip")
                .param("size", PageOf.SIZE)
                .param("skip", (page - 1L) * PageOf.SIZE)
                .query(RecheckStore::recheck)
                .list();
        return new PageOf<>(rows, page, PageOf.SIZE, count(which));
    }

    public Map<Which, Long> counts() {
        var counts = new EnumMap<Which, Long>(Which.class);
        for (Which which : Which.values()) {
            counts.put(which, count(which));
        }
        return counts;
    }

    public long count(Which which) {
        return db.sql("SELECT count(*) " + FROM + condition(which))
                .query(Long.class)
                .single();
    }

    /** Everything that waits about the same aid is answered by one case. */
    public void start(EntitlementId entitlement, CaseFileId caseFile) {
        db.sql("""
            UPDATE benefits.recheck SET case_file_id = :caseFile
             WHERE entitlement_id = :entitlement AND case_file_id IS NULL AND done_at IS NULL
            """)
                .param("caseFile", caseFile.value())
                .param("entitlement", entitlement.value())
                .update();
    }

    public void finish(CaseFileId caseFile, String result) {
        db.sql("""
            UPDATE benefits.recheck SET result = :result, done_at = :now
             WHERE case_file_id = :caseFile AND done_at IS NULL
            """)
                .param("result", result)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("caseFile", caseFile.value())
                .update();
    }

    /** What waits is about aid that still goes on; a new decision on the subject takes it off the list by itself. */
    private static String condition(Which which) {
        String waiting = "r.case_file_id IS NULL AND r.done_at IS NULL AND upper_inf(e.valid) AND r.reason ";
        return switch (which) {
            case DUE -> waiting + "= 'DUE'";
            case REPORTED -> waiting + "IN ('REPORTED', 'AUDITED')";
            case CHANGED -> waiting + "IN ('MEMBER_DIED', 'PAYEE_DIED', 'EVENT')";
            case DRAWN -> waiting + "= 'DRAWN'";
            case RUNNING -> "r.case_file_id IS NOT NULL AND r.done_at IS NULL";
            case DONE -> "r.done_at IS NOT NULL";
        };
    }

    private static Recheck recheck(ResultSet row, int number) throws SQLException {
        String given = row.getString("class");
        String result = row.getString("result");
        return new Recheck(
                row.getObject("id", UUID.class),
                new Recheck.Aid(
                        new EntitlementId(row.getObject("entitlement_id", UUID.class)),
                        new MatterId(row.getString("matter")),
                        Subject.of(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                        new PersonId(row.getObject("payee_id", UUID.class)),
                        row.getString("name"),
                        new Money(row.getLong("monthly_fen")),
                        new DivisionCode(row.getString("area")),
                        given == null ? "" : given),
                Recheck.Reason.valueOf(row.getString("reason")),
                row.getObject("on_day", LocalDate.class),
                Optional.ofNullable(row.getObject("case_file_id", UUID.class)).map(CaseFileId::new),
                result == null ? "" : result);
    }
}
