package org.weimin.casework.internal;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weimin.home.DayBegan;

/** Numbers of work lists are only added to during the day; a new day makes one row of what was added to each. */
@Component
class FoldTaskCounts {
    private final JdbcClient db;

    FoldTaskCounts(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void on(DayBegan ignored) {
        db.sql("SELECT casework.fold_task_counts()").query((row, n) -> n).list();
    }
}
