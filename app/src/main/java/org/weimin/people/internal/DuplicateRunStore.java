package org.weimin.people.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.people.DuplicateRun;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL for people.duplicate_run. */
@Repository
public class DuplicateRunStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS = """
        SELECT id, place, status, asked_by, residents, compared, unsealed, listed, reopened, learnt, created_at,
               extract(epoch FROM coalesce(finished_at, clock_timestamp())
                                  - coalesce(started_at, clock_timestamp())) * 1000 AS millis
          FROM people.duplicate_run
        """;
    private final JdbcClient db;

    DuplicateRunStore(JdbcClient db) {
        this.db = db;
    }

    /** Whoever asks for what is asked for already waits for the same run. */
    public DuplicateRun ask(DivisionCode place, String by) {
        db.sql("""
            INSERT INTO people.duplicate_run (id, place, status, asked_by) VALUES (:id, :place, 'ASKED', :by)
            ON CONFLICT DO NOTHING
            """)
                .param("id", Ids.next())
                .param("place", place.value())
                .param("by", by)
                .update();
        return db.sql(COLUMNS + " WHERE place = :place AND status IN ('ASKED', 'RUNNING')")
                .param("place", place.value())
                .query(DuplicateRunStore::run)
                .single();
    }

    /** Of the place, or of one in which it lies. */
    public Optional<DuplicateRun> last(DivisionCode place) {
        return db.sql(COLUMNS + " WHERE starts_with(:place, place) ORDER BY created_at DESC LIMIT 1")
                .param("place", place.value())
                .query(DuplicateRunStore::run)
                .optional();
    }

    /** What the last comparison of the place taught; before the first one, what is guessed. */
    public List<DuplicateRun.Learnt> learnt(DivisionCode place) {
        return db.sql(COLUMNS + """
             WHERE starts_with(:place, place) AND status = 'DONE' ORDER BY created_at DESC LIMIT 1
            """)
                .param("place", place.value())
                .query(DuplicateRunStore::run)
                .optional()
                .map(run -> run.counts().learnt())
                .orElseGet(() -> Weights.firstGuess(2).learnt());
    }

    public DuplicateRun get(UUID id) {
        return db.sql(COLUMNS + " WHERE id = :id")
                .param("id", id)
                .query(DuplicateRunStore::run)
                .single();
    }

    /** Counties in which somebody has been entered, or was given a card, since they were last compared. */
    public List<DivisionCode> countiesWithNews() {
        return db.sql("""
            SELECT c.place
              FROM (SELECT left(area, 6) AS place, max(created_at) AS at FROM people.person GROUP BY 1
                    UNION ALL
                    SELECT left(area, 6), max(created_at) FROM people.bank_card GROUP BY 1) c
             GROUP BY c.place
            HAVING max(c.at) > coalesce((SELECT max(r.started_at) FROM people.duplicate_run r WHERE r.place = c.place),
                                        '-infinity')
             ORDER BY c.place
            """)
                .query((row, number) -> new DivisionCode(row.getString("place")))
                .list();
    }

    /** One that somebody asked for, or one whose worker has been silent for half an hour. */
    public Optional<DuplicateRun> claim() {
        return db.sql("""
            UPDATE people.duplicate_run SET status = 'RUNNING', started_at = clock_timestamp()
             WHERE id = (SELECT id FROM people.duplicate_run
                          WHERE status = 'ASKED'
                             OR status = 'RUNNING' AND started_at < clock_timestamp() - interval '30 minutes'
                          ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id
            """)
                .query((row, number) -> row.getObject("id", UUID.class))
                .optional()
                .map(this::get);
    }

    public void done(UUID id, DuplicateRun.Counts counts) {
        db.sql("""
            UPDATE people.duplicate_run
               SET status = 'DONE', residents = :residents, compared = :compared, unsealed = :unsealed,
                   listed = :listed, reopened = :reopened, learnt = :learnt::jsonb, finished_at = clock_timestamp()
             WHERE id = :id
            """)
                .param("id", id)
                .param("residents", counts.residents())
                .param("compared", counts.compared())
                .param("unsealed", counts.unsealed())
                .param("listed", counts.listed())
                .param("reopened", counts.reopened())
                .param("learnt", JSON.writeValueAsString(counts.learnt()))
                .update();
    }

    public void failed(UUID id, String why) {
        db.sql("""
            UPDATE people.duplicate_run SET status = 'FAILED', failure = :why, finished_at = clock_timestamp()
             WHERE id = :id
            """).param("id", id).param("why", why).update();
    }

    private static DuplicateRun run(ResultSet row, int number) throws SQLException {
        return new DuplicateRun(
                row.getObject("id", UUID.class),
                new DivisionCode(row.getString("place")),
                DuplicateRun.Status.valueOf(row.getString("status")),
                row.getString("asked_by"),
                new DuplicateRun.Counts(
                        row.getInt("residents"),
                        row.getLong("compared"),
                        row.getLong("unsealed"),
                        row.getInt("listed"),
                        row.getInt("reopened"),
                        JSON.readValue(row.getString("learnt"), new TypeReference<List<DuplicateRun.Learnt>>() {})),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong("millis")));
    }
}
