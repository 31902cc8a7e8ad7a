package org.weimin.divisions.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.divisions.Conflict;
import org.weimin.divisions.Plan;
import org.weimin.divisions.Rehearsal;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PlanId;
import org.weimin.kernel.Refused;

/** Asks the database to rehearse, to carry out and to take back, and keeps what a rehearsal found. */
@Repository
public class RehearsalStore {
    /** The lock timeout has run out, which Spring does not translate. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient db;

    RehearsalStore(JdbcClient db) {
        this.db = db;
    }

    /** Carried out and taken back; answers with what the database would not take, or with nothing. */
    public String rehearse(PlanId plan, Instant now) {
        return asked(() -> db.sql("SELECT divisions.rehearse(:plan, :now)")
                .param("plan", plan.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .single());
    }

    public void carryOut(PlanId plan, LocalDate today, Instant now) {
        asked(() -> db.sql("SELECT divisions.carry_out(:plan, :today, :now)::text")
                .param("plan", plan.value())
                .param("today", today)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .single());
    }

    public void undo(PlanId plan, Plan.Hand by, Instant now) {
        asked(() -> db.sql("SELECT divisions.undo(:plan, :by, :name, :why, :today, :now)::text")
                .param("plan", plan.value())
                .param("by", by.by().value())
                .param("name", by.name())
                .param("why", by.words())
                .param("today", by.on())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .single());
    }

    /** The guards of the database speak in codes of their own, and whoever has to wait too long is told so. */
    private static String asked(Supplier<String> question) {
        try {
            return question.get();
        } catch (PessimisticLockingFailureException busy) {
            throw new Refused("divisions.plan.busy");
        } catch (DataAccessException refused) {
            String state = refused.getMostSpecificCause() instanceof SQLException cause ? cause.getSQLState() : "";
            if (LOCK_NOT_AVAILABLE.equals(state)) {
                throw new Refused("divisions.plan.busy");
            }
            if ("WMAPP".equals(state)) {
                throw new Refused("divisions.plan.changed-since");
            }
            if ("WMUND".equals(state)) {
                throw new Refused("divisions.plan.stands-on");
            }
            throw refused;
        }
    }

    public void keep(PlanId plan, Instant at, Duration took, List<Conflict> conflicts) {
        db.sql("DELETE FROM divisions.plan_rehearsal WHERE plan_id = :plan")
                .param("plan", plan.value())
                .update();
        db.sql("DELETE FROM divisions.plan_conflict WHERE plan_id = :plan")
                .param("plan", plan.value())
                .update();
        db.sql("""
            INSERT INTO divisions.plan_rehearsal (plan_id, lines, rehearsed_at, took_millis)
            VALUES (:plan, divisions.plan_lines(:plan), :at, :took)
            """)
                .param("plan", plan.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("took", took.toMillis())
                .update();
        int number = 1;
        for (Conflict conflict : conflicts) {
            db.sql("""
                INSERT INTO divisions.plan_conflict (plan_id, number, blocks, key, details)
                VALUES (:plan, :number, :blocks, :key, :details::text[])
                """)
                    .param("plan", plan.value())
                    .param("number", number++)
                    .param("blocks", conflict.blocks())
                    .param("key", conflict.key())
                    .param("details", conflict.details().toArray(String[]::new))
                    .update();
        }
    }

    public Optional<Rehearsal> find(PlanId plan) {
        return db.sql("""
            SELECT rehearsed_at, took_millis, lines = divisions.plan_lines(plan_id) AS same
              FROM divisions.plan_rehearsal WHERE plan_id = :plan
            """)
                .param("plan", plan.value())
                .query((row, n) -> new Rehearsal(
                        row.getObject("rehearsed_at", OffsetDateTime.class).toInstant(),
                        Duration.ofMillis(row.getLong("took_millis")),
                        row.getBoolean("same"),
                        touches(plan),
                        conflicts(plan)))
                .optional();
    }

    /** One row goes along once, however many of its columns say where it is. */
    private List<Rehearsal.Touch> touches(PlanId plan) {
        return db.sql("""
            SELECT of_table, before_code, max(moved) AS moved FROM divisions.plan_touch
             WHERE plan_id = :plan GROUP BY of_table, before_code ORDER BY of_table, before_code
            """)
                .param("plan", plan.value())
                .query((row, n) -> new Rehearsal.Touch(
                        row.getString("of_table"),
                        new DivisionCode(row.getString("before_code")),
                        row.getLong("moved")))
                .list();
    }

    private List<Conflict> conflicts(PlanId plan) {
        return db.sql("""
            SELECT blocks, key, details FROM divisions.plan_conflict WHERE plan_id = :plan
             ORDER BY blocks DESC, number
            """)
                .param("plan", plan.value())
                .query((row, n) -> new Conflict(row.getBoolean("blocks"), row.getString("key"), details(row)))
                .list();
    }

    private static List<String> details(ResultSet row) throws SQLException {
        Array details = row.getArray("details");
        var texts = new ArrayList<String>();
        for (Object each : (Object[]) details.getArray()) {
            texts.add(String.valueOf(each));
        }
        return texts;
    }

    /** Plans on their way that touch one of these as well. */
    public List<String> others(Plan plan) {
        return db.sql("""
            SELECT DISTINCT p.title FROM divisions.plan p JOIN divisions.plan_line l ON l.plan_id = p.id
             WHERE p.id <> :plan AND p.status IN ('REHEARSED', 'CONSULTING', 'APPROVED')
               AND l.before_code IN (SELECT before_code FROM divisions.plan_line WHERE plan_id = :plan)
            """)
                .param("plan", plan.id().value())
                .query((row, number) -> row.getString("title"))
                .list();
    }
}
