package org.weimin.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.access.StaffMember;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.StaffId;

/** All SQL for access.staff. */
@Repository
public class StaffStore {
    private final JdbcClient db;

    StaffStore(JdbcClient db) {
        this.db = db;
    }

    public void insert(StaffMember staff, Optional<StaffId> employedBy) {
        db.sql("""
            INSERT INTO access.staff (id, name, person_id, employed_by, status)
            VALUES (:id, :name, CAST(:person AS uuid), CAST(:employedBy AS uuid), :status)
            """)
                .param("id", staff.id().value())
                .param("name", staff.name())
                .param("person", staff.person().map(PersonId::value).orElse(null))
                .param("employedBy", employedBy.map(StaffId::value).orElse(null))
                .param("status", staff.status().name())
                .update();
    }

    public Optional<StaffMember> find(StaffId id) {
        return db.sql("SELECT id, name, person_id, status FROM access.staff WHERE id = :id")
                .param("id", id.value())
                .query(StaffStore::staff)
                .optional();
    }

    public List<StaffMember> list(int page, int size) {
        return db.sql("""
            SELECT id, name, person_id, status FROM access.staff ORDER BY name, id LIMIT :size OFFSET :skipped
            """)
                .param("size", size)
                .param("skipped", (long) (page - 1) * size)
                .query(StaffStore::staff)
                .list();
    }

    public long count() {
        return db.sql("SELECT count(*) FROM access.staff").query(Long.class).single();
    }

    public Optional<StaffId> employedBy(StaffId id) {
        return db.sql("SELECT employed_by FROM access.staff WHERE id = :id AND employed_by IS NOT NULL")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .map(StaffId::new);
    }

    public void setStatus(StaffId id, StaffMember.Status status) {
        db.sql("UPDATE access.staff SET status = :status, version = version + 1 WHERE id = :id")
                .param("id", id.value())
                .param("status", status.name())
                .update();
    }

    private static StaffMember staff(ResultSet row, int number) throws SQLException {
        return staff(row, "id");
    }

    static StaffMember staff(ResultSet row, String idColumn) throws SQLException {
        return new StaffMember(
                new StaffId(row.getObject(idColumn, UUID.class)),
                row.getString("name"),
                Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new),
                StaffMember.Status.valueOf(row.getString("status")));
    }
}
