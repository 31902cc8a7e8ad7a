package org.weimin.benefits.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.weimin.benefits.RosterFilter;
import org.weimin.benefits.RosterRow;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Subject;
import org.weimin.shell.PageOf;

/** All SQL of the roster. */
@Repository
public class RosterStore {
    private static final String FROM = """
         FROM benefits.entitlement e
         JOIN people.v_person p ON p.person_id = e.payee_id
        WHERE upper_inf(e.known) AND e.valid @> CAST(:month AS date)
          AND (:matter = '' OR e.matter = :matter)
          AND e.area >= :area AND e.area < :areaUntil
          AND (:name = '' OR p.name = :name)
        """;
    private static final String COLUMNS = """
        SELECT e.entitlement_id, e.matter, e.subject_kind, e.subject_id, p.name, e.area, e.monthly_fen,
               lower(e.valid) AS valid_from, upper(e.valid) AS valid_until,
               (SELECT count(*) FROM people.v_membership m
                 WHERE m.household_id = e.subject_id AND m.valid @> CAST(:month AS date)) AS members
        """;
    private final JdbcClient db;

    RosterStore(JdbcClient db) {
        this.db = db;
    }

    public PageOf<RosterRow> list(RosterFilter filter, int page) {
        var rows = filtered(
                        db.sql(COLUMNS + FROM + " ORDER BY e.area, p.name, e.entitlement_id LIMIT :size OFFSET :skip"),
                        filter)
                .param("size", PageOf.SIZE)
                .param("skip", (page - 1L) * PageOf.SIZE)
                .query(RosterStore::row)
                .list();
        long total = filtered(db.sql("SELECT count(*)" + FROM), filter)
                .query(Long.class)
                .single();
        return new PageOf<>(rows, page, PageOf.SIZE, total);
    }

    public List<RosterRow> all(RosterFilter filter) {
        return filtered(db.sql(COLUMNS + FROM + " ORDER BY e.area, p.name, e.entitlement_id"), filter)
                .query(RosterStore::row)
                .list();
    }

    public Money total(RosterFilter filter) {
        return filtered(db.sql("SELECT coalesce(sum(e.monthly_fen), 0)" + FROM), filter)
                .query((row, n) -> new Money(row.getLong(1)))
                .single();
    }

    private static StatementSpec filtered(StatementSpec statement, RosterFilter filter) {
        return statement
                .param("month", filter.month().atDay(1))
                .param("matter", filter.matter())
                .param("area", filter.area().value())
                .param("areaUntil", filter.area().areaUntil())
                .param("name", filter.name());
    }

    private static RosterRow row(ResultSet row, int number) throws SQLException {
        return new RosterRow(
                new EntitlementId(row.getObject("entitlement_id", UUID.class)),
                new MatterId(row.getString("matter")),
                Subject.of(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                row.getString("name"),
                row.getInt("members"),
                row.getString("area"),
                new Money(row.getLong("monthly_fen")),
                YearMonth.from(row.getObject("valid_from", LocalDate.class)),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class))
                        .map(YearMonth::from));
    }
}
