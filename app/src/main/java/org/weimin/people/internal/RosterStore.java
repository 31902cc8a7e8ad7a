package org.weimin.people.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.home.Bulk;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Vault;
import org.weimin.people.RosterBatch;
import org.weimin.people.RosterLine;
import org.weimin.shell.PageOf;

/** All SQL for people.import_batch and people.import_row. */
@Repository
public class RosterStore {
    private static final String BATCH = """
        SELECT b.id, b.area, b.file_name, b.policy, b.status, b.headings, b.uploaded_at,
               count(r.row_number) FILTER (WHERE r.verdict = 'GOOD') AS good,
               count(r.row_number) FILTER (WHERE r.verdict = 'WRONG') AS wrong,
               count(r.row_number) FILTER (WHERE r.verdict = 'SUSPECT') AS suspect,
               count(r.person_id) AS applied
          FROM people.import_batch b
          LEFT JOIN people.import_row r ON r.batch_id = b.id
        """;
    private final JdbcClient db;
    private final Bulk bulk;
    private final Vault vault;
    private final BusinessClock clock;

    RosterStore(JdbcClient db, Bulk bulk, Vault vault, BusinessClock clock) {
        this.db = db;
        this.bulk = bulk;
        this.vault = vault;
        this.clock = clock;
    }

    void open(UUID batch, DivisionCode area, String fileName, RosterBatch.Policy policy) {
        db.sql("""
            INSERT INTO people.import_batch
                   (id, area, file_name, policy, status, headings, uploaded_by, uploaded_at)
            VALUES (:id, :area, :fileName, :policy, 'STAGED', '{}', :actor, :now)
            """)
                .param("id", batch)
                .param("area", area.value())
                .param("fileName", fileName)
                .param("policy", policy.name())
                .param("actor", Acting.current().key())
                .param("now", Dated.at(clock.now()))
                .update();
    }

    void setHeadings(UUID batch, List<String> headings) {
        db.sql("UPDATE people.import_batch SET headings = :headings WHERE id = :id")
                .param("headings", headings.toArray(String[]::new))
                .param("id", batch)
                .update();
    }

    void stage(UUID batch, DivisionCode area, List<StagedRow> rows) {
        String columns = "batch_id, row_number, area, cells, family_key, person_name, birth_on, identity_index, "
                + "relation, verdict, faults, bad_columns";
        bulk.insert("people.import_row (" + columns + ")", out -> {
            for (StagedRow row : rows) {
                String identity = row.entry().identity();
                out.row(
                        batch,
                        row.number(),
                        area,
                        vault.seal(row.packed()),
                        row.entry().family(),
                        row.entry().name(),
                        identity.isEmpty() ? null : new IdentityNumber(identity).birth(),
                        identity.isEmpty() ? null : vault.blindIndex("identity", identity),
                        row.entry().relation(),
                        row.faults().isEmpty() ? "GOOD" : "WRONG",
                        "{" + String.join(",", row.faults()) + "}",
                        "{" + row.badColumns().stream().map(String::valueOf).collect(Collectors.joining(",")) + "}");
            }
        });
    }

    /** Rows against each other: one number twice, a household without its one head. */
    void judgeWithin(UUID batch) {
        mark(batch, "WRONG", "identity-twice", """
            identity_index IN (SELECT identity_index FROM people.import_row
                                WHERE batch_id = :batch AND identity_index IS NOT NULL
                                GROUP BY identity_index HAVING count(*) > 1)
            """);
        mark(batch, "WRONG", "head", """
            family_key IN (SELECT family_key FROM people.import_row WHERE batch_id = :batch
                            GROUP BY family_key HAVING count(*) FILTER (WHERE relation = '02') <> 1)
            """);
    }

    /** Rows against the whole register, wherever somebody may be known; the asker sees all areas. */
    void judgeAgainstRegister(UUID batch) {
        mark(batch, "SUSPECT", "known", """
            verdict = 'GOOD' AND person_id IS NULL
            AND identity_index IN (SELECT id_number_index FROM people.person)
            """);
        mark(batch, "SUSPECT", "namesake", """
            verdict = 'GOOD' AND person_id IS NULL
            AND EXISTS (SELECT FROM people.person p
                         WHERE p.birth_on = import_row.birth_on AND p.name = import_row.person_name)
            """);
    }

