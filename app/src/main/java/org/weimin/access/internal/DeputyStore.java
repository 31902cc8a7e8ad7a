package org.weimin.access.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.access.Deputy;
import org.weimin.kernel.Actor;
import org.weimin.kernel.Ids;
import org.weimin.kernel.PostId;
import org.weimin.kernel.StaffId;

/** All SQL for access.deputy. */
@Repository
public class DeputyStore {
    private final JdbcClient db;

    DeputyStore(JdbcClient db) {
        this.db = db;
    }

    /** False where the post is lent on one of these days already. */
    public boolean insert(Actor.Staff holder, StaffId deputy, Deputy.Term term, String reason, Instant knownAt) {
        return db.sql("""
            INSERT INTO access.deputy (id, post_id, given_by, staff_id, reason, valid, known)
            VALUES (:id, :post, :holder, :deputy, :reason, daterange(:first, :last, '[]'), tstzrange(:now, NULL))
            ON CONFLICT DO NOTHING
            """)
                        .param("id", Ids.next())
                        .param("post", holder.post().value())
                        .param("holder", holder.id().value())
                        .param("deputy", deputy.value())
                        .param("reason", reason)
                        .param("first", term.first())
                        .param("last", term.last())
                        .param("now", knownAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public void end(UUID id, Instant knownAt) {
        db.sql("""
            UPDATE access.deputy
               SET known = tstzrange(lower(known), greatest(:now, lower(known) + interval '1 microsecond'))
             WHERE id = :id AND upper_inf(known)
            """)
                .param("id", id)
                .param("now", knownAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What somebody has lent or was lent, and that lasts today or begins later. */
    boolean isLent(PostId post, LocalDate on) {
        return db.sql("""
            SELECT EXISTS (SELECT FROM access.deputy
                            WHERE post_id = :post AND upper_inf(known) AND valid @> :on::date)
            """)
                .param("post", post.value())
                .param("on", on)
                .query(Boolean.class)
                .single();
    }

    public List<Deputy> current(StaffId staff, LocalDate today) {
        return db.sql("""
            SELECT d.id, d.reason, lower(d.valid) AS first, upper(d.valid) - 1 AS last,
                   d.given_by, d.staff_id, p.id AS post_id, p.title, p.role, p.org_unit_id, p.scope
              FROM access.deputy d JOIN access.post p ON p.id = d.post_id
             WHERE (d.given_by = :staff OR d.staff_id = :staff)
               AND upper_inf(d.known) AND upper(d.valid) > CAST(:today AS date)
             ORDER BY d.valid
            """)
                .param("staff", staff.value())
                .param("today", today)
                .query((row, number) -> new Deputy(
                        row.getObject("id", UUID.class),
                        PostStore.post(row, number),
                        new StaffId(row.getObject("given_by", UUID.class)),
                        new StaffId(row.getObject("staff_id", UUID.class)),
                        new Deputy.Term(
                                row.getObject("first", LocalDate.class), row.getObject("last", LocalDate.class)),
                        row.getString("reason")))
                .list();
    }
}
