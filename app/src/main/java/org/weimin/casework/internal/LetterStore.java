package org.weimin.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Letter;
import org.weimin.casework.ServeLetter;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL for casework.letter. */
@Repository
public class LetterStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};
    private final JdbcClient db;

    LetterStore(JdbcClient db) {
        this.db = db;
    }

    void insert(CaseFile file, String kind, String number, Map<String, String> fields, LocalDate on) {
        db.sql("""
            INSERT INTO casework.letter (id, case_file_id, kind, number, fields, written_on, area)
            VALUES (:id, :caseFile, :kind, :number, :fields::jsonb, :on, :area)
            """)
                .param("id", Ids.next())
                .param("caseFile", file.id().value())
                .param("kind", kind)
                .param("number", number)
                .param("fields", JSON.writeValueAsString(fields))
                .param("on", on)
                .param("area", file.claim().area().value())
                .update();
    }

    /** False where it was served already. */
    boolean serve(ServeLetter served) {
        return db.sql("""
            UPDATE casework.letter SET served_on = :on, served_how = :how, version = version + 1
             WHERE id = :id AND served_on IS NULL
            """)
                        .param("on", served.servedOn())
                        .param("how", served.how().name())
                        .param("id", served.letter())
                        .update()
                == 1;
    }

    public Letter get(CaseFileId caseFile, UUID id) {
        return of(caseFile).stream()
                .filter(letter -> letter.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound(id));
    }

    public List<Letter> of(CaseFileId caseFile) {
        return db.sql("SELECT * FROM casework.letter WHERE case_file_id = :id ORDER BY written_on, id")
                .param("id", caseFile.value())
                .query((row, n) -> read(row))
                .list();
    }

    private static Letter read(ResultSet row) throws SQLException {
        return new Letter(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("number"),
                JSON.readValue(row.getString("fields"), FIELDS),
                row.getObject("written_on", LocalDate.class),
                Optional.ofNullable(row.getObject("served_on", LocalDate.class)));
    }
}
