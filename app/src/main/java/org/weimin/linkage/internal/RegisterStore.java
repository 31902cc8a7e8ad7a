package org.weimin.linkage.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.CreditCode;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.OrganisationId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;

/** All SQL on the registers' views: whoever is not there is an answer here, not an error. */
@Repository
public class RegisterStore {
    private final JdbcClient db;

    RegisterStore(JdbcClient db) {
        this.db = db;
    }

    /** 登记的人: what the filters ask of somebody. */
    record Known(PersonId id, boolean isMale, LocalDate birth, Optional<LocalDate> diedOn, DivisionCode area) {}

    /** 成员: one who lives in a household on a day. */
    record Living(PersonId person, boolean counted) {}

    Optional<Known> person(PersonId id) {
        return db.sql("SELECT person_id, sex, birth_on, died_on, area FROM people.v_person WHERE person_id = :id")
                .param("id", id.value())
                .query((row, n) -> new Known(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("sex").equals("MALE"),
                        row.getObject("birth_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("died_on", LocalDate.class)),
                        new DivisionCode(row.getString("area"))))
                .optional();
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

    /** Where somebody has lived, on any day: an event of one member may change what follows for the others. */
    List<HouseholdId> households(PersonId person) {
        return db.sql("SELECT DISTINCT household_id FROM people.v_membership WHERE person_id = :person ORDER BY 1")
                .param("person", person.value())
                .query((row, n) -> new HouseholdId(row.getObject(1, UUID.class)))
                .list();
    }

    Optional<HouseholdId> householdOf(PersonId person, LocalDate on) {
        return db.sql("""
            SELECT household_id FROM people.v_membership WHERE person_id = :person AND valid @> CAST(:on AS date)
            """)
                .param("person", person.value())
                .param("on", on)
                .query((row, n) -> new HouseholdId(row.getObject(1, UUID.class)))
                .optional();
    }

    List<Living> members(HouseholdId household, LocalDate on) {
        return db.sql("""
            SELECT person_id, counted FROM people.v_membership
             WHERE household_id = :household AND valid @> CAST(:on AS date) ORDER BY person_id
            """)
                .param("household", household.value())
                .param("on", on)
                .query((row, n) ->
                        new Living(new PersonId(row.getObject("person_id", UUID.class)), row.getBoolean("counted")))
                .list();
    }

    /** Everybody who ever lived in it. */
    List<PersonId> everIn(HouseholdId household) {
        return db.sql("SELECT DISTINCT person_id FROM people.v_membership WHERE household_id = :household ORDER BY 1")
                .param("household", household.value())
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
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