    /** Whoever lives with a wrong row is held back with it: half a household is no household. */
    void holdFamilies(UUID batch) {
        mark(batch, "WRONG", "family", """
            verdict = 'GOOD' AND person_id IS NULL
            AND family_key IN (SELECT family_key FROM people.import_row
                                WHERE batch_id = :batch AND verdict <> 'GOOD')
            """);
    }

    private void mark(UUID batch, String verdict, String fault, String where) {
        db.sql("""
            UPDATE people.import_row SET verdict = :verdict, faults = array_append(faults, :fault)
             WHERE batch_id = :batch AND\
            """ + " " + where)
                .param("verdict", verdict)
                .param("fault", fault)
                .param("batch", batch)
                .update();
    }

    /** Rows that looked right by themselves and, as the rest of the file shows, are not. */
    void markRows(UUID batch, String fault, int column, List<Integer> numbers) {
        db.sql("""
            UPDATE people.import_row
               SET verdict = 'WRONG', faults = array_append(faults, :fault),
                   bad_columns = array_append(bad_columns, :column)
             WHERE batch_id = :batch AND row_number = ANY (:numbers)
            """)
                .param("fault", fault)
                .param("column", column)
                .param("batch", batch)
                .param("numbers", numbers.toArray(Integer[]::new))
                .update();
    }

    public void become(UUID batch, RosterBatch.Status status) {
        db.sql("UPDATE people.import_batch SET status = :status, version = version + 1 WHERE id = :id")
                .param("status", status.name())
                .param("id", batch)
                .update();
    }

    public Optional<RosterBatch> find(UUID batch) {
        return db.sql(BATCH + " WHERE b.id = :id GROUP BY b.id")
                .param("id", batch)
                .query(RosterStore::batch)
                .optional();
    }

    public List<RosterBatch> list() {
        return db.sql(BATCH + " GROUP BY b.id ORDER BY b.uploaded_at DESC LIMIT 50")
                .query(RosterStore::batch)
                .list();
    }

    /** The oldest batch to be applied that no other instance is at, held until the transaction ends. */
    public Optional<RosterBatch> applying() {
        return db.sql("""
            SELECT id FROM people.import_batch WHERE status = 'APPLYING'
             ORDER BY uploaded_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """).query(UUID.class).optional().flatMap(this::find);
    }

    public PageOf<RosterLine> faulty(UUID batch, int page) {
        long total = db.sql("SELECT count(*) FROM people.import_row WHERE batch_id = :batch AND verdict <> 'GOOD'")
                .param("batch", batch)
                .query(Long.class)
                .single();
        List<RosterLine> lines = db.sql("""
            SELECT row_number, cells, verdict, faults, bad_columns
              FROM people.import_row WHERE batch_id = :batch AND verdict <> 'GOOD'
             ORDER BY row_number OFFSET :offset LIMIT :size
            """)
                .param("batch", batch)
                .param("offset", (long) (page - 1) * PageOf.SIZE)
                .param("size", PageOf.SIZE)
                .query(this::line)
                .list();
        return new PageOf<>(lines, page, PageOf.SIZE, total);
    }

    public List<RosterLine> lines(UUID batch) {
        return db.sql("""
            SELECT row_number, cells, verdict, faults, bad_columns
              FROM people.import_row WHERE batch_id = :batch ORDER BY row_number
            """).param("batch", batch).query(this::line).list();
    }

