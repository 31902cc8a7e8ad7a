package org.weimin.people.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.MergeId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.StaffId;
import org.weimin.people.Hanging;
import org.weimin.people.Merge;
import org.weimin.people.Merge.Finding;
import org.weimin.people.MergePlan;
import org.weimin.people.MergePlan.Field;
import org.weimin.people.Rehearsal.Clash;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL for people.merge and for what a merge does to people.person; the database moves what hangs on them. */
@Repository
public class MergeStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS = """
        SELECT m.id, m.survivor_id, m.merged_id, m.taken, m.preferred, m.reason, m.findings, m.status, m.proposed_by,
               m.proposer_name, m.proposed_on, m.confirmer_name, m.done_at, m.undone_on, m.undone_reason, m.area
          FROM people.merge m
        """;
    private final JdbcClient db;

    MergeStore(JdbcClient db) {
        this.db = db;
    }

    public void propose(MergeId id, MergePlan plan, Actor.Staff by, LocalDate on, String reason, List<Finding> found) {
        db.sql("""
            INSERT INTO people.merge (id, survivor_id, merged_id, taken, preferred, reason, findings, status,
                                      proposed_by, proposer_name, proposed_on, area)
            SELECT :id, :survivor, :merged, :taken, :preferred, :reason, :findings::jsonb, 'PROPOSED',
                   :by, :name, :on, people.place_of_both(s.area, m.area)
              FROM people.person s, people.person m WHERE s.id = :survivor AND m.id = :merged
            """)
                .param("id", id.value())
                .param("survivor", plan.survivor().value())
                .param("merged", plan.merged().value())
                .param("taken", plan.taken().stream().map(Field::name).sorted().toArray(String[]::new))
                .param("preferred", plan.preferred().stream().sorted().toArray(String[]::new))
                .param("reason", reason)
                .param("findings", JSON.writeValueAsString(found))
                .param("by", by.id().value())
                .param("name", by.name())
                .param("on", on)
                .update();
    }

    public Optional<Merge> find(MergeId id) {
        return db.sql(COLUMNS + " WHERE m.id = :id")
                .param("id", id.value())
                .query(MergeStore::merge)
                .optional();
    }

    /** Merges of which the person is part, the newest first. */
    public List<Merge> of(PersonId person) {
        return db.sql(COLUMNS + " WHERE m.survivor_id = :person OR m.merged_id = :person ORDER BY m.id DESC")
                .param("person", person.value())
                .query(MergeStore::merge)
                .list();
    }

    public List<Merge> list(Merge.Status status, int most) {
        return db.sql(COLUMNS + " WHERE m.status = :status ORDER BY m.id DESC LIMIT :most")
                .param("status", status.name())
                .param("most", most)
                .query(MergeStore::merge)
                .list();
    }

    /** Each of the two gets what the other said in these fields: nothing is lost, and doing it again undoes it. */
    public void exchange(MergePlan plan) {
        if (plan.taken().isEmpty()) {
            return;
        }
        if (plan.taken().contains(Field.IDENTITY)) {
            exchangeIndexes(plan);
        }
        String fields = plan.taken().stream()
                .sorted()
                .flatMap(field -> columnsOf(field).stream())
                .map(column -> column + " = o." + column)
                .collect(Collectors.joining(", "));
        db.sql("UPDATE people.person p SET version = p.version + 1, " + fields + """
              FROM people.person o
             WHERE (p.id = :survivor AND o.id = :merged) OR (p.id = :merged AND o.id = :survivor)
            """)
                .param("survivor", plan.survivor().value())
                .param("merged", plan.merged().value())
                .update();
    }

    private static List<String> columnsOf(Field field) {
        return switch (field) {
            case NAME -> List.of("name");
            case IDENTITY -> List.of("id_number", "birth_on", "sex");
            case ADDRESS -> List.of("address");
            case PHONE -> List.of("phone");
        };
    }

    /** One after the other: an index belongs to one row at every moment. */
    private void exchangeIndexes(MergePlan plan) {
        byte[] ofSurvivor = index(plan.survivor());
        byte[] ofMerged = index(plan.merged());
        setIndex(plan.merged(), Ids.next().toString().getBytes(StandardCharsets.US_ASCII));
        setIndex(plan.survivor(), ofMerged);
        setIndex(plan.merged(), ofSurvivor);
    }

    private byte[] index(PersonId person) {
        return db.sql("SELECT id_number_index FROM people.person WHERE id = :id")
                .param("id", person.value())
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private void setIndex(PersonId person, byte[] index) {
        db.sql("UPDATE people.person SET id_number_index = :index WHERE id = :id")
                .param("index", index)
                .param("id", person.value())
                .update();
    }

    public void lead(PersonId merged, PersonId survivor) {
        db.sql("UPDATE people.person SET merged_into = :survivor WHERE id = :merged")
                .param("survivor", survivor.value())
                .param("merged", merged.value())
                .update();
    }

    public void part(PersonId merged) {
        db.sql("UPDATE people.person SET merged_into = NULL WHERE id = :merged")
                .param("merged", merged.value())
                .update();
    }

    public void move(MergeId id, Instant at) {
        db.sql("SELECT people.move_hangings(:id, :at)")
                .param("id", id.value())
                .param("at", Dated.at(at))
                .query((row, number) -> id)
                .list();
    }

    /** Returns the tables whose rows could not go back, because of what was written since. */
    public List<String> putBack(MergeId id) {
        return db.sql("SELECT DISTINCT of_room || '.' || of_table AS name FROM people.return_hangings(:id)")
                .param("id", id.value())
                .query((row, number) -> row.getString("name"))
                .list();
    }

    public List<Clash> clashes(MergeId id, Set<String> preferred) {
        return db.sql("""
            SELECT of_room || '.' || of_table AS name, count(*) AS number, bool_or(deed = 'REFUSED') AS refused
              FROM people.merge_move WHERE merge_id = :id AND deed <> 'MOVED' GROUP BY 1 ORDER BY 1
            """)
                .param("id", id.value())
                .query((row, number) -> new Clash(
                        row.getString("name"),
                        row.getLong("number"),
                        row.getBoolean("refused"),
                        preferred.contains(row.getString("name"))))
                .list();
    }

    public List<Hanging> hangings(PersonId survivor, PersonId merged) {
        var found = new LinkedHashMap<String, Hanging>();
        db.sql("""
            SELECT of_room || '.' || of_table AS name, of_column, declared,
                   coalesce(sum(row_count) FILTER (WHERE person_id = :survivor), 0) AS on_survivor,
                   coalesce(sum(row_count) FILTER (WHERE person_id = :merged), 0) AS on_merged
              FROM people.hangings(ARRAY[:survivor::uuid, :merged::uuid])
             WHERE of_room || '.' || of_table NOT IN ('people.search_token', 'people.duplicate_pair', 'people.merge')
             GROUP BY 1, 2, 3 ORDER BY 1, 2
            """)
                .param("survivor", survivor.value())
                .param("merged", merged.value())
                .query(row -> {
                    var hanging = new Hanging(
                            row.getString("name"),
                            row.getString("of_column"),
                            row.getString("declared"),
                            row.getLong("on_survivor"),
                            row.getLong("on_merged"));
                    found.put(hanging.table() + hanging.column(), hanging);
                });
        return List.copyOf(found.values());
    }

    public void done(MergeId id, Optional<Actor.Staff> confirmedBy, Instant at) {
        db.sql("""
            UPDATE people.merge SET status = 'DONE', confirmed_by = :by, confirmer_name = :name, done_at = :at,
                   recorded_at = clock_timestamp(), version = version + 1
             WHERE id = :id AND status = 'PROPOSED'
            """)
                .param("id", id.value())
                .param("by", confirmedBy.map(staff -> staff.id().value()).orElse(null))
                .param("name", confirmedBy.map(Actor.Staff::name).orElse(null))
                .param("at", Dated.at(at))
                .update();
    }

    public void rejected(MergeId id, Actor.Staff by) {
        db.sql("""
            UPDATE people.merge SET status = 'REJECTED', confirmer_name = :name, version = version + 1
             WHERE id = :id AND status = 'PROPOSED'
            """).param("id", id.value()).param("name", by.name()).update();
    }

    public void undone(MergeId id, Actor.Staff by, LocalDate on, String reason) {
        db.sql("""
            UPDATE people.merge SET status = 'UNDONE', undone_by = :by, undone_on = :on, undone_reason = :reason,
                   version = version + 1
             WHERE id = :id AND status = 'DONE'
            """)
                .param("id", id.value())
                .param("by", by.id().value())
                .param("on", on)
                .param("reason", reason)
                .update();
    }

    private static Merge merge(ResultSet row, int number) throws SQLException {
        LocalDate undoneOn = row.getObject("undone_on", LocalDate.class);
        String undoneReason = row.getString("undone_reason");
        OffsetDateTime doneAt = row.getObject("done_at", OffsetDateTime.class);
        return new Merge(
                new MergeId(row.getObject("id", UUID.class)),
                new MergePlan(
                        new PersonId(row.getObject("survivor_id", UUID.class)),
                        new PersonId(row.getObject("merged_id", UUID.class)),
                        texts(row, "taken").stream().map(Field::valueOf).collect(Collectors.toSet()),
                        Set.copyOf(texts(row, "preferred"))),
                row.getString("reason"),
                JSON.readValue(row.getString("findings"), new TypeReference<List<Finding>>() {}),
                Merge.Status.valueOf(row.getString("status")),
                new Merge.Proposal(
                        new StaffId(row.getObject("proposed_by", UUID.class)),
                        row.getString("proposer_name"),
                        row.getObject("proposed_on", LocalDate.class)),
                Optional.ofNullable(row.getString("confirmer_name")),
                Optional.ofNullable(doneAt).map(OffsetDateTime::toInstant),
                Optional.ofNullable(undoneOn).map(on -> new Merge.Undoing(on, undoneReason)),
                new DivisionCode(row.getString("area")));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
