package org.weimin.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.casework.Assessment;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Claim;
import org.weimin.casework.HandOver;
import org.weimin.casework.Hearing;
import org.weimin.casework.Progress;
import org.weimin.casework.Standing;
import org.weimin.casework.Transfer;
import org.weimin.engine.Pack;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.ApplicationId;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.StaffId;
import org.weimin.kernel.Subject;

/** All SQL for casework.case_file. */
@Repository
public class CaseFileStore {
    private final JdbcClient db;
    private final DecisionStore decisions;

    CaseFileStore(JdbcClient db, DecisionStore decisions) {
        this.db = db;
        this.decisions = decisions;
    }

    public CaseFile get(CaseFileId id) {
        return find(id).orElseThrow(() -> new NotFound(id));
    }

    public Optional<CaseFile> find(CaseFileId id) {
        return db.sql("SELECT * FROM casework.case_file WHERE id = :id")
                .param("id", id.value())
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<CaseFile> findByNumber(String number) {
        return db.sql("SELECT * FROM casework.case_file WHERE number = :number")
                .param("number", number)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Every case to which the rules have given an answer that was kept. */
    List<CaseFile> assessed() {
        return db.sql("""
            SELECT * FROM casework.case_file c
             WHERE EXISTS (SELECT FROM casework.determination d WHERE d.case_file_id = c.id) ORDER BY number
            """).query((row, n) -> read(row)).list().stream()
                .filter(file -> file.assessment().isPresent())
                .toList();
    }

    /** Cases that are still being looked into, the oldest first. */
    List<CaseFileId> openInquiries() {
        return db.sql("""
            SELECT id FROM casework.case_file WHERE status IN ('ACCEPTING', 'ASSESSING', 'SUPPLEMENT', 'VISITING')
             ORDER BY opened_on, number LIMIT 500
            """)
                .query((row, n) -> new CaseFileId(row.getObject("id", UUID.class)))
                .list();
    }

    public List<CaseFile> ofApplication(ApplicationId application) {
        return db.sql("SELECT * FROM casework.case_file WHERE application_id = :id ORDER BY number")
                .param("id", application.value())
                .query((row, n) -> read(row))
                .list();
    }

    /** The cases that look again at what this one decided, newest first. */
    List<CaseFile> correcting(CaseFileId decided) {
        return db.sql("SELECT * FROM casework.case_file WHERE corrects = :id ORDER BY id DESC")
                .param("id", decided.value())
                .query((row, n) -> read(row))
                .list();
    }

    public List<CaseFile> ofSubject(Subject subject) {
        return ofSubjects(List.of(subject));
    }

    public List<CaseFile> ofSubjects(List<Subject> subjects) {
        return db.sql("""
            SELECT * FROM casework.case_file WHERE subject_id = ANY (:ids::uuid[])
             ORDER BY opened_on DESC, number DESC
            """)
                .param("ids", subjects.stream().map(Subject::id).toArray(UUID[]::new))
                .query((row, n) -> read(row))
                .list();
    }

    public Progress progress(CaseFileId id) {
        return progress("id = :what", id.value()).stream().findFirst().orElseThrow(() -> new NotFound(id));
    }

    public List<Progress> progressOf(ApplicationId application) {
        return progress("application_id = :what", application.value());
    }

    public List<Progress> progressOf(List<Subject> subjects) {
        return progress(
                "subject_id = ANY (:what::uuid[])",
                subjects.stream().map(Subject::id).toArray(UUID[]::new));
    }

    /** Without what was found and decided. Newest first. */
    private List<Progress> progress(String which, Object what) {
        return db.sql("SELECT * FROM casework.case_file WHERE " + which + " ORDER BY opened_on DESC, number DESC")
                .param("what", what)
                .query((row, n) -> new Progress(
                        new CaseFileId(row.getObject("id", UUID.class)),
                        claim(row),
                        CaseFile.Status.valueOf(row.getString("status")),
                        Optional.empty()))
                .list();
    }

    /** [county][item][day][sequence]; each lane's row lock gives its number to one case. */
    String nextNumber(DivisionCode area, String item, LocalDate day) {
        String prefix = area.county().value() + item + day.format(DateTimeFormatter.BASIC_ISO_DATE);
        int sequence = takeNumber(prefix, "SKIP LOCKED").orElseGet(() -> {
            db.sql("""
                INSERT INTO casework.number_sequence (prefix, lane, next)
                SELECT :prefix, lane, lane FROM generate_series(1, 16) AS lane ON CONFLICT DO NOTHING
                """).param("prefix", prefix).update();
            return takeNumber(prefix, "").orElseThrow();
        });
        return prefix + String.format("%04d", sequence);
    }

    /** The smallest number of a lane that nobody holds; none on the first of a day, and when all are held. */
    private Optional<Integer> takeNumber(String prefix, String held) {
        return db.sql("""
            WITH free AS (SELECT lane FROM casework.number_sequence WHERE prefix = :prefix
                           ORDER BY next LIMIT 1 FOR UPDATE\
            """ + " " + held + """
            )
            UPDATE casework.number_sequence s SET next = s.next + 16, version = s.version + 1
              FROM free WHERE s.prefix = :prefix AND s.lane = free.lane
            RETURNING s.next - 16
            """)
                .param("prefix", prefix)
                .query(Integer.class)
                .optional();
    }

    /** False where another open case of the same subject and matter stands in the way. */
    boolean insert(CaseFile file) {
        Claim claim = file.claim();
        return db.sql("""
            INSERT INTO casework.case_file (id, number, pack, matter, acts, subject_kind, subject_id, payee_id,
                   receives_fen, corrects, application_id, opened_on, edition, step, status, handler_id, handler_name,
                   area)
            VALUES (:id, :number, :pack, :matter, :acts, :subjectKind, :subject, :payee,
                   :receives, CAST(:corrects AS uuid), :application, :openedOn, :edition, :step, :status, :handler,
                   :handlerName, :area)
            ON CONFLICT DO NOTHING
            """)
                        .param("id", file.id().value())
                        .param("number", claim.number())
                        .param("pack", claim.pack().value())
                        .param("matter", claim.matter().value())
                        .param("acts", claim.acts().name())
                        .param("subjectKind", claim.subject().kind())
                        .param("subject", claim.subject().id())
                        .param("payee", claim.payee().value())
                        .param(
                                "application",
                                claim.application().map(ApplicationId::value).orElse(null))
                        .param("receives", file.standing().monthly().fen())
                        .param(
                                "corrects",
                                file.standing()
                                        .corrects()
                                        .map(CaseFileId::value)
                                        .orElse(null))
                        .param("openedOn", claim.openedOn())
                        .param("edition", claim.edition())
                        .param("step", file.step())
                        .param("status", file.status().name())
                        .param("handler", handler())
                        .param("handlerName", handlerName())
                        .param("area", claim.area().value())
                        .update()
                == 1;
    }

    void save(CaseFile file, LocalDate today) {
        int rows = db.sql("""
            UPDATE casework.case_file
               SET step = :step, status = :status, determination_id = :determination,
                   handler_id = coalesce(:handler, handler_id),
                   handler_name = CASE WHEN :handler::uuid IS NULL THEN handler_name ELSE :handlerName END,
                   closed_on = :closedOn, version = version + 1
             WHERE id = :id AND version = :version
            """)
                .param("step", file.step())
                .param("status", file.status().name())
                .param(
                        "determination",
                        file.assessment()
                                .map(made -> made.determination().value())
                                .orElse(null))
                .param("handler", handler())
                .param("handlerName", handlerName())
                .param("closedOn", file.status().isClosed() ? today : null)
                .param("id", file.id().value())
                .param("version", file.version())
                .update();
        if (rows != 1) {
            throw new OptimisticLockingFailureException("Someone else changed " + file.id());
        }
    }

    void insertHearing(CaseFile file, UUID id, Hearing hearing) {
        db.sql("""
            INSERT INTO casework.hearing
                   (id, case_file_id, notice_served_on, heard_on, manner, statement, heard_by, area)
            VALUES (:id, :caseFile, :servedOn, :heardOn, :manner, :statement, :heardBy, :area)
            """)
                .param("id", id)
                .param("caseFile", file.id().value())
                .param("servedOn", hearing.noticeServedOn())
                .param("heardOn", hearing.heardOn())
                .param("manner", hearing.manner().name())
                .param("statement", hearing.statement())
                .param("heardBy", hearing.heardBy().value())
                .param("area", file.claim().area().value())
                .update();
    }

    /** False where it lies with another bureau already. */
    boolean insert(CaseFile file, Transfer transfer, StaffId by) {
        return db.sql("""
            INSERT INTO casework.transfer (id, case_file_id, bureau, reason, receipt, sent_on, sent_by, area)
            VALUES (:id, :caseFile, :bureau, :reason, :receipt, :on, :by, :area) ON CONFLICT DO NOTHING
            """)
                        .param("id", Ids.next())
                        .param("caseFile", file.id().value())
                        .param("bureau", transfer.bureau())
                        .param("reason", transfer.reason())
                        .param("receipt", transfer.receipt())
                        .param("on", transfer.sentOn())
                        .param("by", by.value())
                        .param("area", file.claim().area().value())
                        .update()
                == 1;
    }

    /** False where it is here. */
    boolean closeTransfer(CaseFileId id, String answer, LocalDate on) {
        return db.sql("""
            UPDATE casework.transfer SET back_on = :on, answer = :answer, version = version + 1
             WHERE case_file_id = :id AND back_on IS NULL
            """)
                        .param("on", on)
                        .param("answer", answer)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Newest first. */
    List<Transfer> transfers(CaseFileId id) {
        return db.sql("SELECT * FROM casework.transfer WHERE case_file_id = :id ORDER BY id DESC")
                .param("id", id.value())
                .query((row, n) -> new Transfer(
                        row.getString("bureau"),
                        row.getString("reason"),
                        row.getString("receipt"),
                        row.getObject("sent_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("back_on", LocalDate.class)),
                        row.getString("answer")))
                .list();
    }

    /** Where the case lies with another bureau. */
    Optional<Transfer> findTransfer(CaseFileId id) {
        return transfers(id).stream()
                .filter(transfer -> transfer.backOn().isEmpty())
                .findFirst();
    }

    void insertHandOver(CaseFile file, HandOver made, StaffId by) {
        db.sql("""
            INSERT INTO casework.hand_over (id, case_file_id, handed_on, received_by, handed_by, area)
            VALUES (:id, :caseFile, :on, :receivedBy, :by, :area)
            """)
                .param("id", Ids.next())
                .param("caseFile", file.id().value())
                .param("on", made.handedOn())
                .param("receivedBy", made.receivedBy())
                .param("by", by.value())
                .param("area", file.claim().area().value())
                .update();
    }

    private CaseFile read(ResultSet row) throws SQLException {
        var id = new CaseFileId(row.getObject("id", UUID.class));
        UUID determination = row.getObject("determination_id", UUID.class);
        Optional<Assessment> assessment =
                determination == null ? Optional.empty() : decisions.assessment(determination);
        return new CaseFile(
                id,
                claim(row),
                new Standing(
                        new Money(row.getLong("receives_fen")),
                        Optional.ofNullable(row.getObject("corrects", UUID.class))
                                .map(CaseFileId::new)),
                row.getString("step"),
                CaseFile.Status.valueOf(row.getString("status")),
                assessment,
                hearing(id),
                decisions.find(id),
                decisions.hands(id),
                row.getInt("version"));
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getString("number"),
                new MatterId(row.getString("pack")),
                new MatterId(row.getString("matter")),
                Pack.Acts.valueOf(row.getString("acts")),
                Subject.of(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                new PersonId(row.getObject("payee_id", UUID.class)),
                new DivisionCode(row.getString("area")),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("edition", LocalDate.class),
                Optional.ofNullable(row.getObject("application_id", UUID.class)).map(ApplicationId::new));
    }

    /** The last hearing that was held. */
    private Optional<Hearing> hearing(CaseFileId id) {
        return db.sql("""
            SELECT * FROM casework.hearing WHERE case_file_id = :id ORDER BY heard_on DESC, id DESC LIMIT 1
            """)
                .param("id", id.value())
                .query((row, n) -> new Hearing(
                        row.getObject("notice_served_on", LocalDate.class),
                        row.getObject("heard_on", LocalDate.class),
                        Hearing.Manner.valueOf(row.getString("manner")),
                        row.getString("statement"),
                        new StaffId(row.getObject("heard_by", UUID.class))))
                .optional();
    }

    private static @Nullable UUID handler() {
        return Acting.current() instanceof Actor.Staff staff ? staff.id().value() : null;
    }

    private static String handlerName() {
        return Acting.current() instanceof Actor.Staff staff ? staff.name() : "";
    }
}
