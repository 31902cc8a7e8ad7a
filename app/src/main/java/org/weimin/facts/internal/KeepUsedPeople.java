package org.weimin.facts.internal;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.people.PeopleWithdrawn;

/** An import can be undone only while nothing is known of its people. */
@Component
class KeepUsedPeople {
    private final JdbcClient db;

    KeepUsedPeople(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void on(PeopleWithdrawn event) {
        boolean used = db.sql("""
            SELECT EXISTS (SELECT FROM facts.fact
                            WHERE subject_id = ANY (:people::uuid[]) OR subject_id = ANY (:households::uuid[]))
            """)
                .param("people", event.people().stream().map(PersonId::toString).toArray(String[]::new))
                .param(
                        "households",
                        event.households().stream().map(HouseholdId::toString).toArray(String[]::new))
                .query(Boolean.class)
                .single();
        if (used) {
            throw new Refused("people.import.used");
        }
    }
}
