package org.weimin.screening.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.engine.Pack;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.screening.Sweep;
import org.weimin.screening.SweepId;

/** All SQL for screening.sweep and screening.sweep_matter. */
@Repository
public class SweepStore {
    private static final String COLUMNS = """
        SELECT id, place, as_of, known_at, only_matter, asked_by, status, slices, slices_done, households, persons,
               read_micros, judge_micros, write_micros, failure,
               1000000 * extract(epoch FROM coalesce(finished_at, clock_timestamp())
                                                - coalesce(started_at, clock_timestamp())) AS whole_micros
          FROM screening.sweep
        """;
    private final JdbcClient db;

    SweepStore(JdbcClient db) {
        this.db = db;
    }

    public void add(Sweep sweep) {
        db.sql("""
            INSERT INTO screening.sweep (id, place, as_of, known_at, status, asked_by, only_matter)
            VALUES (:id, :place, :asOf, :knownAt, 'ASKED', :by, :only)
            """)
                .param("id", sweep.id().value())
                .param("place", sweep.place().value())
                .param("asOf", sweep.asOf())
                .param("knownAt", sweep.knownAt().atOffset(ZoneOffset.UTC))
                .param("by", sweep.askedBy())
                .param("only", sweep.only().map(MatterId::value).orElse(""))
                .update();
    }

    public Sweep get(SweepId id) {
        return db.sql(COLUMNS + " WHERE id = :id")
                .param("id", id.value())
                .query(SweepStore::sweep)
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }

    /** One that somebody asked for, or one whose worker has not been heard of for two minutes. */
    public Optional<Sweep> claim() {
        return db.sql("""
            UPDATE screening.sweep SET status = 'RUNNING', started_at = clock_timestamp(),
                   beat_at = clock_timestamp(), slices_done = 0, households = 0, persons = 0,
                   read_micros = 0, judge_micros = 0, write_micros = 0
             WHERE id = (SELECT id FROM screening.sweep
                          WHERE status = 'ASKED'
                             OR status = 'RUNNING' AND beat_at < clock_timestamp() - interval '2 minutes'
                          ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id
            """)
                .query((row, number) -> new SweepId(row.getObject("id", UUID.class)))
                .optional()
                .map(this::get);
    }

    public void planned(SweepId id, int slices, List<Pack> matters, LocalDate asOf) {
        db.sql("UPDATE screening.sweep SET slices = :slices WHERE id = :id")
                .param("slices", slices)
                .param("id", id.value())
                .update();
        db.sql("DELETE FROM screening.sweep_matter WHERE sweep_id = :id")
                .param("id", id.value())
                .update();
        matters.forEach(pack -> db.sql("""
            INSERT INTO screening.sweep_matter (sweep_id, matter, pack_version) VALUES (:id, :matter, :version)
            """)
                .param("id", id.value())
                .param("matter", pack.id().value())
                .param("version", pack.packVersion(pack.editionOn(asOf)))
                .update());
    }

    public void sliceDone(SweepId id, int households, int persons, Sweep.Took took) {
        db.sql("""
            UPDATE screening.sweep
               SET slices_done = slices_done + 1, households = households + :households, persons = persons + :persons,
                   read_micros = read_micros + :read, judge_micros = judge_micros + :judge,
                   write_micros = write_micros + :write, beat_at = clock_timestamp()
             WHERE id = :id
            """)
                .param("households", households)
                .param("persons", persons)
                .param("read", micros(took.reading()))
                .param("judge", micros(took.judging()))
                .param("write", micros(took.writing()))
                .param("id", id.value())
                .update();
    }

    public void end(SweepId id, Sweep.Status status, String failure) {
        db.sql("""
            UPDATE screening.sweep SET status = :status, failure = :failure, finished_at = clock_timestamp()
             WHERE id = :id
            """)
                .param("status", status.name())
                .param("failure", failure)
                .param("id", id.value())
                .update();
    }

    /** The last one that is done for the place or for one that contains it. */
    public Optional<Sweep> latest(DivisionCode place) {
        return list(place).stream()
                .filter(each -> each.status() == Sweep.Status.DONE)
                .findFirst();
    }

    public Optional<Sweep> open(DivisionCode place) {
        return list(place).stream().filter(Sweep::isOpen).findFirst();
    }

    /** The newest first. */
    public List<Sweep> list(DivisionCode place) {
        Predicate<Sweep> ofPlace = sweep -> sweep.place().contains(place) || place.contains(sweep.place());
        return db.sql(COLUMNS + " ORDER BY created_at DESC, id DESC LIMIT 60").query(SweepStore::sweep).list().stream()
                .filter(ofPlace)
                .toList();
    }

    public List<MatterId> matters(SweepId id) {
        return db.sql("SELECT matter FROM screening.sweep_matter WHERE sweep_id = :id ORDER BY matter")
                .param("id", id.value())
                .query((row, number) -> new MatterId(row.getString("matter")))
                .list();
    }

    private static Sweep sweep(ResultSet row, int number) throws SQLException {
        String only = row.getString("only_matter");
        return new Sweep(
                new SweepId(row.getObject("id", UUID.class)),
                new DivisionCode(row.getString("place")),
                row.getObject("as_of", LocalDate.class),
                row.getObject("known_at", OffsetDateTime.class).toInstant(),
                only.isEmpty() ? Optional.empty() : Optional.of(new MatterId(only)),
                row.getString("asked_by"),
                Sweep.Status.valueOf(row.getString("status")),
                new Sweep.Progress(
                        row.getInt("slices"),
                        row.getInt("slices_done"),
                        row.getInt("households"),
                        row.getInt("persons")),
                new Sweep.Took(
                        duration(row.getLong("whole_micros")),
                        duration(row.getLong("read_micros")),
                        duration(row.getLong("judge_micros")),
                        duration(row.getLong("write_micros"))),
                row.getString("failure"));
    }

    private static Duration duration(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
