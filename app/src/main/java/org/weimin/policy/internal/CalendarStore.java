package org.weimin.policy.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL for policy.calendar_day. */
@Repository
public class CalendarStore {
    private final JdbcClient db;

    CalendarStore(JdbcClient db) {
        this.db = db;
    }

    public List<HolidayNotice.Day> days() {
        return db.sql("SELECT day, kind, name_zh FROM policy.calendar_day ORDER BY day")
                .query((row, number) -> new HolidayNotice.Day(
                        row.getObject("day", LocalDate.class), row.getString("kind"), row.getString("name_zh")))
                .list();
    }

    public void add(HolidayNotice notice, Instant at) {
        for (HolidayNotice.Day day : notice.days()) {
            db.sql("""
                INSERT INTO policy.calendar_day (day, kind, name_zh, published_at)
                VALUES (:day, :kind, :name, :at) ON CONFLICT (day) DO NOTHING
                """)
                    .param("day", day.on())
                    .param("kind", day.kind())
                    .param("name", day.name())
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }
}
