package org.weimin.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.casework.CaseFile.Status;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.policy.Policy;

/** The lists of cases: whose turn it is, what is due, what is late; and how long each list is. */
@Repository
@Transactional(readOnly = true)
public class WorkLists {
    private static final int SOON_WORKDAYS = 3;
    private static final String TASKS = " FROM casework.task x WHERE ";
    private static final String COUNTS = " FROM (SELECT c.*, c.area AS town FROM casework.task_count c) x WHERE ";
    private static final String EXAMINED = TASKS + "x.examined_by = :me AND x.turn IN ('REVIEW', 'DECIDE') AND ";
    private static final String FILES = """
         FROM (SELECT id AS case_file_id, number, pack, status AS state, handler_id, closed_on, area
                 FROM casework.case_file) x WHERE\
        """ + " ";
    private static final String SHOWN = """
        SELECT c.id, c.number, c.pack, c.status, coalesce(g.name, p.name, c.number) AS name, c.area, c.opened_on,
               c.handler_name, t.due_for, t.due_on, t.provisional
          FROM (\
        """;
    private static final String BESIDE = """
        ) l
          JOIN casework.case_file c ON c.id = l.case_file_id
          LEFT JOIN casework.task t ON t.case_file_id = l.case_file_id
          LEFT JOIN people.v_person p
            ON p.person_id = CASE c.subject_kind WHEN 'person' THEN c.subject_id ELSE c.payee_id END
          LEFT JOIN people.v_organisation g ON c.subject_kind = 'organisation' AND g.organisation_id = c.subject_id
         ORDER BY\
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

    private final JdbcClient db;
    private final Policy policy;
    private final Turns turns;
    private final BusinessClock clock;

    WorkLists(JdbcClient db, Policy policy, Turns turns, BusinessClock clock) {
        this.db = db;
        this.policy = policy;
        this.turns = turns;
        this.clock = clock;
    }

    /** As many as the whole list has lines. */
    public long count(CaseFilter filter) {
        return counts(List.of(filter)).getFirst();
    }

    /** As many as each of the lists has lines; what the kept numbers can answer is asked of them at once. */
    public List<Long> counts(List<CaseFilter> filters) {
        var counted = new HashMap<CaseFilter, Long>();
        filters.stream()
                .filter(filter -> filter.isKept(office()))
                .collect(Collectors.groupingBy(CaseFilter::scope))
                .forEach((scope, alike) -> counted.putAll(kept(scope, alike)));
        return filters.stream()
                .map(filter -> counted.computeIfAbsent(filter, this::walked))
                .toList();
    }

    private long walked(CaseFilter filter) {
        return ask("SELECT count(*)" + from(filter), filter).query(Long.class).single();
    }

    /** The lists differ in what they ask for and whose turn it is, and in nothing else. */
    private Map<CaseFilter, Long> kept(CaseFilter scope, List<CaseFilter> alike) {
        var lines = numbers(COUNTS, "coalesce(sum(x.tasks)", ", 0)", scope, alike);
        boolean decides = turns.ofActor().stream().anyMatch(turn -> !turn.startsWith("HANDLE."));
        var mine = alike.stream()
                .filter(filter -> decides && filter.whose() == CaseFilter.Whose.MINE)
                .toList();
        if (!mine.isEmpty()) {
            numbers(EXAMINED, "(count(*)", ")", scope, mine)
                    .forEach((filter, own) -> lines.merge(filter, -own, Long::sum));
        }
        return lines;
    }

    private Map<CaseFilter, Long> numbers(
            String from, String sum, String end, CaseFilter scope, List<CaseFilter> filters) {
        String wanted = filters.stream()
                .map(filter -> sum + " FILTER (WHERE " + String.join(" AND ", asked(filter)) + ")" + end)
                .collect(Collectors.joining(", "));
        String sql = "SELECT ARRAY[" + wanted + "]::bigint[]" + from + String.join(" AND ", within(scope));
        Long[] found = ask(sql, scope)
                .query((row, n) -> (Long[]) row.getArray(1).getArray())
                .single();
        var numbers = new HashMap<CaseFilter, Long>();
        for (int i = 0; i < found.length; i++) {
            numbers.put(filters.get(i), found[i]);
        }
        return numbers;
    }

    /** The lines after the mark, first what is due first; what is filed away is listed from the newest. */
    public List<Row> rows(CaseFilter filter, Mark after, int limit) {
        boolean tasks = filter.isOfTasks();
        String lines = tasks
                ? "SELECT x.case_file_id, x.due_on" + from(filter)
                        + " AND (x.due_on, x.case_file_id) > (:afterOn::date, :afterId)"
                        + " ORDER BY x.due_on, x.case_file_id LIMIT :limit"
                : "SELECT x.case_file_id" + from(filter)
                        + " AND (:first OR x.case_file_id < :afterId) ORDER BY x.case_file_id DESC LIMIT :limit";
        return ask(SHOWN + lines + BESIDE + (tasks ? "l.due_on, l.case_file_id" : "l.case_file_id DESC"), filter)
                .param("afterOn", after.dueOn())
                .param("afterId", after.id())
                .param("first", after.equals(Mark.START))
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** Every place and every official with open cases here, and how much lies there. */
    public List<Load> loads(Load.By by) {
        String key = by == Load.By.TOWN ? "x.town" : "x.handler_id::text";
        var filter = CaseFilter.of(WorkList.OPEN);
        return ask(
                        """
                        SELECT %s AS key, count(*) AS open_cases,
                               count(*) FILTER (WHERE x.due_on < :today) AS overdue,
                               count(*) FILTER (WHERE x.due_on >= :today AND x.due_on <= :soon) AS soon
                        """.formatted(key) + from(filter) + " AND " + key
                                + " IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1",
                        filter)
                .query((row, n) -> new Load(
                        row.getString("key"), row.getLong("open_cases"), row.getLong("overdue"), row.getLong("soon")))
                .list();
    }

    private String from(CaseFilter filter) {
        var conditions = new ArrayList<String>(asked(filter));
        if (filter.whose() == CaseFilter.Whose.MINE && filter.isOfTasks()) {
            // Whoever examined a case does not decide it.
            conditions.add("(x.awaits >= 'HANDLE.' AND x.awaits < 'HANDLE/' OR x.examined_by IS DISTINCT FROM :me)");
        }
        conditions.addAll(within(filter));
        return (filter.isOfTasks() ? TASKS : FILES) + String.join(" AND ", conditions);
    }

    private static List<String> asked(CaseFilter filter) {
        return filter.whose() == CaseFilter.Whose.MINE && filter.isOfTasks()
                ? List.of(filter.list().condition(), "x.awaits = ANY (:mine::text[])")
                : List.of(filter.list().condition());
    }

    /** Where, of what matter, in what state, with whom. */
    private static List<String> within(CaseFilter filter) {
        var conditions = new ArrayList<String>(List.of("true"));
        if (filter.isOfTasks() && filter.townOf(office()).isPresent()) {
            conditions.add("x.town = :town");
        }
        filter.place().ifPresent(place -> conditions.add("x.area >= :areaFrom AND x.area < :areaUntil"));
        filter.state().ifPresent(state -> conditions.add("x.state = :state"));
        filter.matter().ifPresent(matter -> conditions.add("x.pack = :pack"));
        filter.handler().ifPresent(handler -> conditions.add("x.handler_id = :handler"));
        if (!filter.number().isEmpty()) {
            conditions.add("x.number = :number");
        }
        return conditions;
    }

    /** Binds what the conditions of the filter ask for. */
    private JdbcClient.StatementSpec ask(String sql, CaseFilter filter) {
        var values = new HashMap<String, Object>();
        values.put("today", clock.today());
        values.put(
                "soon",
                policy.calendar().plusWorkdays(clock.today(), SOON_WORKDAYS).on());
        values.put("number", filter.number());
        filter.townOf(office()).ifPresent(town -> values.put("town", town.value()));
        filter.place().ifPresent(place -> {
            values.put("areaFrom", place.value());
            values.put("areaUntil", place.areaUntil());
        });
        filter.state().ifPresent(state -> values.put("state", state.name()));
        filter.matter().ifPresent(matter -> values.put("pack", matter.value()));
        filter.handler().ifPresent(handler -> values.put("handler", handler.value()));
        if (Acting.current() instanceof Actor.Staff staff) {
            values.put("me", staff.id().value());
            values.put("mine", turns.ofActor().toArray(String[]::new));
        }
        return db.sql(sql).params(values);
    }

    /** Where the official sits: everything that a street may see is of that street. */
    private static DivisionCode office() {
        return Acting.current() instanceof Actor.Staff staff ? staff.area() : DivisionCode.COUNTRY;
    }

    private static Row read(ResultSet row) throws SQLException {
        Optional<String> kind = Optional.ofNullable(row.getString("due_for"));
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        boolean provisional = row.getBoolean("provisional");
        return new Row(
                new CaseFileId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new MatterId(row.getString("pack")),
                Status.valueOf(row.getString("status")),
                row.getString("name"),
                new DivisionCode(row.getString("area")),
                row.getObject("opened_on", LocalDate.class),
                kind.map(what -> new Due(what, dueOn, provisional)),
                row.getString("handler_name"));
    }
}
