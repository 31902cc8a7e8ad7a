package org.weimin.registries.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.weimin.engine.Text;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Period;
import org.weimin.kernel.RegisterEntryId;
import org.weimin.kernel.Subject;
import org.weimin.registries.RegisterEntry;
import org.weimin.registries.RegisterEntry.Status;
import org.weimin.registries.RegisterSearch;
import org.weimin.shell.PageOf;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of the entries; found by tokens that are compared for equality, so that row-level security stays quick. */
@Repository
public class EntryStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
    private static final String COLUMNS = """
        SELECT e.*, lower(e.valid) AS valid_from, upper(e.valid) AS valid_until FROM registries.entry e
        """;
    private static final String FOUND = """
         WHERE (:register = '' OR e.register = :register)
           AND (:asked = 0 OR e.id IN (SELECT t.entry_id FROM registries.entry_token t
                                        WHERE t.token = ANY (CAST(:tokens AS text[]))
                                        GROUP BY t.entry_id HAVING count(*) = :asked))
        """;
    private static final String ORDER = " ORDER BY e.registered_on DESC, e.number DESC";
    private final JdbcClient db;

    EntryStore(JdbcClient db) {
        this.db = db;
    }

    /** 编号: county, code of the register, year, and the next of five digits. */
    String nextNumber(DivisionCode area, String code, LocalDate day) {
        String prefix = area.county().value() + code + day.getYear();
        int last = db.sql("""
            INSERT INTO registries.number_sequence AS s (prefix, last) VALUES (:prefix, 1)
            ON CONFLICT (prefix) DO UPDATE SET last = s.last + 1, version = s.version + 1
            RETURNING last
            """).param("prefix", prefix).query(Integer.class).single();
        return prefix + String.format("%05d", last);
    }

    void insert(RegisterEntry entry) {
        db.sql("""
            INSERT INTO registries.entry (id, register, number, title_zh, title_en, subject_kind, subject_id,
                   holder, holder_identity, case_file_id, case_number, matter, edition, template, office, articles,
                   fields, registered_on, valid, status, area)
            VALUES (:id, :register, :number, :zh, :en, :kind, :subject, :holder, :identity, :case, :caseNumber,
                    :matter, :edition, :template, :office, :articles, CAST(:fields AS jsonb), :on,
                    daterange(:on, CAST(:until AS date)), :status, :area)
            """)
                .param("id", entry.id().value())
                .param("register", entry.heading().register())
                .param("number", entry.heading().number())
                .param("zh", entry.heading().title().zh())
                .param("en", entry.heading().title().en())
                .param("kind", entry.holder().subject().kind())
                .param("subject", entry.holder().subject().id())
                .param("holder", entry.holder().name())
                .param("identity", entry.holder().identity())
                .param("case", entry.origin().caseFile().value())
                .param("caseNumber", entry.origin().caseNumber())
                .param("matter", entry.origin().matter().value())
                .param("edition", entry.origin().edition())
                .param("template", entry.origin().template())
                .param("office", entry.origin().office())
                .param("articles", entry.origin().articles())
                .param("fields", JSON.writeValueAsString(entry.fields()))
                .param("on", entry.registeredOn())
                .param("until", entry.valid().until().orElse(null))
                .param("status", entry.status().name())
                .param("area", entry.area().value())
                .update();
        db.sql("""
            INSERT INTO registries.entry_token (token, area, entry_id)
            SELECT token, :area, :id FROM unnest(CAST(:tokens AS text[])) AS token
            """)
                .param("area", entry.area().value())
                .param("id", entry.id().value())
                .param("tokens", EntryTokens.of(entry).toArray(String[]::new))
                .update();
    }

    public RegisterEntry get(RegisterEntryId id) {
        return db.sql(COLUMNS + " WHERE e.id = :id")
                .param("id", id.value())
                .query(EntryStore::entry)
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }

    public List<RegisterEntry> of(Subject subject) {
        return db.sql(COLUMNS + " WHERE e.subject_id = :subject" + ORDER)
                .param("subject", subject.id())
                .query(EntryStore::entry)
                .list();
    }

    public PageOf<RegisterEntry> search(RegisterSearch search, int page) {
        var rows = found(COLUMNS + FOUND + ORDER + " LIMIT :size OFFSET :skip", search)
                .param("size", PageOf.SIZE)
                .param("skip", (page - 1L) * PageOf.SIZE)
                .query(EntryStore::entry)
                .list();
        long total = found("SELECT count(*) FROM registries.entry e" + FOUND, search)
                .query(Long.class)
                .single();
        return new PageOf<>(rows, page, PageOf.SIZE, total);
    }

    public List<RegisterEntry> all(RegisterSearch search) {
        return found(COLUMNS + FOUND + ORDER, search).query(EntryStore::entry).list();
    }

    private StatementSpec found(String sql, RegisterSearch search) {
        String[] tokens = EntryTokens.wanted(search.words()).toArray(String[]::new);
        return db.sql(sql)
                .param("register", search.register())
                .param("asked", tokens.length)
                .param("tokens", tokens);
    }

    public Map<String, Long> count() {
        var counts = new LinkedHashMap<String, Long>();
        db.sql("SELECT register, count(*) AS n FROM registries.entry GROUP BY register ORDER BY register")
                .query((row, n) -> counts.put(row.getString("register"), row.getLong("n")))
                .list();
        return counts;
    }

    public void amend(RegisterEntry entry, Map<String, String> fields) {
        int rows = db.sql("""
            UPDATE registries.entry SET fields = CAST(:fields AS jsonb), version = version + 1
             WHERE id = :id AND status = 'IN_FORCE'
            """)
                .param("fields", JSON.writeValueAsString(fields))
                .param("id", entry.id().value())
                .update();
        demandOne(rows, entry);
    }

    /** From the day on nobody may rely on it. */
    void close(RegisterEntry entry, Status status, LocalDate on) {
        int rows = db.sql("""
            UPDATE registries.entry
               SET status = :status, valid = daterange(lower(valid), greatest(CAST(:on AS date), lower(valid))),
                   version = version + 1
             WHERE id = :id AND status = 'IN_FORCE'
            """)
                .param("status", status.name())
                .param("on", on)
                .param("id", entry.id().value())
                .update();
        demandOne(rows, entry);
    }

    /** What the subject holds under the matter now. */
    List<RegisterEntry> inForce(Subject subject, MatterId matter) {
        return of(subject).stream()
                .filter(entry -> entry.origin().matter().equals(matter))
                .filter(entry -> entry.status() == Status.IN_FORCE)
                .toList();
    }

    void expire(LocalDate day) {
        db.sql("""
            UPDATE registries.entry SET status = 'EXPIRED', version = version + 1
             WHERE status = 'IN_FORCE' AND upper(valid) <= :day
            """).param("day", day).update();
    }

    private static void demandOne(int rows, RegisterEntry entry) {
        if (rows != 1) {
            throw new OptimisticLockingFailureException("Someone else changed " + entry.id());
        }
    }

    private static RegisterEntry entry(ResultSet row, int number) throws SQLException {
        LocalDate from = row.getObject("registered_on", LocalDate.class);
        @Nullable LocalDate until = row.getObject("valid_until", LocalDate.class);
        return new RegisterEntry(
                new RegisterEntryId(row.getObject("id", UUID.class)),
                new RegisterEntry.Heading(
                        row.getString("register"),
                        row.getString("number"),
                        new Text(row.getString("title_zh"), row.getString("title_en"))),
                new RegisterEntry.Holder(
                        Subject.of(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                        row.getString("holder"),
                        row.getString("holder_identity")),
                new RegisterEntry.Origin(
                        new CaseFileId(row.getObject("case_file_id", UUID.class)),
                        row.getString("case_number"),
                        new MatterId(row.getString("matter")),
                        row.getObject("edition", LocalDate.class),
                        row.getString("template"),
                        row.getString("office"),
                        row.getString("articles")),
                JSON.readValue(row.getString("fields"), FIELDS),
                from,
                new Period(from, Optional.ofNullable(until)),
                Status.valueOf(row.getString("status")),
                new DivisionCode(row.getString("area")));
    }
}
