package org.weimin.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.casework.Assessment;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Decision;
import org.weimin.casework.FirstReview;
import org.weimin.casework.Hands;
import org.weimin.engine.Determination;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.DeterminationJson;
import org.weimin.engine.Pack;
import org.weimin.kernel.Actor;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DeterminationId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.StaffId;

/** All SQL for casework.determination and casework.decision; both only ever grow. */
@Repository
public class DecisionStore {
    private final JdbcClient db;

    DecisionStore(JdbcClient db) {
        this.db = db;
    }

    void insert(CaseFile file, Assessment made, Determination body, String assessorName) {
        db.sql("""
            INSERT INTO casework.determination (id, case_file_id, as_of, pack_version, body, opinion, assessed_by,
                   assessor_name, assessed_on, area)
            VALUES (:id, :caseFile, :asOf, :packVersion, :body::jsonb, :opinion, :by, :byName, :on, :area)
            """)
                .param("id", made.determination().value())
                .param("caseFile", file.id().value())
                .param("asOf", body.asOf())
                .param("packVersion", body.packVersion())
                .param("body", DeterminationJson.write(body))
                .param("opinion", made.opinion())
                .param("by", made.assessedBy().value())
                .param("byName", assessorName)
                .param("on", made.on())
                .param("area", file.claim().area().value())
                .update();
    }

    /** The rule's answer as it was given then, whatever the rules say today. */
    public Determination determination(DeterminationId id) {
        return db.sql("SELECT body FROM casework.determination WHERE id = :id")
                .param("id", id.value())
                .query((row, n) -> DeterminationJson.read(row.getString("body")))
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }

    Optional<Assessment> assessment(UUID determination) {
        return db.sql("SELECT * FROM casework.determination WHERE id = :id")
                .param("id", determination)
                .query((row, n) -> new Assessment(
                        new DeterminationId(row.getObject("id", UUID.class)),
                        DeterminationJson.read(row.getString("body")).outcome(),
                        new StaffId(row.getObject("assessed_by", UUID.class)),
                        row.getObject("assessed_on", LocalDate.class),
                        row.getString("opinion")))
                .optional();
    }

    void insert(CaseFile file, Decision made, String deciderName) {
        db.sql("""
            INSERT INTO casework.decision (id, case_file_id, determination_id, outcome, monthly_fen, grants,
                   reason_code, reasons, override_reason, assessed_by, decided_by, decider_name, decided_on,
                   effective_from, area)
            VALUES (:id, :caseFile, :determination, :outcome, :monthly, :grants::jsonb, :code,
                   :reasons, :override, :assessedBy, :decidedBy, :deciderName, :decidedOn, :effectiveFrom, :area)
            """)
                .param("id", Ids.next())
                .param("caseFile", file.id().value())
                .param("determination", made.determination().value())
                .param("outcome", word(file.claim().acts(), made))
                .param("monthly", made.monthly().fen())
                .param(
                        "grants",
                        DeterminationJson.writeGrants(
                                made.decided() instanceof Outcome.Entitled(var grants) ? grants : List.of()))
                .param("code", made.reasons().code())
                .param("reasons", made.reasons().text())
                .param("override", made.override().orElse(""))
                .param("assessedBy", made.assessedBy().value())
                .param("decidedBy", made.decidedBy().value())
                .param("deciderName", deciderName)
                .param("decidedOn", made.decidedOn())
                .param("effectiveFrom", made.effectiveFrom())
                .param("area", file.claim().area().value())
                .update();
    }

    Optional<Decision> find(CaseFileId id) {
        return db.sql("SELECT * FROM casework.decision WHERE case_file_id = :id")
                .param("id", id.value())
                .query((row, n) -> read(row))
                .optional();
    }

