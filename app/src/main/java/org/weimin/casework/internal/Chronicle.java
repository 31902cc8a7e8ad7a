package org.weimin.casework.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.casework.CaseFile;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Ids;
import tools.jackson.databind.json.JsonMapper;

/** 经过: everything that happened to a case, added and never changed. All SQL for casework.event. */
@Repository
public class Chronicle {
    /** Which lane of the timeline an event runs in. */
    public enum Lane {
        CASE,
        ELIGIBILITY,
        PUBLICITY,
        LETTER
    }

    /** One thing that happened; {@code what} names its text, {@code details} fill it. */
    public record Event(Lane lane, String what, List<String> details, Instant at, String actorName) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private final JdbcClient db;
    private final BusinessClock clock;

    Chronicle(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    void add(CaseFile file, Lane lane, String what, Object... details) {
        Actor actor = Acting.current();
        db.sql("""
            INSERT INTO casework.event (id, case_file_id, lane, what, details, happened_at, actor_kind, actor,
                   actor_name, area)
            VALUES (:id, :caseFile, :lane, :what, :details::jsonb, :at, :actorKind, :actor, :actorName, :area)
            """)
                .param("id", Ids.next())
                .param("caseFile", file.id().value())
                .param("lane", lane.name())
                .param("what", what)
                .param(
                        "details",
                        JSON.writeValueAsString(
                                Arrays.stream(details).map(String::valueOf).toList()))
                .param("at", clock.now().atOffset(ZoneOffset.UTC))
                .param("actorKind", actor.kind())
                .param("actor", actor.key())
                .param("actorName", actor instanceof Actor.Staff staff ? staff.name() : "")
                .param("area", file.claim().area().value())
                .update();
    }

    /** Newest first. */
    public List<Event> of(CaseFileId caseFile) {
        return db.sql("SELECT * FROM casework.event WHERE case_file_id = :id ORDER BY happened_at DESC, id DESC")
                .param("id", caseFile.value())
                .query((row, n) -> new Event(
                        Lane.valueOf(row.getString("lane")),
                        row.getString("what"),
                        List.of(JSON.readValue(row.getString("details"), String[].class)),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        row.getString("actor_name")))
                .list();
    }
}
