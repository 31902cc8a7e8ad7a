package org.weimin.divisions.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.divisions.Division;
import org.weimin.divisions.Succession;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Period;

/** All SQL for divisions.division and divisions.succession; one index, (length, code, …), answers every question. */
@Repository
public class DivisionStore {
    private static final Division COUNTRY = new Division(
            DivisionCode.COUNTRY,
            "中国",
            Division.Level.COUNTRY,
            DivisionCode.COUNTRY,
            Period.since(LocalDate.of(1949, 10, 1)));
    private final JdbcClient db;

    DivisionStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<Division> find(DivisionCode code, LocalDate asOf, Instant knownAt) {
        if (code.equals(DivisionCode.COUNTRY)) {
            return Optional.of(COUNTRY);
        }
        return db.sql("""
            SELECT code, name, lower(valid) AS valid_from, upper(valid) AS valid_until
              FROM divisions.division
             WHERE octet_length(code) = :length AND code = :code
               AND valid @> :asOf::date AND known @> :knownAt::timestamptz
            """)
                .param("length", code.value().length())
                .param("code", code.value())
                .param("asOf", asOf)
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .query(DivisionStore::division)
                .optional();
    }

    public List<Division> children(DivisionCode code, LocalDate asOf, Instant knownAt) {
        Optional<Division.Level> below = Division.Level.of(code).below();
        if (below.isEmpty()) {
            return List.of();
        }
        return db.sql("""
            SELECT code, name, lower(valid) AS valid_from, upper(valid) AS valid_until
              FROM divisions.division
             WHERE octet_length(code) = :length AND code >= :from AND code < :until
               AND valid @> :asOf::date AND known @> :knownAt::timestamptz
             ORDER BY code
            """)
                .param("length", below.get().digits())
                .param("from", code.value())
                .param("until", code.areaUntil())
                .param("asOf", asOf)
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .query(DivisionStore::division)
                .list();
    }

    /** The divisions from the province down to the code; a level that does not exist is left out. */
    public List<Division> path(DivisionCode code, LocalDate asOf, Instant knownAt) {
        var path = new ArrayList<Division>();
        Optional<DivisionCode> step = Optional.of(code);
        while (step.isPresent() && !step.get().equals(DivisionCode.COUNTRY)) {
            find(step.get(), asOf, knownAt).ifPresent(path::addFirst);
            step = step.get().parent();
        }
        return path;
    }

    /** All of these that there are, in one question. */
    public List<Division> list(Set<DivisionCode> codes, LocalDate asOf, Instant knownAt) {
        return db.sql("""
            SELECT code, name, lower(valid) AS valid_from, upper(valid) AS valid_until
              FROM divisions.division
             WHERE octet_length(code) = ANY (:lengths::int[]) AND code = ANY (:codes::text[])
               AND valid @> :asOf::date AND known @> :knownAt::timestamptz
            """)
                .param(
                        "lengths",
                        codes.stream()
                                .map(code -> code.value().length())
                                .distinct()
                                .toArray(Integer[]::new))
                .param("codes", codes.stream().map(DivisionCode::value).toArray(String[]::new))
                .param("asOf", asOf)
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .query(DivisionStore::division)
                .list();
    }

    public List<Succession> successions(DivisionCode code) {
        return db.sql("""
            SELECT before_code, after_code, kind, happened_on, document
              FROM divisions.succession
             WHERE before_code = :code OR after_code = :code
             ORDER BY happened_on, before_code, after_code
            """)
                .param("code", code.value())
                .query((row, number) -> new Succession(
                        new DivisionCode(row.getString("before_code")),
                        new DivisionCode(row.getString("after_code")),
                        Succession.Kind.valueOf(row.getString("kind")),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("document")))
                .list();
    }

    public boolean isEmpty() {
        return !db.sql("SELECT EXISTS (SELECT FROM divisions.division)")
                .query(Boolean.class)
                .single();
    }

    private static Division division(ResultSet row, int number) throws SQLException {
        var code = new DivisionCode(row.getString("code"));
        Optional<LocalDate> until = Optional.ofNullable(row.getObject("valid_until", LocalDate.class));
        return new Division(
                code,
                row.getString("name"),
                Division.Level.of(code),
                code.parent().orElse(DivisionCode.COUNTRY),
                new Period(row.getObject("valid_from", LocalDate.class), until));
    }
}
