package org.weimin.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.home.SealedColumn;
import org.weimin.intake.Paper;
import org.weimin.kernel.DivisionCode;

/** All SQL for intake.paper. */
@Repository
public class PaperStore {
    private static final String SELECT = "SELECT id, owner_id, kind, title, kept_on FROM intake.paper";
    private final JdbcClient db;

    PaperStore(JdbcClient db) {
        this.db = db;
    }

    public void insert(Paper paper, DivisionCode area, byte[] sealed) {
        db.sql("""
            INSERT INTO intake.paper (id, owner_id, kind, title, content_sealed, kept_on, area)
            VALUES (:id, :owner, :kind, :title, :content, :on, :area)
            """)
                .param("id", paper.id())
                .param("owner", paper.owner())
                .param("kind", paper.kind().name())
                .param("title", paper.title())
                .param("content", sealed)
                .param("on", paper.keptOn())
                .param("area", area.value())
                .update();
    }

    public void move(UUID from, UUID to) {
        db.sql("UPDATE intake.paper SET owner_id = :to WHERE owner_id = :from")
                .param("from", from)
                .param("to", to)
                .update();
    }

    public void removeOf(UUID owner) {
        db.sql("DELETE FROM intake.paper WHERE owner_id = :owner")
                .param("owner", owner)
                .update();
    }

    public List<Paper> of(UUID owner) {
        return db.sql(SELECT + " WHERE owner_id = :owner ORDER BY id")
                .param("owner", owner)
                .query((row, n) -> read(row))
                .list();
    }

    public Optional<Paper> find(UUID id) {
        return db.sql(SELECT + " WHERE id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    public byte[] sealed(UUID id) {
        return db.sql("SELECT content_sealed FROM intake.paper WHERE id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    private static Paper read(ResultSet row) throws SQLException {
        return new Paper(
                row.getObject("id", UUID.class),
                row.getObject("owner_id", UUID.class),
                Paper.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getObject("kept_on", LocalDate.class));
    }

    /** What is sealed here, for the day when keys change. */
    @Configuration(proxyBeanMethods = false)
    static class Sealed {
        @Bean
        static SealedColumn papers() {
            return new SealedColumn("intake.paper", "content_sealed", List.of("id"));
        }
    }
}
