package org.weimin.linkage.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.engine.LinkCell;
import org.weimin.engine.LinkEffect;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Period;
import org.weimin.linkage.About;
import org.weimin.linkage.EventId;
import org.weimin.linkage.Linkage;
import org.weimin.linkage.LinkedEffect;
import org.weimin.linkage.LinkedEffect.Reference;
import org.weimin.linkage.LinkedEffect.Saved;
import org.weimin.linkage.LinkedEffect.Status;
import org.weimin.linkage.LinkedEffect.Target;
import org.weimin.linkage.LinkedEvent;

/** All SQL of linkage.effect. */
@Repository
public class EffectStore {
    private final JdbcClient db;

    EffectStore(JdbcClient db) {
        this.db = db;
    }

    void insert(LinkedEffect made, String gate, DivisionCode area) {
        db.sql("""
            INSERT INTO linkage.effect (id, event_id, subject_kind, subject_id, matter, whom, entitlement_id, effect,
                                        status, gate, reference_kind, reference_id, from_on, until_on, difference_fen,
                                        saved_visits, saved_papers, saved_days, done_on, area)
            VALUES (:id, :event, :subjectKind, :subject, :matter, :whom, CAST(:entitlement AS uuid), :effect, :status,
                    :gate, :referenceKind, :reference, :from, CAST(:until AS date), :difference, :visits, :papers,
                    :days, CAST(:done AS date), :area)
            """)
                .param("id", made.id())
                .param("event", made.event().value())
                .param("subjectKind", made.target().about().kind().name())
                .param("subject", made.target().about().id())
                .param("matter", made.target().matter().value())
                .param("whom", made.target().whom().name())
                .param(
                        "entitlement",
                        made.target().entitlement().map(EntitlementId::value).orElse(null))
                .param("effect", made.effect().name())
                .param("status", made.status().name())
                .param("gate", gate)
                .param("referenceKind", made.reference().kind())
                .param("reference", made.reference().id())
                .param("from", made.from())
                .param("until", made.during().until().map(LocalDate::toString).orElse(null))
                .param("difference", made.difference().fen())
                .param("visits", made.saved().visits())
                .param("papers", made.saved().papers())
                .param("days", made.saved().days())
                .param("done", made.doneOn().orElse(null))
                .param("area", area.value())
                .update();
    }

    public Optional<LinkedEffect> find(UUID id) {
        return db.sql("SELECT * FROM linkage.effect WHERE id = :id")
                .param("id", id)
                .query(EffectStore::effect)
                .optional();
    }

    public List<LinkedEffect> of(EventId event) {
        return db.sql("""
            SELECT * FROM linkage.effect WHERE event_id = :event
             ORDER BY status = 'SUPERSEDED', matter, whom, subject_id, id
            """)
                .param("event", event.value())
                .query(EffectStore::effect)
                .list();
    }

    /** What stands of all these events. */
    List<LinkedEffect> standing(Collection<LinkedEvent> events) {
        return db.sql("""
            SELECT * FROM linkage.effect
             WHERE event_id = ANY(CAST(:events AS uuid[])) AND status NOT IN ('SUPERSEDED', 'FAILED')
             ORDER BY matter, whom, subject_id, id
            """)
                .param(
                        "events",
                        events.stream().map(event -> event.id().toString()).toArray(String[]::new))
                .query(EffectStore::effect)
                .list();
    }

    public List<LinkedEffect> leadingTo(Reference reference) {
        return db.sql("""
            SELECT * FROM linkage.effect
             WHERE status <> 'SUPERSEDED' AND reference_kind = :kind AND reference_id = :id ORDER BY id
            """)
                .param("kind", reference.kind())
                .param("id", reference.id())
                .query(EffectStore::effect)
                .list();
    }

    /** What stands of all events against one entitlement. */
    List<LinkedEffect> against(EntitlementId entitlement) {
        return db.sql("""
            SELECT f.* FROM linkage.effect f JOIN linkage.event e ON e.id = f.event_id
             WHERE f.entitlement_id = :id AND f.status NOT IN ('SUPERSEDED', 'FAILED')
             ORDER BY f.from_on, e.source, e.number, f.whom
            """)
                .param("id", entitlement.value())
                .query(EffectStore::effect)
                .list();
    }

