package org.weimin.divisions.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.divisions.Opinion;
import org.weimin.divisions.Plan;
import org.weimin.divisions.Redrawing;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PlanId;
import org.weimin.kernel.StaffId;

/** All SQL for divisions.plan with its lines, targets and opinions. */
@Repository
public class PlanStore {
    private final JdbcClient db;

    PlanStore(JdbcClient db) {
        this.db = db;
    }

    public Plan get(PlanId id) {
        return db.sql("SELECT * FROM divisions.plan WHERE id = :id")
                .param("id", id.value())
                .query(this::plan)
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }

    /** The newest first. */
    public List<Plan> list() {
        return db.sql("SELECT * FROM divisions.plan ORDER BY id DESC")
                .query(this::plan)
                .list();
    }

    /** Approved, and its day has come. */
    public List<Plan> due(LocalDate today) {
        return db.sql("SELECT * FROM divisions.plan WHERE status = 'APPROVED' AND on_day <= :today ORDER BY on_day, id")
                .param("today", today)
                .query(this::plan)
                .list();
    }

    public void add(Plan plan) {
        db.sql("""
            INSERT INTO divisions.plan (id, area, title, document, reason, on_day, status, drafted_by, drafter_name,
                                        drafted_on)
            VALUES (:id, :area, :title, :document, :reason, :on, :status, :by, :name, :draftedOn)
            """)
                .param("id", plan.id().value())
                .param("area", plan.county().value())
                .param("title", plan.purpose().title())
                .param("document", plan.purpose().document())
                .param("reason", plan.purpose().reason())
                .param("on", plan.on())
                .param("status", plan.status().name())
                .param("by", plan.hands().drafted().by().value())
                .param("name", plan.hands().drafted().name())
                .param("draftedOn", plan.hands().drafted().on())
                .update();
        keep(plan.id(), plan.redrawing());
    }

    /** The next state; two who change it at once cannot both win. What was approved is remembered with its lines. */
    public void save(Plan plan) {
        Optional<Plan.Hand> approved = plan.hands().approved();
        int rows = db.sql("""
            UPDATE divisions.plan
               SET title = :title, document = :document, reason = :reason, on_day = :on, status = :status,
                   shown_from = :from, shown_until = :until, approved_by = :approvedBy, approver_name = :approver,
                   approved_on = :approvedOn,
                   approved_lines = CASE WHEN :approvedBy::uuid IS NOT NULL THEN divisions.plan_lines(id) END,
                   stuck = :stuck, version = version + 1
             WHERE id = :id AND version = :version
            """)
                .param("title", plan.purpose().title())
                .param("document", plan.purpose().document())
                .param("reason", plan.purpose().reason())
                .param("on", plan.on())
                .param("status", plan.status().name())
                .param("from", plan.window().from().orElse(null))
                .param("until", plan.window().until().orElse(null))
                .param("approvedBy", approved.map(hand -> hand.by().value()).orElse(null))
                .param("approver", approved.map(Plan.Hand::name).orElse(""))
                .param("approvedOn", approved.map(Plan.Hand::on).orElse(null))
                .param("stuck", plan.stuck())
                .param("id", plan.id().value())
                .param("version", plan.version())
                .update();
        if (rows != 1) {
            throw new OptimisticLockingFailureException("Someone else changed " + plan.id());
        }
    }

    /** Its lines instead of those before. */
    public void keep(PlanId plan, Redrawing redrawing) {
        db.sql("DELETE FROM divisions.plan_line WHERE plan_id = :plan")
                .param("plan", plan.value())
                .update();
        db.sql("DELETE FROM divisions.plan_target WHERE plan_id = :plan")
                .param("plan", plan.value())
                .update();
        db.sql("""
            INSERT INTO divisions.plan_line (plan_id, before_code, before_name, after_code, kind)
            SELECT :plan, l.before_code, d.name, l.after_code, l.kind
              FROM unnest(:before::text[], :after::text[], :kinds::text[]) AS l (before_code, after_code, kind)
              JOIN divisions.division d ON octet_length(d.code) = octet_length(l.before_code) AND d.code = l.before_code
               AND upper_inf(d.valid) AND upper_inf(d.known)
            """)
                .param("plan", plan.value())
                .param("before", codes(redrawing.lines().keySet().stream().toList()))
                .param("after", codes(redrawing.lines().values().stream().toList()))
                .param(
                        "kinds",
                        redrawing.lines().keySet().stream()
                                .map(code -> redrawing.kind(code).name())
                                .toArray(String[]::new))
                .update();
        db.sql("""
            INSERT INTO divisions.plan_target (plan_id, code, name)
            SELECT :plan, code, name FROM unnest(:codes::text[], :names::text[]) AS t (code, name)
            """)
                .param("plan", plan.value())
                .param("codes", codes(redrawing.names().keySet().stream().toList()))
                .param("names", redrawing.names().values().toArray(String[]::new))
                .update();
    }

