package org.weimin.portal.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.StaffId;

/** 求助: who at a terminal asked for a person, until somebody goes there. All SQL for portal.help_call. */
@Repository
@Transactional
public class HelpCalls {
    /** One call: where and when. */
    public record Call(UUID id, DivisionCode area, Instant at) {}

    private final JdbcClient db;
    private final BusinessClock clock;

    HelpCalls(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    public void call(DivisionCode area) {
        db.sql("INSERT INTO portal.help_call (id, called_at, area) VALUES (:id, :at, :area)")
                .param("id", Ids.next())
                .param("at", clock.now().atOffset(ZoneOffset.UTC))
                .param("area", area.value())
                .update();
    }

    @Transactional(readOnly = true)
    public List<Call> listOpen() {
        return db.sql("SELECT id, area, called_at FROM portal.help_call WHERE answered_by IS NULL ORDER BY id LIMIT"
                        + " 100")
                .query((row, number) -> new Call(
                        row.getObject("id", UUID.class),
                        new DivisionCode(row.getString("area")),
                        row.getObject("called_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** False where somebody else is on the way, or there is no such call here. */
    public boolean answer(UUID id, StaffId by) {
        return db.sql("UPDATE portal.help_call SET answered_by = :by WHERE id = :id AND answered_by IS NULL")
                        .param("by", by.value())
                        .param("id", id)
                        .update()
                == 1;
    }
}
