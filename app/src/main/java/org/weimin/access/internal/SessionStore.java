package org.weimin.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.access.Post;
import org.weimin.kernel.Ids;
import org.weimin.kernel.PostId;
import org.weimin.kernel.StaffId;

/** All SQL for access.session. Only a hash of the cookie is stored; time is the database's. */
@Repository
public class SessionStore {
    private final JdbcClient db;

    SessionStore(JdbcClient db) {
        this.db = db;
    }

    /** A session that has been idle for 30 minutes or open for 10 hours is gone, and so is a disabled owner's. */
    Optional<Session> find(String token, LocalDate today) {
        return db.sql("""
            SELECT s.staff_id, t.name, s.stage, s.before_at, p.id AS post_id, p.title, p.role, p.org_unit_id, p.scope
              FROM access.session s
              JOIN access.staff t ON t.id = s.staff_id AND t.status = 'ACTIVE'
              LEFT JOIN access.v_sitting h ON h.staff_id = s.staff_id AND h.post_id = s.post_id
                   AND h.valid @> CAST(:today AS date)
              LEFT JOIN access.post p ON p.id = h.post_id
             WHERE s.token_hash = :hash
               AND s.last_seen_at > now() - interval '30 minutes' AND s.started_at > now() - interval '10 hours'
            """)
                .param("hash", hash(token))
                .param("today", today)
                .query(SessionStore::session)
                .optional();
    }

    /** Written at most once a minute: a row per click would be the busiest row of the database. */
    void seen(String token) {
        db.sql("""
            UPDATE access.session SET last_seen_at = now()
             WHERE token_hash = :hash AND last_seen_at < now() - interval '1 minute'
            """).param("hash", hash(token)).update();
    }

    /** Returns the cookie's value, which is kept nowhere else. */
    String open(StaffId staff, Stage stage, Optional<PostId> post) {
        String token = Ids.secret() + Ids.secret();
        db.sql("""
            INSERT INTO access.session (token_hash, staff_id, post_id, stage, before_at)
            SELECT :hash, :staff, CAST(:post AS uuid), :stage, signed_in_at
              FROM access.credential WHERE staff_id = :staff
            """)
                .param("hash", hash(token))
                .param("staff", staff.value())
                .param("post", post.map(PostId::value).orElse(null))
                .param("stage", stage.name())
                .update();
        return token;
    }

    /** A new cookie for the next stage, so that a cookie planted before the sign-in is worth nothing after it. */
    String renew(String token, Stage stage, Optional<PostId> post) {
        String next = Ids.secret() + Ids.secret();
        db.sql("""
            UPDATE access.session SET token_hash = :next, stage = :stage, post_id = CAST(:post AS uuid)
             WHERE token_hash = :hash
            """)
                .param("next", hash(next))
                .param("hash", hash(token))
                .param("stage", stage.name())
                .param("post", post.map(PostId::value).orElse(null))
                .update();
        return next;
    }

    void end(String token) {
        db.sql("DELETE FROM access.session WHERE token_hash = :hash")
                .param("hash", hash(token))
                .update();
    }

    void endAll(StaffId staff) {
        db.sql("DELETE FROM access.session WHERE staff_id = :staff")
                .param("staff", staff.value())
                .update();
    }

    void sweep() {
        db.sql("""
            DELETE FROM access.session
             WHERE last_seen_at < now() - interval '30 minutes' OR started_at < now() - interval '10 hours'
            """).update();
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("This JVM has no SHA-256", broken);
        }
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        Optional<Post> post = Optional.empty();
        if (row.getObject("post_id", UUID.class) != null) {
            post = Optional.of(PostStore.post(row, number));
        }
        return new Session(
                new StaffId(row.getObject("staff_id", UUID.class)),
                row.getString("name"),
                Stage.valueOf(row.getString("stage")),
                post,
                instant(row, "before_at"));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
