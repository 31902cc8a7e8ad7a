package org.weimin.offices.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.OrgUnitId;
import org.weimin.offices.Premises;

/** All SQL for offices.premises. */
@Repository
public class PremisesStore {
    private static final String COLUMNS = """
        SELECT org_unit_id, serves, posts, bureaus, square_metres, service_window, archive, computers, printers, faxes,
               air_conditioners, cameras, network, location, telephone, opening_hours, lower(valid) AS valid_from
          FROM offices.premises\
        """ + " ";
    private final JdbcClient db;

    PremisesStore(JdbcClient db) {
        this.db = db;
    }

    public List<Premises> under(DivisionCode place, LocalDate asOf, Instant knownAt) {
        return db.sql(COLUMNS + """
             WHERE serves >= :from AND serves < :until AND valid @> :asOf::date AND known @> :knownAt::timestamptz
             ORDER BY serves
            """)
                .param("from", place.value())
                .param("until", place.areaUntil())
                .param("asOf", asOf)
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .query(PremisesStore::premises)
                .list();
    }

    /** What was said last; it holds until further notice. */
    public Optional<Premises> latest(OrgUnitId office) {
        return db.sql(COLUMNS + " WHERE org_unit_id = :office AND upper_inf(valid) AND upper_inf(known)")
                .param("office", office.value())
                .query(PremisesStore::premises)
                .optional();
    }

    /** Whatever was said of the days from then on is said no more; what was said of the days before stays. */
    public void put(Premises fresh, Instant now) {
        db.sql("""
            WITH closed AS (
                UPDATE offices.premises SET known = tstzrange(lower(known), :now::timestamptz)
                 WHERE org_unit_id = :office AND upper_inf(known) AND upper_inf(valid) RETURNING *)
            INSERT INTO offices.premises (id, org_unit_id, serves, posts, bureaus, square_metres, service_window,
                   archive, computers, printers, faxes, air_conditioners, cameras, network, location, telephone,
                   opening_hours, valid, known)
            SELECT :id, org_unit_id, serves, posts, bureaus, square_metres, service_window, archive, computers,
                   printers, faxes, air_conditioners, cameras, network, location, telephone, opening_hours,
                   daterange(lower(valid), :from::date), tstzrange(:now::timestamptz, NULL)
              FROM closed WHERE lower(valid) < :from::date
            """)
                .param("id", Ids.next())
                .param("office", fresh.office().value())
                .param("from", fresh.from())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        insert(fresh, now);
    }

    private void insert(Premises fresh, Instant now) {
        var equipment = fresh.equipment();
        db.sql("""
            INSERT INTO offices.premises (id, org_unit_id, serves, posts, bureaus, square_metres, service_window,
                   archive, computers, printers, faxes, air_conditioners, cameras, network, location, telephone,
                   opening_hours, valid, known)
            VALUES (:id, :office, :serves, :posts, :bureaus, :squareMetres, :window, :archive, :computers, :printers,
                    :faxes, :airConditioners, :cameras, :network, :location, :telephone, :hours,
                    daterange(:from, NULL), tstzrange(:now, NULL))
            """)
                .param("id", Ids.next())
                .param("office", fresh.office().value())
                .param("serves", fresh.serves().value())
                .param("posts", fresh.posts())
                .param("bureaus", fresh.bureaus())
                .param("squareMetres", fresh.rooms().squareMetres())
                .param("window", fresh.rooms().window())
                .param("archive", fresh.rooms().archive())
                .param("computers", equipment.computers())
                .param("printers", equipment.printers())
                .param("faxes", equipment.faxes())
                .param("airConditioners", equipment.airConditioners())
                .param("cameras", equipment.cameras())
                .param("network", equipment.network())
                .param("location", fresh.contact().address())
                .param("telephone", fresh.contact().phone())
                .param("hours", fresh.contact().hours())
                .param("from", fresh.from())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Premises premises(ResultSet row, int number) throws SQLException {
        return new Premises(
                new OrgUnitId(row.getObject("org_unit_id", UUID.class)),
                new DivisionCode(row.getString("serves")),
                row.getObject("valid_from", LocalDate.class),
                row.getInt("posts"),
                row.getInt("bureaus"),
                new Premises.Rooms(
                        row.getObject("square_metres", BigDecimal.class),
                        row.getBoolean("service_window"),
                        row.getBoolean("archive")),
                new Premises.Equipment(
                        row.getInt("computers"),
                        row.getInt("printers"),
                        row.getInt("faxes"),
                        row.getInt("air_conditioners"),
                        row.getInt("cameras"),
                        row.getBoolean("network")),
                new Premises.Contact(
                        row.getString("location"), row.getString("telephone"), row.getString("opening_hours")));
    }
}
