package org.weimin.registries.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.RegisterEntryId;
import org.weimin.kernel.StaffId;
import org.weimin.registries.RegisterChange;
import org.weimin.registries.RegisterChange.Kind;
import org.weimin.registries.RegisterChange.Status;
import org.weimin.registries.RegisterEntry;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of what is asked to be changed, and by whom it was decided. */
@Repository
public class ChangeStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final JdbcClient db;

    ChangeStore(JdbcClient db) {
        this.db = db;
    }

    /** False where another change of the entry is still open. */
    public boolean ask(
            RegisterEntry entry, Kind kind, String reason, Map<String, String> fields, RegisterChange.Asked asked) {
        return db.sql("""
            INSERT INTO registries.change (id, entry_id, kind, reason, fields, asked_by, asked_name, asked_on, area)
            VALUES (:id, :entry, :kind, :reason, CAST(:fields AS jsonb), :by, :name, :on, :area)
            ON CONFLICT DO NOTHING
            """)
                        .param("id", Ids.next())
                        .param("entry", entry.id().value())
                        .param("kind", kind.name())
                        .param("reason", reason)
                        .param("fields", JSON.writeValueAsString(fields))
                        .param("by", asked.by().value())
                        .param("name", asked.name())
                        .param("on", asked.on())
                        .param("area", entry.area().value())
                        .update()
                == 1;
    }

    public RegisterChange get(UUID id) {
        return db.sql("SELECT * FROM registries.change WHERE id = :id")
                .param("id", id)
                .query(ChangeStore::change)
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }

    public List<RegisterChange> of(RegisterEntryId entry) {
        return db.sql("SELECT * FROM registries.change WHERE entry_id = :entry ORDER BY asked_on, id")
                .param("entry", entry.value())
                .query(ChangeStore::change)
                .list();
    }

    public boolean decide(UUID id, Status status, StaffId by, String name, LocalDate on) {
        return db.sql("""
            UPDATE registries.change SET status = :status, decided_by = :by, decided_name = :name, decided_on = :on,
                   version = version + 1
             WHERE id = :id AND status = 'OPEN'
            """)
                        .param("status", status.name())
                        .param("by", by.value())
                        .param("name", name)
                        .param("on", on)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static RegisterChange change(ResultSet row, int number) throws SQLException {
        return new RegisterChange(
                row.getObject("id", UUID.class),
                new RegisterEntryId(row.getObject("entry_id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getString("reason"),
                JSON.readValue(row.getString("fields"), new TypeReference<Map<String, String>>() {}),
                new RegisterChange.Asked(
                        new StaffId(row.getObject("asked_by", UUID.class)),
                        row.getString("asked_name"),
                        row.getObject("asked_on", LocalDate.class)),
                Status.valueOf(row.getString("status")),
                row.getString("decided_name"));
    }
}