    /** A hold that a person has released is not placed again by the same event. */
    boolean wasReleased(LinkedEffect wanted) {
        return db.sql("""
            SELECT EXISTS (SELECT FROM linkage.effect
                            WHERE event_id = :event AND matter = :matter AND whom = :whom AND subject_id = :subject
                              AND effect = 'SUSPEND' AND status = 'SUPERSEDED' AND note <> '')
            """)
                .param("event", wanted.event().value())
                .param("matter", wanted.target().matter().value())
                .param("whom", wanted.target().whom().name())
                .param("subject", wanted.target().about().id())
                .query(Boolean.class)
                .single();
    }

    void supersede(LinkedEffect stale) {
        db.sql("UPDATE linkage.effect SET status = 'SUPERSEDED', version = version + 1 WHERE id = :id")
                .param("id", stale.id())
                .update();
    }

    void differ(LinkedEffect effect, Money difference) {
        db.sql("""
            UPDATE linkage.effect SET difference_fen = :fen, version = version + 1
             WHERE id = :id AND difference_fen <> :fen
            """).param("fen", difference.fen()).param("id", effect.id()).update();
    }

    /** The hearing is over, or whatever was asked for is done. */
    void close(Reference reference, LocalDate on) {
        db.sql("""
            UPDATE linkage.effect SET status = 'DONE', done_on = :on, version = version + 1
             WHERE reference_kind = :kind AND reference_id = :id AND status IN ('PLANNED', 'PENDING_HEARING')
            """)
                .param("on", on)
                .param("kind", reference.kind())
                .param("id", reference.id())
                .update();
    }

    public void finish(LinkedEffect effect, Status status, String note, LocalDate on) {
        db.sql("""
            UPDATE linkage.effect SET status = :status, note = :note, done_on = :on, version = version + 1
             WHERE id = :id
            """)
                .param("status", status.name())
                .param("note", note)
                .param("on", on)
                .param("id", effect.id())
                .update();
    }

    /** By the day on which the event was told to this office. */
    public List<Linkage.Tally> tallies(LocalDate from, LocalDate until) {
        return db.sql("""
            SELECT e.kind, f.matter, f.effect, f.status, count(*) AS times, sum(f.saved_visits) AS visits,
                   sum(f.saved_papers) AS papers, sum(f.saved_days) AS days
              FROM linkage.effect f JOIN linkage.event e ON e.id = f.event_id
             WHERE f.status <> 'SUPERSEDED' AND e.reported_on >= :from AND e.reported_on < :until
             GROUP BY e.kind, f.matter, f.effect, f.status ORDER BY e.kind, f.matter, f.effect, f.status
            """)
                .param("from", from)
                .param("until", until)
                .query((row, n) -> new Linkage.Tally(
                        row.getString("kind"),
                        new MatterId(row.getString("matter")),
                        LinkEffect.valueOf(row.getString("effect")),
                        Status.valueOf(row.getString("status")),
                        row.getLong("times"),
                        new Saved(row.getInt("visits"), row.getInt("papers"), row.getInt("days"))))
                .list();
    }

    private static LinkedEffect effect(ResultSet row, int number) throws SQLException {
        return new LinkedEffect(
                row.getObject("id", UUID.class),
                new EventId(row.getObject("event_id", UUID.class)),
                new Target(
                        new About(About.Kind.valueOf(row.getString("subject_kind")), row.getString("subject_id")),
                        new MatterId(row.getString("matter")),
                        LinkCell.Whom.valueOf(row.getString("whom")),
                        Optional.ofNullable(row.getObject("entitlement_id", UUID.class))
                                .map(EntitlementId::new)),
                LinkEffect.valueOf(row.getString("effect")),
                Status.valueOf(row.getString("status")),
                new Reference(row.getString("reference_kind"), row.getString("reference_id")),
                new Period(
                        row.getObject("from_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("until_on", LocalDate.class))),
                new Money(row.getLong("difference_fen")),
                new Saved(row.getInt("saved_visits"), row.getInt("saved_papers"), row.getInt("saved_days")),
                Optional.ofNullable(row.getObject("done_on", LocalDate.class)));
    }
}
