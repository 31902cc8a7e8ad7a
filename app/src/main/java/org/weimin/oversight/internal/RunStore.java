package org.weimin.oversight.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.Ids;
import org.weimin.oversight.LastRun;

/** Keeps what a run found: the same thing once, with the same rows untouched, with other rows looked at anew. */
@Repository
class RunStore {
    private final JdbcClient db;

    RunStore(JdbcClient db) {
        this.db = db;
    }

    void ask(LocalDate day) {
        db.sql("INSERT INTO oversight.run (day) VALUES (:day) ON CONFLICT DO NOTHING")
                .param("day", day)
                .update();
    }

    /** The newest day that was asked for and not worked; days before it need no run of their own any more. */
    Optional<LocalDate> claim() {
        Optional<LocalDate> newest = db.sql("""
            SELECT day FROM oversight.run WHERE finished_at IS NULL ORDER BY day DESC LIMIT 1 FOR UPDATE SKIP LOCKED
            """).query(LocalDate.class).optional();
        newest.ifPresent(day -> db.sql("DELETE FROM oversight.run WHERE finished_at IS NULL AND day < :day")
                .param("day", day)
                .update());
        return newest;
    }

    void finish(LastRun run) {
        db.sql("""
            INSERT INTO oversight.run (day, found, fresh, gone, took_millis, finished_at)
            VALUES (:day, :found, :fresh, :gone, :took, clock_timestamp())
            ON CONFLICT (day) DO UPDATE SET found = excluded.found, fresh = excluded.fresh, gone = excluded.gone,
                   took_millis = excluded.took_millis, finished_at = excluded.finished_at
            """)
                .param("day", run.day())
                .param("found", run.found())
                .param("fresh", run.fresh())
                .param("gone", run.gone())
                .param("took", run.tookMillis())
                .update();
    }

    Optional<LastRun> last() {
        return db.sql("""
            SELECT day, found, fresh, gone, took_millis FROM oversight.run
             WHERE finished_at IS NOT NULL ORDER BY day DESC LIMIT 1
            """)
                .query((row, number) -> new LastRun(
                        row.getObject("day", LocalDate.class),
                        row.getInt("found"),
                        row.getInt("fresh"),
                        row.getInt("gone"),
                        row.getInt("took_millis")))
                .optional();
    }

    /** Keeps everything that was found; returns how much of it is new, or rests on other rows than what was closed. */
    int keep(List<Checks.Found> found, LocalDate day) {
        return found.stream().mapToInt(each -> keep(each, day) ? 1 : 0).sum();
    }

    private boolean keep(Checks.Found found, LocalDate day) {
        String done = db.sql("""
            WITH before AS (
                SELECT id, status, evidence_digest FROM oversight.anomaly WHERE kind = :kind AND key = :key),
            kept AS (
                INSERT INTO oversight.anomaly AS x (id, kind, key, people, officials, figures, evidence,
                       evidence_digest, found_on, seen_on, status, area)
                VALUES (:id, :kind, :key, :people::uuid[], :officials::uuid[], :figures::jsonb, :evidence::jsonb,
                       :digest, :day, :day, 'OPEN', :area)
                ON CONFLICT (kind, key) DO UPDATE
                   SET people = excluded.people, officials = excluded.officials, figures = excluded.figures,
                       evidence = excluded.evidence, evidence_digest = excluded.evidence_digest,
                       seen_on = excluded.seen_on, gone_on = NULL, area = excluded.area, version = x.version + 1,
                       status = CASE WHEN x.status = 'EXPLAINED' AND x.evidence_digest <> excluded.evidence_digest
                                     THEN 'OPEN' ELSE x.status END
                RETURNING x.id, x.area),
            told AS (
                SELECT k.id, k.area, CASE WHEN b.id IS NULL THEN 'FOUND'
                       WHEN b.status = 'EXPLAINED' AND b.evidence_digest <> :digest THEN 'REOPENED' ELSE '' END AS what
                  FROM kept k LEFT JOIN before b USING (id)),
            step AS (
                INSERT INTO oversight.step (id, anomaly_id, what, note, on_day, made_by, made_name, area)
                SELECT :step, id, what, '', :day, 'oversight', '', area FROM told WHERE what <> '')
            SELECT what FROM told
            """)
                .param("id", Ids.next())
                .param("step", Ids.next())
                .param("kind", found.kind().name())
                .param("key", found.key())
                .param("people", AnomalyStore.array(found.people()))
                .param("officials", AnomalyStore.array(found.officials()))
                .param("figures", found.figures())
                .param("evidence", found.evidence())
                .param("digest", found.evidenceDigest())
                .param("day", day)
                .param("area", found.area().value())
                .query(String.class)
                .single();
        return !done.isEmpty();
    }

    /** What was there before and is not any more; whoever works on it is told. */
    int gone(LocalDate day) {
        return db.sql("UPDATE oversight.anomaly SET gone_on = :day WHERE gone_on IS NULL AND seen_on < :day")
                .param("day", day)
                .update();
    }
}
