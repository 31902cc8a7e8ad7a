package org.weimin.home.internal;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL for home.clock: one row for the whole home. */
@Repository
public class ClockStore {
    /** Where the clock stands, where it is going, and the last day whose beginning was worked. */
    public record Stand(int aheadDays, int wantedDays, LocalDate workedThrough) {}

    private final JdbcClient db;

    public ClockStore(JdbcClient db) {
        this.db = db;
    }

    public Stand read() {
        return db.sql("SELECT ahead_days, wanted_days, worked_through FROM home.clock")
                .query(Stand.class)
                .single();
    }

    /** Whoever holds the row works the day; any other instance waits, and then finds it done. */
    public Stand lock() {
        return db.sql("SELECT ahead_days, wanted_days, worked_through FROM home.clock FOR UPDATE")
                .query(Stand.class)
                .single();
    }

    public void startOn(LocalDate day) {
        db.sql("INSERT INTO home.clock (worked_through) VALUES (:day) ON CONFLICT DO NOTHING")
                .param("day", day)
                .update();
    }

    public void want(int days) {
        db.sql("UPDATE home.clock SET wanted_days = wanted_days + :days, version = version + 1")
                .param("days", days)
                .update();
    }

    public void worked(int aheadDays, LocalDate day) {
        db.sql("UPDATE home.clock SET ahead_days = :ahead, worked_through = :day, version = version + 1")
                .param("ahead", aheadDays)
                .param("day", day)
                .update();
    }
}
