package org.weimin.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Deliberation;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.StaffId;

/** All SQL for casework.deliberation. */
@Repository
public class DeliberationStore {
    /** A panel's sitting with its result by the rules of then. */
    public record Held(Deliberation deliberation, boolean passed) {}

    private final JdbcClient db;

    DeliberationStore(JdbcClient db) {
        this.db = db;
    }

    void insert(CaseFile file, Deliberation held, boolean passed, StaffId recordedBy) {
        db.sql("""
            INSERT INTO casework.deliberation (id, case_file_id, held_on, place, chair, residents, committee, others,
                   absent, in_favour, against, abstained, minutes, passed, recorded_by, area)
            VALUES (:id, :caseFile, :on, :place, :chair, :residents, :committee, :others,
                   :absent, :inFavour, :against, :abstained, :minutes, :passed, :by, :area)
            """)
                .param("id", Ids.next())
                .param("caseFile", file.id().value())
                .param("on", held.heldOn())
                .param("place", held.place())
                .param("chair", held.chair())
                .param("residents", array(held.panel().residents()))
                .param("committee", array(held.panel().committee()))
                .param("others", array(held.panel().others()))
                .param("absent", array(held.panel().absent()))
                .param("inFavour", held.votes().inFavour())
                .param("against", held.votes().against())
                .param("abstained", held.votes().abstained())
                .param("minutes", held.minutes())
                .param("passed", passed)
                .param("by", recordedBy.value())
                .param("area", file.claim().area().value())
                .update();
    }

    /** Newest first. */
    List<Held> of(CaseFileId caseFile) {
        return db.sql("SELECT * FROM casework.deliberation WHERE case_file_id = :id ORDER BY held_on DESC, id DESC")
                .param("id", caseFile.value())
                .query((row, n) -> read(row))
                .list();
    }

    private static Held read(ResultSet row) throws SQLException {
        var panel = new Deliberation.Panel(
                names(row, "residents"), names(row, "committee"), names(row, "others"), names(row, "absent"));
        var votes = new Deliberation.Votes(row.getInt("in_favour"), row.getInt("against"), row.getInt("abstained"));
        return new Held(
                new Deliberation(
                        row.getObject("held_on", LocalDate.class),
                        row.getString("place"),
                        row.getString("chair"),
                        panel,
                        votes,
                        row.getString("minutes")),
                row.getBoolean("passed"));
    }

    private static String[] array(List<String> names) {
        return names.toArray(String[]::new);
    }

    private static List<String> names(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