    /** The rows of the next households that are good and not yet applied, in the order of the file. */
    List<NextRow> next(UUID batch, int mostFamilies) {
        return db.sql("""
            WITH family AS (
                SELECT family_key FROM people.import_row
                 WHERE batch_id = :batch AND verdict = 'GOOD' AND person_id IS NULL
                 GROUP BY family_key ORDER BY min(row_number) LIMIT :most)
            SELECT row_number, cells FROM people.import_row
             WHERE batch_id = :batch AND verdict = 'GOOD' AND family_key IN (SELECT family_key FROM family)
             ORDER BY row_number
            """)
                .param("batch", batch)
                .param("most", mostFamilies)
                .query((row, number) ->
                        new NextRow(row.getInt("row_number"), StagedRow.entryIn(vault.open(row.getBytes("cells")))))
                .list();
    }

    /** One row that is about to enter the register. */
    record NextRow(int number, StagedRow.Entry entry) {}

    /** Where a row has gone. */
    record Applied(int number, HouseholdId household, PersonId person) {}

    void markApplied(UUID batch, List<Applied> applied) {
        db.sql("""
            UPDATE people.import_row r SET household_id = a.household, person_id = a.person
              FROM unnest(:numbers::int[], :households::uuid[], :persons::uuid[]) AS a (number, household, person)
             WHERE r.batch_id = :batch AND r.row_number = a.number
            """)
                .param("numbers", applied.stream().map(Applied::number).toArray(Integer[]::new))
                .param(
                        "households",
                        applied.stream()
                                .map(each -> each.household().toString())
                                .toArray(String[]::new))
                .param(
                        "persons",
                        applied.stream().map(each -> each.person().toString()).toArray(String[]::new))
                .param("batch", batch)
                .update();
    }

    public List<PersonId> peopleOf(UUID batch) {
        return db.sql("SELECT person_id FROM people.import_row WHERE batch_id = :batch AND person_id IS NOT NULL")
                .param("batch", batch)
                .query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    public List<HouseholdId> householdsOf(UUID batch) {
        return db.sql("""
            SELECT DISTINCT household_id FROM people.import_row
             WHERE batch_id = :batch AND household_id IS NOT NULL
            """)
                .param("batch", batch)
                .query((row, number) -> new HouseholdId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Takes the people of a batch out of the register again; whatever refers to one of them holds them all. */
    public void withdraw(UUID batch) {
        try {
            for (String table : List.of("search_token", "bank_card", "membership")) {
                String holder = table.equals("bank_card") ? "holder_id" : "person_id";
                db.sql("DELETE FROM people." + table + " WHERE " + holder
                                + " IN (SELECT person_id FROM people.import_row WHERE batch_id = :batch)")
                        .param("batch", batch)
                        .update();
            }
            db.sql("DELETE FROM people.household WHERE id IN "
                            + "(SELECT household_id FROM people.import_row WHERE batch_id = :batch)")
                    .param("batch", batch)
                    .update();
            db.sql("DELETE FROM people.person WHERE id IN "
                            + "(SELECT person_id FROM people.import_row WHERE batch_id = :batch)")
                    .param("batch", batch)
                    .update();
        } catch (DataIntegrityViolationException referred) {
            throw new Refused("people.import.used");
        }
        db.sql("UPDATE people.import_row SET person_id = NULL, household_id = NULL WHERE batch_id = :batch")
                .param("batch", batch)
                .update();
        become(batch, RosterBatch.Status.UNDONE);
    }

    private static RosterBatch batch(ResultSet row, int number) throws SQLException {
        return new RosterBatch(
                row.getObject("id", UUID.class),
                new DivisionCode(row.getString("area")),
                row.getString("file_name"),
                RosterBatch.Policy.valueOf(row.getString("policy")),
                RosterBatch.Status.valueOf(row.getString("status")),
                List.of((String[]) row.getArray("headings").getArray()),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                new RosterBatch.Counts(
                        row.getInt("good"), row.getInt("wrong"), row.getInt("suspect"), row.getInt("applied")));
    }

    private RosterLine line(ResultSet row, int number) throws SQLException {
        return new RosterLine(
                row.getInt("row_number"),
                StagedRow.cellsIn(vault.open(row.getBytes("cells"))),
                RosterLine.Verdict.valueOf(row.getString("verdict")),
                List.of((String[]) row.getArray("faults").getArray()),
                Set.of((Integer[]) row.getArray("bad_columns").getArray()));
    }
}
