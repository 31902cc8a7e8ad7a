package org.weimin.linkage.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.CreditCode;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.OrganisationId;
import org.weimin.kernel.Period;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.linkage.internal.Neighbours.Known;
import org.weimin.linkage.internal.Neighbours.Lived;
import org.weimin.linkage.internal.Neighbours.Related;
import org.weimin.people.Kinship;

/** All SQL on the registers' views: whoever is not there is an answer here, not an error. */
@Repository
public class RegisterStore {
    private final JdbcClient db;

    RegisterStore(JdbcClient db) {
        this.db = db;
    }

    /** Whom an event about one of them may concern: whoever ever lived with them, and their kin. */
    Set<PersonId> near(Collection<PersonId> those) {
        return db
                .sql("""
                    SELECT b.person_id FROM people.v_membership a JOIN people.v_membership b USING (household_id)
                     WHERE a.person_id = ANY(CAST(:those AS uuid[]))
                    UNION SELECT relative_id FROM people.v_kinship WHERE person_id = ANY(CAST(:those AS uuid[]))
                    UNION SELECT person_id FROM people.v_kinship WHERE relative_id = ANY(CAST(:those AS uuid[]))
                    UNION SELECT unnest(CAST(:those AS uuid[]))
                     ORDER BY 1
                    """)
                .param("those", array(those))
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Everything that the registers have of them, of their kin and of whoever ever lived with one of these. */
    Neighbours neighbours(Collection<PersonId> those) {
        if (those.isEmpty()) {
            return Neighbours.NOBODY;
        }
        List<Related> related = related(those);
        var all = new LinkedHashSet<>(those);
        related.forEach(each -> {
            all.add(each.kinship().person());
            all.add(each.kinship().relative());
        });
        List<Lived> lived = lived(all);
        lived.forEach(each -> all.add(each.person()));
        return new Neighbours(known(all), lived, related);
    }

    private Map<PersonId, Known> known(Collection<PersonId> those) {
        return db
                .sql("""
                    SELECT person_id, sex, birth_on, died_on, area FROM people.v_person
                     WHERE person_id = ANY(CAST(:those AS uuid[])) ORDER BY person_id
                    """)
                .param("those", array(those))
                .query((row, n) -> new Known(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("sex").equals("MALE"),
                        row.getObject("birth_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("died_on", LocalDate.class)),
                        new DivisionCode(row.getString("area"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Known::id, known -> known));
    }

    private List<Lived> lived(Collection<PersonId> those) {
        return db.sql("""
            SELECT household_id, person_id, counted, lower(valid) AS valid_from, upper(valid) AS valid_until
              FROM people.v_membership
             WHERE household_id IN (SELECT household_id FROM people.v_membership
                                     WHERE person_id = ANY(CAST(:those AS uuid[])))
             ORDER BY household_id, person_id, valid
            """)
                .param("those", array(those))
                .query((row, n) -> new Lived(
                        new HouseholdId(row.getObject("household_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getBoolean("counted"),
                        during(row)))
                .list();
    }

    private List<Related> related(Collection<PersonId> those) {
        String columns = "SELECT person_id, relative_id, kind, lower(valid) AS valid_from, upper(valid) AS valid_until"
                + " FROM people.v_kinship WHERE ";
        return db.sql(columns + "person_id = ANY(CAST(:those AS uuid[])) UNION " + columns
                        + "relative_id = ANY(CAST(:those AS uuid[])) ORDER BY kind, relative_id, person_id")
                .param("those", array(those))
                .query((row, n) -> new Related(
                        new Kinship(
                                new PersonId(row.getObject("person_id", UUID.class)),
                                new PersonId(row.getObject("relative_id", UUID.class)),
                                Kinship.Kind.valueOf(row.getString("kind"))),
                        during(row)))
                .list();
    }

    private static Period during(ResultSet row) throws SQLException {
        return new Period(
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)));
    }

    private static String[] array(Collection<PersonId> those) {
        return those.stream().map(PersonId::toString).toArray(String[]::new);
    }

    Optional<DivisionCode> areaOf(Subject subject) {
        String from = switch (subject) {
            case Subject.OfPerson ignored -> "people.v_person WHERE person_id = :id";
            case Subject.OfHousehold ignored -> "people.v_household WHERE household_id = :id";
            case Subject.OfOrganisation ignored -> "people.v_organisation WHERE organisation_id = :id";
        };
        return db.sql("SELECT area FROM " + from)
                .param("id", subject.id())
                .query((row, n) -> new DivisionCode(row.getString("area")))
                .optional();
    }

    Optional<OrganisationId> organisation(CreditCode code) {
        return db.sql("SELECT organisation_id FROM people.v_organisation WHERE credit_code = :code")
                .param("code", code.value())
                .query((row, n) -> new OrganisationId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Who turns the age on the day, by the index on birth dates; who was born on 29 February turns it on 1 March. */
    List<PersonId> turning(int age, LocalDate day) {
        return db.sql("""
            SELECT person_id FROM people.v_person
             WHERE birth_on = ANY(CAST(:births AS date[])) AND died_on IS NULL ORDER BY person_id
            """)
                .param("births", births(age, day))
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    /** 证件到期: a paper of somebody, and its last day. */
    record Expiring(PersonId person, LocalDate last) {}

    /**
     * Whose paper of this kind ends in these days, by the index on dates; of several papers the last counts. Whatever
     * was told of it under the prefix and the day is told.
     */
    List<Expiring> expiring(String fact, Period last, LocalDate today, String told) {
        return db.sql("""
            SELECT f.subject_id, max(f.value) AS last
              FROM facts.v_fact f JOIN people.v_person p ON p.person_id = f.subject_id AND p.died_on IS NULL
             WHERE f.name = :fact AND f.subject_kind = 'person' AND f.valid @> CAST(:today AS date)
               AND f.subject_id IN (SELECT subject_id FROM facts.v_fact
                                     WHERE name = :fact AND value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
                                       AND value >= :first AND value < :until)
             GROUP BY f.subject_id
            HAVING max(f.value) >= :first AND max(f.value) < :until
               AND NOT EXISTS (SELECT FROM linkage.event e
                                WHERE e.source = 'calendar'
                                  AND e.number = concat_ws(':', :told, f.subject_id, max(f.value)))
             ORDER BY 2, 1
            """)
                .param("fact", fact)
                .param("today", today)
                .param("first", last.from().toString())
                .param("until", last.until().map(LocalDate::toString).orElseThrow())
                .param("told", told)
                .query((row, n) -> new Expiring(
                        new PersonId(row.getObject("subject_id", UUID.class)), LocalDate.parse(row.getString("last"))))
                .list();
    }

    private static String[] births(int age, LocalDate day) {
        LocalDate born = day.minusYears(age);
        boolean alsoLeapDay =
                day.getMonthValue() == 3 && day.getDayOfMonth() == 1 && !day.isLeapYear() && born.isLeapYear();
        boolean notToday = day.getMonthValue() == 2 && day.getDayOfMonth() == 29 && !born.isLeapYear();
        if (notToday) {
            return new String[0];
        }
        return alsoLeapDay
                ? new String[] {born.toString(), born.minusDays(1).toString()}
                : new String[] {born.toString()};
    }
}
