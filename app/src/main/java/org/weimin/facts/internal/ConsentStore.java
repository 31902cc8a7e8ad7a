package org.weimin.facts.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.PersonId;

/** All SQL for facts.consent. */
@Repository
public class ConsentStore {
    private final JdbcClient db;
    private final BusinessClock clock;

    ConsentStore(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A second consent while one stands changes nothing. */
    public void give(HouseholdId household, PersonId person, DivisionCode area, LocalDate on, String evidence) {
        if (givenBy(household, on).contains(person)) {
            return;
        }
        db.sql("""
            INSERT INTO facts.consent (id, area, household_id, person_id, evidence, recorded_by, valid, known)
            VALUES (:id, :area, :household, :person, :evidence, :actor, daterange(:on::date, NULL),
                    tstzrange(:now::timestamptz, NULL))
            """)
                .param("id", Ids.next())
                .param("area", area.value())
                .param("household", household.value())
                .param("person", person.value())
                .param("evidence", evidence)
                .param("actor", Acting.current().key())
                .param("on", on)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<PersonId> givenBy(HouseholdId household, LocalDate asOf) {
        return db.sql("""
            SELECT person_id FROM facts.consent
             WHERE household_id = :household AND valid @> :asOf::date AND known @> :knownAt::timestamptz
             ORDER BY person_id
            """)
                .param("household", household.value())
                .param("asOf", asOf)
                .param("knownAt", clock.now().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /** The signed paper itself. */
    Optional<UUID> findId(HouseholdId household, PersonId person, LocalDate asOf) {
        return db.sql("""
            SELECT id FROM facts.consent
             WHERE household_id = :household AND person_id = :person AND valid @> :asOf::date
               AND known @> :knownAt::timestamptz
            """)
                .param("household", household.value())
                .param("person", person.value())
                .param("asOf", asOf)
                .param("knownAt", clock.now().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }
}
