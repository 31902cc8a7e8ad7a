package org.weimin.divisions.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.divisions.Atlas;
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

    /** A county with all that lies in it, and every code that was ever given there or is among the others. */
    public Atlas atlas(DivisionCode county, Collection<DivisionCode> others, LocalDate asOf, Instant knownAt) {
        List<Division> today = db.sql("""
            SELECT code, name, lower(valid) AS valid_from, upper(valid) AS valid_until
              FROM divisions.division
             WHERE octet_length(code) IN (6, 9, 12) AND code >= :from AND code < :until
               AND valid @> :asOf::date AND known @> :knownAt::timestamptz
            """)
                .param("from", county.value())
                .param("until", county.areaUntil())
                .param("asOf", asOf)
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .query(DivisionStore::division)
                .list();
        Set<DivisionCode> ever = Set.copyOf(db.sql("""
            SELECT DISTINCT code FROM divisions.division
             WHERE octet_length(code) IN (6, 9, 12)
               AND (code >= :from AND code < :until OR code = ANY (:others::text[]))
            """)
                .param("from", county.value())
                .param("until", county.areaUntil())
                .param("others", others.stream().map(DivisionCode::value).toArray(String[]::new))
                .query((row, number) -> new DivisionCode(row.getString("code")))
                .list());
        return new Atlas(today, ever);
    }

    /** The last name of each code that is not in the list of today. */
    public Map<DivisionCode, String> formerNames(Collection<DivisionCode> codes) {
        return db
                .sql("""
                    SELECT DISTINCT ON (code) code, name FROM divisions.division
                     WHERE octet_length(code) = ANY (:lengths::int[]) AND code = ANY (:codes::text[])
                     ORDER BY code, lower(valid) DESC, lower(known) DESC
                    """)
                .param(
                        "lengths",
                        codes.stream()
                                .map(code -> code.value().length())
                                .distinct()
                                .toArray(Integer[]::new))
                .param("codes", codes.stream().map(DivisionCode::value).toArray(String[]::new))
                .query((row, n) -> Map.entry(new DivisionCode(row.getString("code")), row.getString("name")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What became of a code, through all plans since; itself, if it stands. */
    public DivisionCode heir(DivisionCode code) {
        return db.sql("""
            WITH RECURSIVE step AS (
                SELECT :code::text COLLATE "C" AS code, '-infinity'::date AS since, 0 AS depth
                UNION ALL
                SELECT n.after_code, n.happened_on, s.depth + 1 FROM step s CROSS JOIN LATERAL (
                    SELECT after_code, happened_on FROM divisions.succession
                     WHERE before_code = s.code AND after_code <> s.code AND happened_on >= s.since
                     ORDER BY happened_on DESC, kind = 'SPLIT', after_code LIMIT 1) n
                 WHERE s.depth < 20 AND NOT EXISTS (
                     SELECT FROM divisions.division d WHERE octet_length(d.code) = octet_length(s.code)
                        AND d.code = s.code AND upper_inf(d.valid) AND upper_inf(d.known)))
            SELECT code FROM step ORDER BY depth DESC LIMIT 1
            """)
                .param("code", code.value())
                .query((row, n) -> new DivisionCode(row.getString("code")))
                .single();
    }

    /** Every code that became this one, through all plans. */
    public List<DivisionCode> formers(DivisionCode code) {
        return db.sql("""
            WITH RECURSIVE former AS (
                SELECT :code::text COLLATE "C" AS code
                UNION
                SELECT s.before_code FROM former f JOIN divisions.succession s ON s.after_code = f.code)
            SELECT code FROM former WHERE code <> :code
            """)
                .param("code", code.value())
                .query((row, n) -> new DivisionCode(row.getString("code")))
                .list();
    }

    public void add(DivisionCode code, String name, LocalDate from, Instant knownFrom) {
        db.sql("""
            INSERT INTO divisions.division (code, name, listed, valid, known)
            VALUES (:code, :name, false, daterange(:from, NULL), tstzrange(:knownFrom, NULL))
            """)
                .param("code", code.value())
                .param("name", name)
                .param("from", from)
                .param("knownFrom", knownFrom.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void restate(DivisionCode listed, DivisionCode code) {
        db.sql("""
            UPDATE divisions.division SET code = :code
             WHERE octet_length(code) = octet_length(:listed) AND code = :listed AND listed
            """).param("code", code.value()).param("listed", listed.value()).update();
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