    void insert(CaseFile file, FirstReview made, Actor.Staff reviewer, LocalDate on) {
        db.sql("""
            INSERT INTO casework.first_review (id, case_file_id, determination_id, agreed, opinion, reviewed_by,
                   reviewer_name, reviewed_on, area)
            VALUES (:id, :caseFile, :determination, :agreed, :opinion, :by, :byName, :on, :area)
            """)
                .param("id", Ids.next())
                .param("caseFile", file.id().value())
                .param(
                        "determination",
                        file.assessment().orElseThrow().determination().value())
                .param("agreed", made.finding() == FirstReview.Finding.AGREED)
                .param("opinion", made.opinion())
                .param("by", reviewer.id().value())
                .param("byName", reviewer.name())
                .param("on", on)
                .param("area", file.claim().area().value())
                .update();
    }

    /** 意见: what somebody said of a case, by the name of then. */
    public record Said(String words, String by, LocalDate on) {}

    /** What was said by whoever examined the case. */
    public Optional<Said> assessed(DeterminationId determination) {
        return said("""
            SELECT opinion, assessor_name, assessed_on FROM casework.determination WHERE id = :id
            """, determination);
    }

    /** What the first level said of the assessment that lies before the decider. */
    public Optional<Said> reviewed(DeterminationId determination) {
        return said("""
            SELECT opinion, reviewer_name, reviewed_on FROM casework.first_review
             WHERE determination_id = :id AND agreed ORDER BY id DESC LIMIT 1
            """, determination);
    }

    private Optional<Said> said(String sql, DeterminationId determination) {
        return db.sql(sql)
                .param("id", determination.value())
                .query((row, n) -> new Said(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class)))
                .optional();
    }

    /** Everybody who examined or reviewed the case, in every round of it. */
    Hands hands(CaseFileId id) {
        var examined = new HashSet<StaffId>();
        var reviewed = new HashSet<StaffId>();
        db.sql("""
            SELECT false AS review, assessed_by AS staff FROM casework.determination WHERE case_file_id = :id
            UNION SELECT false, recorded_by FROM casework.visit WHERE case_file_id = :id
            UNION SELECT false, recorded_by FROM casework.deliberation WHERE case_file_id = :id
            UNION SELECT false, confirmed_by FROM casework.visit WHERE case_file_id = :id AND confirmed_by IS NOT NULL
            UNION SELECT false, heard_by FROM casework.hearing WHERE case_file_id = :id
            UNION SELECT true, reviewed_by FROM casework.first_review WHERE case_file_id = :id
            """).param("id", id.value()).query(row -> {
            var staff = new StaffId(row.getObject("staff", UUID.class));
            (row.getBoolean("review") ? reviewed : examined).add(staff);
        });
        return new Hands(examined, reviewed);
    }

    /** The names of whoever assessed and decided, as they were then. */
    public List<String> signatures(CaseFileId id) {
        return db.sql("""
            SELECT n.assessor_name, d.decider_name FROM casework.decision d
              JOIN casework.determination n ON n.id = d.determination_id WHERE d.case_file_id = :id
            """)
                .param("id", id.value())
                .query((row, n) -> List.of(row.getString(1), row.getString(2)))
                .optional()
                .orElse(List.of());
    }

    private static String word(Pack.Acts acts, Decision made) {
        if (made.isGrant()) {
            return "GRANTED";
        }
        return acts == Pack.Acts.GRANT ? "REFUSED" : "STOPPED";
    }

    private static Decision read(ResultSet row) throws SQLException {
        String override = row.getString("override_reason");
        return new Decision(
                new DeterminationId(row.getObject("determination_id", UUID.class)),
                outcome(row),
                new Decision.Reasons(row.getString("reason_code"), row.getString("reasons")),
                override.isEmpty() ? Optional.empty() : Optional.of(override),
                new StaffId(row.getObject("assessed_by", UUID.class)),
                new StaffId(row.getObject("decided_by", UUID.class)),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("effective_from", LocalDate.class));
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return row.getString("outcome").equals("GRANTED")
                ? new Outcome.Entitled(DeterminationJson.readGrants(row.getString("grants")))
                : new Outcome.NotEntitled(row.getString("reason_code"));
    }
}
