package org.weimin.divisions.internal;

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
import org.weimin.divisions.OrgUnit;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.OrgUnitId;

/** All SQL for divisions.org_unit. */
@Repository
public class OrgUnitStore {
    private final JdbcClient db;

    OrgUnitStore(JdbcClient db) {
        this.db = db;
    }

    /** The bureau first, then each street office with its committees. */
    public List<OrgUnit> under(DivisionCode under, LocalDate asOf, Instant knownAt) {
        return db.sql("""
            SELECT id, name, kind, serves
              FROM divisions.org_unit
             WHERE serves >= :from AND serves < :until
               AND valid @> :asOf::date AND known @> :knownAt::timestamptz
             ORDER BY serves
            """)
                .param("from", under.value())
                .param("until", under.areaUntil())
                .param("asOf", asOf)
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .query(OrgUnitStore::orgUnit)
                .list();
    }

    public Optional<OrgUnit> find(OrgUnitId id) {
        return db.sql("SELECT id, name, kind, serves FROM divisions.org_unit WHERE id = :id")
                .param("id", id.value())
                .query(OrgUnitStore::orgUnit)
                .optional();
    }

    public void establish(List<OrgUnit> units, LocalDate from, Instant knownFrom) {
        for (OrgUnit unit : units) {
            db.sql("""
                INSERT INTO divisions.org_unit (id, name, kind, serves, valid, known)
                VALUES (:id, :name, :kind, :serves, daterange(:from, NULL), tstzrange(:knownFrom, NULL))
                """)
                    .param("id", unit.id().value())
                    .param("name", unit.name())
                    .param("kind", unit.kind().name())
                    .param("serves", unit.area().value())
                    .param("from", from)
                    .param("knownFrom", knownFrom.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    private static OrgUnit orgUnit(ResultSet row, int number) throws SQLException {
        return new OrgUnit(
                new OrgUnitId(row.getObject("id", UUID.class)),
                row.getString("name"),
                OrgUnit.Kind.valueOf(row.getString("kind")),
                new DivisionCode(row.getString("serves")));
    }
}
