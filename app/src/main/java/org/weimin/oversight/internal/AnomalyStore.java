package org.weimin.oversight.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.PersonId;
import org.weimin.oversight.Anomaly;
import org.weimin.oversight.AnomalyFilter;
import org.weimin.oversight.AnomalyId;
import org.weimin.oversight.Precision;
import org.weimin.shell.PageOf;

/** All SQL of oversight.anomaly and oversight.step. Lists leave out what concerns the reader or the reader's kin. */
@Repository
public class AnomalyStore {
    private static final String WHERE = """
        WHERE (:kind = '' OR x.kind = :kind) AND (:status = '' OR x.status = :status)
          AND x.area >= :area AND x.area < :areaUntil AND NOT
        """;
    private static final String CONCERNS = "(x.people && :mine::uuid[] OR x.officials && :kin::uuid[])";
    private final JdbcClient db;

    AnomalyStore(JdbcClient db) {
        this.db = db;
    }

    /** 读者的亲属: residents whom the reader is kin to, the reader among them, and officials who are one of these. */
    public record Own(List<UUID> people, List<UUID> officials) {
        public static final Own NOBODY = new Own(List.of(), List.of());
    }

    public Own own(PersonId reader) {
        List<UUID> people = db.sql("""
            SELECT :reader::uuid
            UNION SELECT relative_id FROM people.v_kin WHERE person_id = :reader
            UNION SELECT y.relative_id FROM people.v_kin x JOIN people.v_kin y ON y.person_id = x.relative_id
                   WHERE x.person_id = :reader
            UNION SELECT n.person_id FROM people.v_membership m JOIN people.v_membership n USING (household_id)
                   WHERE m.person_id = :reader AND upper_inf(m.valid) AND upper_inf(n.valid)
            """)
                .param("reader", reader.value())
                .query(AnomalyStore::id)
                .list();
        List<UUID> officials = db.sql(
                        "SELECT DISTINCT staff_id FROM access.v_official WHERE person_id = ANY (:people::uuid[])")
                .param("people", array(people))
                .query(AnomalyStore::id)
                .list();
        return new Own(people, officials);
    }

    public PageOf<Anomaly> list(AnomalyFilter filter, Own own, int page) {
        var rows = filtered(
                        db.sql("SELECT x.* FROM oversight.anomaly x " + WHERE + CONCERNS
                                + " ORDER BY x.status = 'OPEN' DESC, x.found_on DESC, x.id LIMIT " + PageOf.SIZE
                                + " OFFSET " + (page - 1L) * PageOf.SIZE),
                        filter,
                        own)
                .query(AnomalyStore::anomaly)
                .list();
        long total = filtered(db.sql("SELECT count(*) FROM oversight.anomaly x " + WHERE + CONCERNS), filter, own)
                .query(Long.class)
                .single();
        return new PageOf<>(rows, page, PageOf.SIZE, total);
    }

    public List<Anomaly> all(AnomalyFilter filter, Own own, int most) {
        return filtered(
                        db.sql("SELECT x.* FROM oversight.anomaly x " + WHERE + CONCERNS
                                + " ORDER BY x.kind, x.area, x.found_on, x.id LIMIT " + most),
                        filter,
                        own)
                .query(AnomalyStore::anomaly)
                .list();
    }

    public List<Precision> precision(AnomalyFilter filter, Own own) {
        return filtered(db.sql("""
            SELECT x.kind, count(*) FILTER (WHERE x.status = 'OPEN') AS open,
                   count(*) FILTER (WHERE x.status = 'EXPLAINED') AS explained,
                   count(*) FILTER (WHERE x.status = 'CONFIRMED') AS confirmed,
                   count(*) FILTER (WHERE x.status = 'HANDED_OVER') AS handed_over
              FROM oversight.anomaly x
            """ + WHERE + CONCERNS + " GROUP BY x.kind"), filter, own)
                .query((row, number) -> new Precision(
                        Anomaly.Kind.valueOf(row.getString("kind")),
                        row.getLong("open"),
                        row.getLong("explained"),
                        row.getLong("confirmed"),
                        row.getLong("handed_over")))
                .list();
    }

    public Optional<Anomaly> find(AnomalyId id) {
        return db.sql("SELECT * FROM oversight.anomaly WHERE id = :id")
                .param("id", id.value())
                .query(AnomalyStore::anomaly)
                .optional();
    }

    /** Whether it is about the reader's kin; what is about the reader as an official, the database does not show. */
    public boolean concerns(AnomalyId id, Own own) {
        return db.sql("SELECT EXISTS (SELECT FROM oversight.anomaly x WHERE x.id = :id AND " + CONCERNS + ")")
                .param("id", id.value())
                .param("mine", array(own.people()))
                .param("kin", array(own.officials()))
                .query(Boolean.class)
                .single();
    }

    public void close(Anomaly anomaly, Anomaly.Status status) {
        int rows = db.sql("""
            UPDATE oversight.anomaly SET status = :status, version = version + 1 WHERE id = :id AND version = :version
            """)
                .param("status", status.name())
                .param("id", anomaly.id().value())
                .param("version", anomaly.version())
                .update();
        if (rows != 1) {
            throw new OptimisticLockingFailureException("Someone else changed " + anomaly.id());
        }
    }

    public void add(Anomaly anomaly, String what, String note, LocalDate on) {
        Actor actor = Acting.current();
        db.sql("""
            INSERT INTO oversight.step (id, anomaly_id, what, note, on_day, made_by, made_name, area)
            VALUES (:id, :anomaly, :what, :note, :on, :by, :name, :area)
            """)
                .param("id", Ids.next())
                .param("anomaly", anomaly.id().value())
                .param("what", what)
                .param("note", note)
                .param("on", on)
                .param("by", actor.key())
                .param("name", actor instanceof Actor.Staff staff ? staff.name() : "")
                .param("area", anomaly.area().value())
                .update();
    }

    /** The latest last. */
    public List<Anomaly.Step> steps(AnomalyId id) {
        return db.sql("SELECT * FROM oversight.step WHERE anomaly_id = :id ORDER BY id")
                .param("id", id.value())
                .query((row, number) -> new Anomaly.Step(
                        row.getString("what"),
                        row.getString("note"),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("made_name")))
                .list();
    }

    private static StatementSpec filtered(StatementSpec statement, AnomalyFilter filter, Own own) {
        return statement
                .param("kind", filter.kind().map(Enum::name).orElse(""))
                .param("status", filter.status().map(Enum::name).orElse(""))
                .param("area", filter.area().value())
                .param("areaUntil", filter.area().areaUntil())
                .param("mine", array(own.people()))
                .param("kin", array(own.officials()));
    }

    private static UUID id(ResultSet row, int number) throws SQLException {
        return row.getObject(1, UUID.class);
    }

    static String array(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static Anomaly anomaly(ResultSet row, int number) throws SQLException {
        return new Anomaly(
                new AnomalyId(row.getObject("id", UUID.class)),
                Anomaly.Kind.valueOf(row.getString("kind")),
                new DivisionCode(row.getString("area")),
                Rows.figures(row.getString("figures")),
                Rows.evidence(row.getString("evidence")),
                new Anomaly.Seen(
                        row.getObject("found_on", LocalDate.class),
                        row.getObject("seen_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("gone_on", LocalDate.class))),
                Anomaly.Status.valueOf(row.getString("status")),
                row.getInt("version"));
    }
}
