package org.weimin.linkage.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.home.SealedColumn;
import org.weimin.kernel.Acting;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.Vault;
import org.weimin.linkage.EventId;
import org.weimin.linkage.EventLine;
import org.weimin.linkage.RegisterEvent;
import org.weimin.shell.PageOf;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of linkage.feed and linkage.unread; what was sent may hold the number of a person and lies sealed. */
@Repository
public class UnreadStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final JdbcClient db;
    private final Vault vault;

    UnreadStore(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /** One line as it is kept. */
    public record Kept(UUID id, String source, EventLine line, LocalDate toldOn, DivisionCode area) {}

    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class Sealed {
        @Bean
        static SealedColumn unreadLines() {
            return new SealedColumn("linkage.unread", "line", List.of("id"));
        }
    }

    /** How far the feed of the source has been read. */
    long lastRead(String source) {
        return db.sql("SELECT last_no FROM linkage.feed WHERE source = :source")
                .param("source", source)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void keepRead(String source, long last) {
        db.sql("""
            INSERT INTO linkage.feed (source, last_no) VALUES (:source, :last)
            ON CONFLICT (source) DO UPDATE SET last_no = excluded.last_no, version = feed.version + 1
            """).param("source", source).param("last", last).update();
    }

    public void keep(String source, EventLine line, DivisionCode area, LocalDate today) {
        String text = JSON.writeValueAsString(line);
        db.sql("""
            INSERT INTO linkage.unread (id, source, number, line, fingerprint, told_on, area)
            VALUES (:id, :source, :number, :line, :fingerprint, :today, :area)
            ON CONFLICT (source, fingerprint) DO NOTHING
            """)
                .param("id", Ids.next())
                .param("source", source)
                .param("number", line.number().strip())
                .param("line", vault.seal(text))
                .param("fingerprint", vault.blindIndex("line", text))
                .param("today", today)
                .param("area", area.value())
                .update();
    }

    public void readAfterAll(RegisterEvent.Origin origin, EventId event) {
        db.sql("""
            UPDATE linkage.unread SET event_id = :event, settled_by = :by, version = version + 1
             WHERE source = :source AND number = :number AND settled_by = ''
            """)
                .param("event", event.value())
                .param("by", Acting.current().key())
                .param("source", origin.source())
                .param("number", origin.number())
                .update();
    }

    public void settle(UUID id, Optional<EventId> event, String why) {
        db.sql("""
            UPDATE linkage.unread
               SET event_id = CAST(:event AS uuid), why = :why, settled_by = :by, version = version + 1
             WHERE id = :id AND settled_by = ''
            """)
                .param("event", event.map(EventId::toString).orElse(null))
                .param("why", why)
                .param("by", Acting.current().key())
                .param("id", id)
                .update();
    }

    public Optional<Kept> find(UUID id) {
        return db.sql("SELECT * FROM linkage.unread WHERE id = :id AND settled_by = ''")
                .param("id", id)
                .query(this::kept)
                .optional();
    }

    public PageOf<Kept> list(int page, int size) {
        var rows = db.sql("""
            SELECT * FROM linkage.unread WHERE settled_by = '' ORDER BY told_on, id LIMIT :size OFFSET :skip
            """)
                .param("size", size)
                .param("skip", (page - 1L) * size)
                .query(this::kept)
                .list();
        return new PageOf<>(rows, page, size, count());
    }

    public long count() {
        return db.sql("SELECT count(*) FROM linkage.unread WHERE settled_by = ''")
                .query(Long.class)
                .single();
    }

    private Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("source"),
                JSON.readValue(vault.open(row.getBytes("line")), EventLine.class),
                row.getObject("told_on", LocalDate.class),
                new DivisionCode(row.getString("area")));
    }
}
