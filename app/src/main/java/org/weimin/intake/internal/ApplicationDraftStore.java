package org.weimin.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.intake.Ask;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.StaffId;
import org.weimin.kernel.Subject;
import org.weimin.people.Party;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL for intake.draft. */
@Repository
@Transactional
public class ApplicationDraftStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<HashMap<String, String>> ANSWERS = new TypeReference<>() {};
    private final JdbcClient db;

    ApplicationDraftStore(JdbcClient db) {
        this.db = db;
    }

    /** A party has one draft for the same matters, whoever began it. */
    public Draft begin(Party party, List<Ask> asks, UUID by, LocalDate on) {
        String[] keys = asks.stream().map(Ask::key).sorted().toArray(String[]::new);
        db.sql("""
            INSERT INTO intake.draft (id, party_kind, party_id, asks, answers, started_by, started_on, area)
            VALUES (:id, :kind, :party, :asks::text[], '{}', :by, :on, :area) ON CONFLICT DO NOTHING
            """)
                .param("id", Ids.next())
                .param("kind", party.subject().kind())
                .param("party", party.subject().id())
                .param("asks", keys)
                .param("by", by)
                .param("on", on)
                .param("area", party.area().value())
                .update();
        return db.sql("SELECT * FROM intake.draft WHERE party_id = :party AND asks = :asks::text[]")
                .param("party", party.subject().id())
                .param("asks", keys)
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(() -> new NotFound(party.subject()));
    }

    public Draft get(UUID id) {
        return db.sql("SELECT * FROM intake.draft WHERE id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }

    public List<Draft> of(StaffId staff) {
        return db.sql("SELECT * FROM intake.draft WHERE started_by = :staff ORDER BY created_at DESC")
                .param("staff", staff.value())
                .query((row, n) -> read(row))
                .list();
    }

    public List<Draft> of(Subject party) {
        return db.sql("SELECT * FROM intake.draft WHERE party_id = :party ORDER BY created_at DESC")
                .param("party", party.id())
                .query((row, n) -> read(row))
                .list();
    }

    /** Keeps the answers of one part of the form beside those of the others. */
    public void answer(Draft draft, String part, Map<String, String> given) {
        var answers = new HashMap<>(draft.answers());
        answers.putAll(given);
        answers.put("done." + part, "true");
        int rows = db.sql("""
            UPDATE intake.draft SET answers = :answers::jsonb, version = version + 1
             WHERE id = :id AND version = :version
            """)
                .param("answers", JSON.writeValueAsString(answers))
                .param("id", draft.id())
                .param("version", draft.version())
                .update();
        if (rows != 1) {
            throw new OptimisticLockingFailureException("Someone else changed draft " + draft.id());
        }
    }

    public void remove(UUID id) {
        db.sql("DELETE FROM intake.draft WHERE id = :id").param("id", id).update();
    }

    private static Draft read(ResultSet row) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                Subject.of(row.getString("party_kind"), row.getObject("party_id", UUID.class)),
                Stream.of((String[]) row.getArray("asks").getArray())
                        .map(Ask::parse)
                        .toList(),
                JSON.readValue(row.getString("answers"), ANSWERS),
                row.getObject("started_on", LocalDate.class),
                new DivisionCode(row.getString("area")),
                row.getInt("version"));
    }
}
