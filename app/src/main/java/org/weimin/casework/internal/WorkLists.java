package org.weimin.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.casework.CaseFile.Status;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.policy.Policy;
import org.weimin.shell.PageOf;

/** The lists of cases: what is to do, what is due, what is late. Reads casework's tables and people's view. */
@Repository
@Transactional(readOnly = true)
public class WorkLists {
    private static final int SOON_WORKDAYS = 3;
    /** The next thing due, without what ends by itself; a paused deadline is not due. */
    private static final String FROM = """
         FROM casework.case_file c
         JOIN people.v_person p ON p.person_id = CASE c.subject_kind WHEN 'person' THEN c.subject_id ELSE c.payee_id END
         LEFT JOIN people.v_organisation g ON c.subject_kind = 'organisation' AND g.organisation_id = c.subject_id
         LEFT JOIN LATERAL (
              SELECT x.due_on, x.kind, x.provisional FROM casework.deadline x
               WHERE x.case_file_id = c.id AND x.met_on IS NULL AND x.kind <> 'PUBLICATION'
                 AND NOT EXISTS (SELECT FROM casework.deadline_pause z
                                  WHERE z.deadline_id = x.id AND z.until_on IS NULL)
               ORDER BY x.due_on LIMIT 1) d ON true
         LEFT JOIN LATERAL (
              SELECT e.what = 'returned' AS returned FROM casework.event e
               WHERE e.case_file_id = c.id ORDER BY e.happened_at DESC, e.id DESC LIMIT 1) r ON true
         LEFT JOIN LATERAL (
              SELECT count(*) AS open_objections FROM casework.objection b
               WHERE b.case_file_id = c.id AND b.status = 'OPEN') o ON true
        WHERE\
        """ + " ";

    /** One line of a list. */
    public record Row(
            CaseFileId id,
            String number,
            MatterId pack,
            Status status,
            String applicant,
            DivisionCode area,
            LocalDate openedOn,
            Optional<Due> due,
            String handler) {}

    /** What is due next. */
    public record Due(String kind, LocalDate on, boolean provisional) {}

    /** What the form above the list asks for; empty texts ask for nothing. */
    public record Filter(WorkList list, String number, String acts) {}

    private final JdbcClient db;
    private final Policy policy;
    private final BusinessClock clock;

    WorkLists(JdbcClient db, Policy policy, BusinessClock clock) {
        this.db = db;
        this.policy = policy;
        this.clock = clock;
    }

    public Map<WorkList, Long> counts(List<WorkList> lists) {
        var counts = new EnumMap<WorkList, Long>(WorkList.class);
        lists.forEach(list -> counts.put(list, count(new Filter(list, "", ""))));
        return counts;
    }

    public PageOf<Row> page(Filter filter, int number) {
        int page = Math.max(1, number);
        return new PageOf<>(
                rows(filter, PageOf.SIZE, (long) (page - 1) * PageOf.SIZE), page, PageOf.SIZE, count(filter));
    }

    public List<Row> rows(Filter filter, int limit, long offset) {
        return bound(
                        """
                                SELECT c.id, c.number, c.pack, c.status, coalesce(g.name, p.name) AS name, c.area,
                                       c.opened_on, c.handler_name, d.due_on, d.kind, d.provisional
                                """ + from(filter)
                                + " ORDER BY d.due_on NULLS LAST, c.opened_on, c.number LIMIT :limit OFFSET :offset",
                        filter)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> read(row))
                .list();
    }

    private long count(Filter filter) {
        return bound("SELECT count(*) " + from(filter), filter)
                .query(Long.class)
                .single();
    }

    private static String from(Filter filter) {
        return FROM + "(" + filter.list().condition() + ")"
                + (filter.number().isBlank() ? "" : " AND c.number = :number")
                + (filter.acts().isBlank() ? "" : " AND c.acts = :acts");
    }

    private JdbcClient.StatementSpec bound(String sql, Filter filter) {
        var statement = db.sql(sql);
        if (sql.contains(":today")) {
            statement = statement.param("today", clock.today());
        }
        if (sql.contains(":soon")) {
            statement = statement.param(
                    "soon",
                    policy.calendar().plusWorkdays(clock.today(), SOON_WORKDAYS).on());
        }
        if (!filter.number().isBlank()) {
            statement = statement.param("number", filter.number().strip());
        }
        return filter.acts().isBlank() ? statement : statement.param("acts", filter.acts());
    }

    private static Row read(ResultSet row) throws SQLException {
        @Nullable LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        return new Row(
                new CaseFileId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new MatterId(row.getString("pack")),
                Status.valueOf(row.getString("status")),
                row.getString("name"),
                new DivisionCode(row.getString("area")),
                row.getObject("opened_on", LocalDate.class),
                dueOn == null
                        ? Optional.empty()
                        : Optional.of(new Due(row.getString("kind"), dueOn, row.getBoolean("provisional"))),
                row.getString("handler_name"));
    }
}
