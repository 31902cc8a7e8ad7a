package org.weimin.policy.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.WorkCalendar;

/** All SQL for policy.calendar_day. */
@Repository
public class CalendarStore {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private final JdbcClient db;
    private volatile @Nullable Known known;

    /** The calendar as it was read; what another instance loads is seen within a second, as all law is. */
    private record Known(WorkCalendar calendar, long atNanos) {}

    CalendarStore(JdbcClient db) {
        this.db = db;
    }

    /** What the program carries, with the notices that were loaded since. */
    public WorkCalendar on(HolidayNotice carried) {
        Known last = known;
        if (last == null || System.nanoTime() - last.atNanos() > FRESH_NANOS) {
            last = new Known(carried.plus(days()).calendar(), System.nanoTime());
            known = last;
        }
        return last.calendar();
    }

    private List<HolidayNotice.Day> days() {
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
        known = null;
    }
}
