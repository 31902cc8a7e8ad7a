package org.weimin.people.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.PairId;
import org.weimin.kernel.PersonId;
import org.weimin.people.DuplicateFilter;
import org.weimin.people.DuplicatePair;
import org.weimin.people.DuplicateRun;
import org.weimin.people.Likeness;
import org.weimin.shell.PageOf;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL for people.duplicate_pair. */
@Repository
public class DuplicateStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS = """
        SELECT d.id, d.one_id, d.other_id, d.area, d.score_tenths, d.reasons, d.status, d.found_on, d.changed,
               d.ruled_name, d.ruled_on, d.ruled_reason
          FROM people.duplicate_pair d
        """;
    private static final String WHERE = """
         WHERE d.status = :status AND d.score_tenths >= :least AND d.area >= :from AND d.area < :until
        """;
    private final JdbcClient db;
    private final BusinessClock clock;

    DuplicateStore(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Returns how many pairs that had been ruled out are open again; open ones that are alike no longer go. */
    int write(DuplicateRun run, List<DuplicateScan.Listed> listed) {
        for (int from = 0; from < listed.size(); from += 1_000) {
            upsert(run, listed.subList(from, Math.min(listed.size(), from + 1_000)));
        }
        db.sql("""
            DELETE FROM people.duplicate_pair d
             WHERE d.status = 'OPEN' AND d.run_id <> :run AND d.area >= :from AND d.area < :until
            """)
                .param("run", run.id())
                .param("from", run.place().value())
                .param("until", run.place().areaUntil())
                .update();
        return db.sql("""
            SELECT count(*) FROM people.duplicate_pair
             WHERE run_id = :run AND status = 'OPEN' AND cardinality(changed) > 0
            """).param("run", run.id()).query(Integer.class).single();
    }

    private void upsert(DuplicateRun run, List<DuplicateScan.Listed> some) {
        db.sql("""
            INSERT INTO people.duplicate_pair AS d
                   (id, one_id, other_id, score_tenths, reasons, status, run_id, found_on, area)
            SELECT t.id, t.one, t.other, t.score, t.reasons::jsonb, 'OPEN', :run, :today::date,
                   people.place_of_both(p.area, q.area)
              FROM unnest(:ids::uuid[], :ones::uuid[], :others::uuid[], :scores::int[], :reasons::text[])
                   AS t (id, one, other, score, reasons)
              JOIN people.person p ON p.id = t.one
              JOIN people.person q ON q.id = t.other
            ON CONFLICT (one_id, other_id) DO UPDATE
               SET score_tenths = excluded.score_tenths, reasons = excluded.reasons, run_id = excluded.run_id,
                   area = excluded.area, version = d.version + 1,
                   changed = CASE d.status
                       WHEN 'RULED_OUT' THEN people.changed_since(d.basis, excluded.reasons, d.one_id, d.other_id)
                       ELSE d.changed END,
                   status = CASE WHEN d.status = 'RULED_OUT'
                       AND people.changed_since(d.basis, excluded.reasons, d.one_id, d.other_id) <> '{}'
                       THEN 'OPEN' ELSE d.status END
            """)
                .param("run", run.id())
                .param("today", clock.today())
                .param("ids", some.stream().map(each -> Ids.next().toString()).toArray(String[]::new))
                .param(
                        "ones",
                        RollStore.texts(
                                some.stream().map(each -> each.pair().one()).toList()))
                .param(
                        "others",
                        RollStore.texts(
                                some.stream().map(each -> each.pair().other()).toList()))
                .param("scores", some.stream().map(DuplicateScan.Listed::score).toArray(Integer[]::new))
                .param(
                        "reasons",
                        some.stream()
                                .map(each -> JSON.writeValueAsString(each.reasons()))
                                .toArray(String[]::new))
                .update();
    }

    public PageOf<DuplicatePair> list(DuplicateFilter filter, int page, int size) {
        long total = asked("SELECT count(*) FROM people.duplicate_pair d" + WHERE, filter)
                .query(Long.class)
                .single();
        List<DuplicatePair> rows = asked(
                        COLUMNS + WHERE + " ORDER BY d.score_tenths DESC, d.id OFFSET :offset LIMIT :size", filter)
                .param("offset", (long) (page - 1) * size)
                .param("size", size)
                .query(DuplicateStore::pair)
                .list();
        return new PageOf<>(rows, page, size, total);
    }

    private JdbcClient.StatementSpec asked(String sql, DuplicateFilter filter) {
        return db.sql(sql)
                .param("status", filter.status().name())
                .param("least", filter.confidence().leastTenths())
                .param("from", filter.area().value())
                .param("until", filter.area().areaUntil());
    }

    public Optional<DuplicatePair> find(PairId id) {
        return db.sql(COLUMNS + " WHERE d.id = :id")
                .param("id", id.value())
                .query(DuplicateStore::pair)
                .optional();
    }

    /** The open pair that comes after this one in the list. */
    public Optional<DuplicatePair> after(DuplicatePair pair) {
        return db.sql(COLUMNS + """
             WHERE d.status = 'OPEN' AND (d.score_tenths, :id) < (:score, d.id)
             ORDER BY d.score_tenths DESC, d.id LIMIT 1
            """)
                .param("score", pair.scoreTenths())
                .param("id", pair.id().value())
                .query(DuplicateStore::pair)
                .optional();
    }

    /** Open pairs in which the person is one of the two. */
    public List<DuplicatePair> of(PersonId person) {
        return db.sql(COLUMNS + " WHERE d.status = 'OPEN' AND (d.one_id = :person OR d.other_id = :person)"
                        + " ORDER BY d.score_tenths DESC")
                .param("person", person.value())
                .query(DuplicateStore::pair)
                .list();
    }

    /** What it rests on is written down with it. */
    public void ruleOut(PersonId one, PersonId other, Actor.Staff by, LocalDate on, String reason) {
        db.sql("""
            UPDATE people.duplicate_pair
               SET status = 'RULED_OUT', ruled_by = :by, ruled_name = :name, ruled_on = :on, ruled_reason = :reason,
                   changed = '{}', version = version + 1,
                   basis = jsonb_build_object('one', people.likeness_basis(one_id),
                                              'other', people.likeness_basis(other_id))
             WHERE one_id = least(:one::uuid, :other::uuid) AND other_id = greatest(:one::uuid, :other::uuid)
            """)
                .param("by", by.id().value())
                .param("name", by.name())
                .param("on", on)
                .param("reason", reason)
                .param("one", one.value())
                .param("other", other.value())
                .update();
    }

    /** The two are one now; what the other was alike besides is no longer asked. */
    public void merged(PersonId survivor, PersonId merged) {
        db.sql("""
            UPDATE people.duplicate_pair SET status = 'MERGED', version = version + 1
             WHERE one_id = least(:one::uuid, :other::uuid) AND other_id = greatest(:one::uuid, :other::uuid)
            """)
                .param("one", survivor.value())
                .param("other", merged.value())
                .update();
        db.sql("DELETE FROM people.duplicate_pair WHERE status = 'OPEN' AND :gone IN (one_id, other_id)")
                .param("gone", merged.value())
                .update();
    }

    private static DuplicatePair pair(ResultSet row, int number) throws SQLException {
        LocalDate ruledOn = row.getObject("ruled_on", LocalDate.class);
        return new DuplicatePair(
                new PairId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("one_id", UUID.class)),
                new PersonId(row.getObject("other_id", UUID.class)),
                new DivisionCode(row.getString("area")),
                row.getInt("score_tenths"),
                JSON.readValue(row.getString("reasons"), new TypeReference<List<Likeness>>() {}),
                DuplicatePair.Status.valueOf(row.getString("status")),
                row.getObject("found_on", LocalDate.class),
                List.of((String[]) row.getArray("changed").getArray()),
                Optional.ofNullable(ruledOn)
                        .map(on ->
                                new DuplicatePair.Ruling(string(row, "ruled_name"), on, string(row, "ruled_reason"))));
    }

    private static String string(ResultSet row, String column) {
        try {
            return row.getString(column);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
