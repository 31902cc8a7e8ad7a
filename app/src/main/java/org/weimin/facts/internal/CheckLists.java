package org.weimin.facts.internal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.facts.CheckRequest;
import org.weimin.kernel.BusinessClock;
import org.weimin.shell.PageOf;

/** The lists of checks: what is late, failed, unknown, or waits to be sent on paper. */
@Repository
@Transactional(readOnly = true)
public class CheckLists {
    /** What is asked of the list. */
    public enum Kind {
        LATE("r.status NOT IN ('ANSWERED', 'CLOSED') AND r.due_on < :today"),
        ESCALATED("r.status NOT IN ('ANSWERED', 'CLOSED') AND r.escalates_on < :today"),
        FAILED("r.status = 'FAILED'"),
        UNKNOWN("r.status IN ('UNKNOWN', 'PARTIAL')"),
        PAPER("r.status IN ('PLANNED', 'FAILED') AND (r.channel <> 'API' OR r.status = 'FAILED')"),
        OPEN("r.status NOT IN ('ANSWERED', 'CLOSED')");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }
    }

    private final JdbcClient db;
    private final CheckStore store;
    private final BusinessClock clock;

    CheckLists(JdbcClient db, CheckStore store, BusinessClock clock) {
        this.db = db;
        this.store = store;
        this.clock = clock;
    }

    public Map<Kind, Long> counts() {
        var counts = new EnumMap<Kind, Long>(Kind.class);
        for (Kind kind : Kind.values()) {
            counts.put(kind, count(kind));
        }
        return counts;
    }

    /** The longest due first. */
    public PageOf<CheckRequest> page(Kind kind, int number) {
        int page = Math.max(1, number);
        List<CheckRequest> rows = bound(
                        CheckStore.SELECT + "WHERE " + kind.condition
                                + " ORDER BY r.due_on, r.id LIMIT :limit OFFSET :offset",
                        kind)
                .param("limit", PageOf.SIZE)
                .param("offset", (long) (page - 1) * PageOf.SIZE)
                .query((row, n) -> store.request(row))
                .list();
        return new PageOf<>(rows, page, PageOf.SIZE, count(kind));
    }

    private long count(Kind kind) {
        return bound("SELECT count(*) FROM facts.check_request r WHERE " + kind.condition, kind)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec bound(String sql, Kind kind) {
        LocalDate today = clock.today();
        return kind.condition.contains(":today") ? db.sql(sql).param("today", today) : db.sql(sql);
    }
}
