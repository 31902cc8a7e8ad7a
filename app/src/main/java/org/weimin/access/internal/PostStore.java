package org.weimin.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.access.Post;
import org.weimin.access.Role;
import org.weimin.access.Seat;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.OrgUnitId;
import org.weimin.kernel.PostId;
import org.weimin.kernel.StaffId;

/** All SQL for access.post and access.holding. */
@Repository
public class PostStore {
    private static final String COLUMNS = "p.id AS post_id, p.title, p.role, p.org_unit_id, p.scope";
    private final JdbcClient db;

    PostStore(JdbcClient db) {
        this.db = db;
    }

    public void insert(Post post) {
        db.sql("""
            INSERT INTO access.post (id, title, role, org_unit_id, scope)
            VALUES (:id, :title, :role, CAST(:orgUnit AS uuid), :scope)
            """)
                .param("id", post.id().value())
                .param("title", post.title())
                .param("role", post.role().name())
                .param("orgUnit", post.orgUnit().map(OrgUnitId::value).orElse(null))
                .param("scope", post.scope().value())
                .update();
    }

    public Optional<Post> find(PostId id) {
        return db.sql("SELECT " + COLUMNS + " FROM access.post p WHERE p.id = :id")
                .param("id", id.value())
                .query(PostStore::post)
                .optional();
    }

    public List<Post> list() {
        return db.sql("SELECT " + COLUMNS + " FROM access.post p ORDER BY p.scope, p.role, p.title")
                .query(PostStore::post)
                .list();
    }

    /** The posts that somebody may sit on: the own ones, and those lent by a colleague. */
    public List<Post> heldBy(StaffId staff, LocalDate asOf) {
        return db.sql("SELECT " + COLUMNS + """
             FROM access.v_sitting s JOIN access.post p ON p.id = s.post_id
             WHERE s.staff_id = :staff AND s.valid @> CAST(:asOf AS date)
             ORDER BY p.scope, p.role, p.title
            """)
                .param("staff", staff.value())
                .param("asOf", asOf)
                .query(PostStore::post)
                .list();
    }

    /** Every post with whoever sits there, in the order of an office: from the county down. */
    public List<Seat> seats(LocalDate asOf) {
        return db.sql("SELECT " + COLUMNS + """
            , t.id AS staff_id, t.name, t.person_id, t.status
              FROM access.post p
              LEFT JOIN access.holding h
                     ON h.post_id = p.id AND h.valid @> CAST(:asOf AS date) AND upper_inf(h.known)
              LEFT JOIN access.staff t ON t.id = h.staff_id
             ORDER BY p.scope, p.role, p.title
            """)
                .param("asOf", asOf)
                .query((row, number) -> new Seat(
                        post(row, number),
                        row.getString("name") == null
                                ? Optional.empty()
                                : Optional.of(StaffStore.staff(row, "staff_id"))))
                .list();
    }

    public Optional<String> holder(PostId post, LocalDate asOf) {
        return db.sql("""
            SELECT t.name FROM access.holding h JOIN access.staff t ON t.id = h.staff_id
             WHERE h.post_id = :post AND h.valid @> CAST(:asOf AS date) AND upper_inf(h.known)
            """)
                .param("post", post.value())
                .param("asOf", asOf)
                .query(String.class)
                .optional();
    }

    public void appoint(StaffId staff, PostId post, Optional<StaffId> grantedBy, LocalDate from, Instant knownAt) {
        db.sql("""
            INSERT INTO access.holding (id, staff_id, post_id, granted_by, valid, known)
            VALUES (:id, :staff, :post, CAST(:grantedBy AS uuid), daterange(:from, NULL), tstzrange(:knownAt, NULL))
            """)
                .param("id", Ids.next())
                .param("staff", staff.value())
                .param("post", post.value())
                .param("grantedBy", grantedBy.map(StaffId::value).orElse(null))
                .param("from", from)
                .param("knownAt", atUtc(knownAt))
                .update();
    }

    /** Closes what was known and writes the shorter holding beside it; a holding of no day at all is not written. */
    public void relieve(StaffId staff, PostId post, LocalDate until, Instant knownAt) {
        db.sql("""
            WITH closed AS (
                UPDATE access.holding SET known = tstzrange(lower(known), :knownAt)
                 WHERE staff_id = :staff AND post_id = :post AND upper_inf(known) AND upper_inf(valid)
             RETURNING staff_id, post_id, granted_by, lower(valid) AS since)
            INSERT INTO access.holding (id, staff_id, post_id, granted_by, valid, known)
            SELECT :id, staff_id, post_id, granted_by, daterange(since, :until), tstzrange(:knownAt, NULL)
              FROM closed WHERE since < :until
            """)
                .param("id", Ids.next())
                .param("staff", staff.value())
                .param("post", post.value())
                .param("until", until)
                .param("knownAt", atUtc(knownAt))
                .update();
    }

    static Post post(ResultSet row, int number) throws SQLException {
        return new Post(
                new PostId(row.getObject("post_id", UUID.class)),
                row.getString("title"),
                Role.valueOf(row.getString("role")),
                Optional.ofNullable(row.getObject("org_unit_id", UUID.class)).map(OrgUnitId::new),
                new DivisionCode(row.getString("scope")));
    }

    private static OffsetDateTime atUtc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
