package org.weimin.home.internal;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.home.Deliveries.Stuck;

/**
 * Which events are due again. The registry's own choice passes over what a crash left in the middle, gives failed ones
 * back whatever their age, and lets those that failed for good stand in the way of the others.
 */
@Repository
@Transactional
public class DeliveryStore {
    static final int TRIES = 5;

    private static final String QUIET_FOR_A_MINUTE =
            "completion_date IS NULL AND coalesce(last_resubmission_date, publication_date) < now() - interval '1"
                    + " minute'";
    private final JdbcClient db;

    DeliveryStore(JdbcClient db) {
        this.db = db;
    }

    /** Whatever was at work a minute ago and is not done counts as failed: a listener must bear being called twice. */
    public Set<UUID> takeDue() {
        return new HashSet<>(
                db.sql("UPDATE home.event_publication SET status = 'FAILED' WHERE completion_attempts < :tries AND "
                                + QUIET_FOR_A_MINUTE + " RETURNING id")
                        .param("tries", TRIES)
                        .query(UUID.class)
                        .list());
    }

    public List<Stuck> stuck() {
        return db.sql("""
            SELECT id, listener_id, event_type, publication_date, completion_attempts
              FROM home.event_publication
             WHERE completion_attempts >= :tries AND completion_date IS NULL
               AND (status = 'FAILED' OR last_resubmission_date < now() - interval '1 minute')
             ORDER BY publication_date LIMIT 200
            """)
                .param("tries", TRIES)
                .query((row, number) -> new Stuck(
                        row.getObject("id", UUID.class),
                        row.getString("listener_id"),
                        row.getString("event_type").replaceFirst(".*\\.", ""),
                        row.getObject("publication_date", OffsetDateTime.class).toInstant(),
                        row.getInt("completion_attempts")))
                .list();
    }

    public boolean beginAnew(UUID id) {
        return db.sql("""
            UPDATE home.event_publication SET completion_attempts = 0, last_resubmission_date = NULL, status = 'FAILED'
             WHERE id = :id AND completion_attempts >= :tries AND completion_date IS NULL
            """).param("id", id).param("tries", TRIES).update() == 1;
    }
}
