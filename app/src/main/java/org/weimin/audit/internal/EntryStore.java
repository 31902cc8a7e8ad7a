package org.weimin.audit.internal;

import java.sql.Timestamp;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.audit.Entry;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Ids;
import tools.jackson.databind.json.JsonMapper;

/** All SQL that writes audit.entry. */
@Repository
public class EntryStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final JdbcClient db;
    private final BusinessClock clock;

    public EntryStore(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    public void add(Entry entry) {
        Actor actor = Acting.current();
        UUID id = Ids.next();
        db.sql("""
            INSERT INTO audit.entry (id, actor_kind, actor, actor_name, cause, action, what, subject_kind,
                                     subject_id, area, purpose, detail, business_at)
            VALUES (:id, :actorKind, :actor, :actorName, :cause, :action, :what, :subjectKind, :subjectId, :area,
                    :purpose, CAST(:detail AS jsonb), :businessAt)
            """)
                .param("id", id)
                .param("actorKind", actor.kind())
                .param("actor", actor.key())
                .param("actorName", actor instanceof Actor.Staff staff ? staff.name() : "")
                .param("cause", cause(actor))
                .param("action", entry.action().name())
                .param("what", entry.what())
                .param("subjectKind", entry.subjectKind().orElse(null))
                .param("subjectId", entry.subjectId().orElse(null))
                .param("area", entry.area())
                .param("purpose", entry.purpose())
                .param("detail", JSON.writeValueAsString(entry.detail()))
                .param("businessAt", Timestamp.from(clock.now()))
                .update();
        db.sql("INSERT INTO audit.unsealed (entry_id) VALUES (:id)")
                .param("id", id)
                .update();
    }

    /** In which capacity: the post's role, or what set the job going. */
    private static String cause(Actor actor) {
        return switch (actor) {
            case Actor.Staff staff -> staff.role();
            case Actor.SystemJob job -> job.cause();
            case Actor.Resident ignored -> "";
            case Actor.Public ignored -> "";
        };
    }
}