    public void setStuck(PlanId plan, String why) {
        db.sql("UPDATE divisions.plan SET stuck = :why, version = version + 1"
                        + " WHERE id = :id AND status = 'APPROVED' AND stuck <> :why")
                .param("why", why)
                .param("id", plan.value())
                .update();
    }

    public List<Opinion> opinions(PlanId plan) {
        return db.sql("""
            SELECT giver, stance, words, given_on FROM divisions.plan_opinion
             WHERE plan_id = :plan ORDER BY given_on, id
            """)
                .param("plan", plan.value())
                .query((row, n) -> new Opinion(
                        row.getString("giver"),
                        Opinion.Stance.valueOf(row.getString("stance")),
                        row.getString("words"),
                        row.getObject("given_on", LocalDate.class)))
                .list();
    }

    public void addOpinion(Plan plan, Opinion opinion, StaffId by) {
        db.sql("""
            INSERT INTO divisions.plan_opinion (id, plan_id, area, giver, stance, words, given_on, recorded_by)
            VALUES (:id, :plan, :area, :giver, :stance, :words, :on, :by)
            """)
                .param("id", Ids.next())
                .param("plan", plan.id().value())
                .param("area", plan.county().value())
                .param("giver", opinion.giver())
                .param("stance", opinion.stance().name())
                .param("words", opinion.words())
                .param("on", opinion.on())
                .param("by", by.value())
                .update();
    }

    /** What they were called when the plan was drawn, also after they are no more. */
    public Map<DivisionCode, String> namesBefore(PlanId plan) {
        var names = new HashMap<DivisionCode, String>();
        db.sql("SELECT before_code, before_name FROM divisions.plan_line WHERE plan_id = :plan")
                .param("plan", plan.value())
                .query(row -> {
                    names.put(new DivisionCode(row.getString("before_code")), row.getString("before_name"));
                });
        return names;
    }

    private Redrawing redrawing(UUID plan) {
        var lines = new HashMap<DivisionCode, DivisionCode>();
        db.sql("SELECT before_code, after_code FROM divisions.plan_line WHERE plan_id = :plan")
                .param("plan", plan)
                .query(row -> {
                    lines.put(
                            new DivisionCode(row.getString("before_code")),
                            new DivisionCode(row.getString("after_code")));
                });
        var names = new HashMap<DivisionCode, String>();
        db.sql("SELECT code, name FROM divisions.plan_target WHERE plan_id = :plan")
                .param("plan", plan)
                .query(row -> {
                    names.put(new DivisionCode(row.getString("code")), row.getString("name"));
                });
        return new Redrawing(lines, names);
    }

    private Plan plan(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Plan(
                new PlanId(id),
                new DivisionCode(row.getString("area")),
                new Plan.Purpose(row.getString("title"), row.getString("document"), row.getString("reason")),
                row.getObject("on_day", LocalDate.class),
                Plan.Status.valueOf(row.getString("status")),
                hands(row),
                new Plan.Window(day(row, "shown_from"), day(row, "shown_until")),
                redrawing(id),
                row.getString("stuck"),
                row.getInt("version"));
    }

    private static Plan.Hands hands(ResultSet row) throws SQLException {
        return new Plan.Hands(
                hand(row, "drafted_by", "drafter_name", "drafted_on").orElseThrow(),
                hand(row, "approved_by", "approver_name", "approved_on"),
                hand(row, "undone_by", "undoer_name", "undone_on"),
                day(row, "carried_out_on"));
    }

    private static Optional<Plan.Hand> hand(ResultSet row, String by, String name, String on) throws SQLException {
        UUID staff = row.getObject(by, UUID.class);
        return staff == null
                ? Optional.empty()
                : Optional.of(new Plan.Hand(
                        new StaffId(staff),
                        row.getString(name),
                        row.getObject(on, LocalDate.class),
                        by.equals("undone_by") ? row.getString("undo_reason") : ""));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static String[] codes(List<DivisionCode> codes) {
        return codes.stream().map(DivisionCode::value).toArray(String[]::new);
    }
}
