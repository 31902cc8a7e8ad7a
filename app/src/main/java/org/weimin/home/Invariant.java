package org.weimin.home;

import org.springframework.jdbc.core.simple.JdbcClient;

/** 恒等式: what must hold of the whole database at every moment; {@code ./weimin check} counts its violations. */
public record Invariant(String id, String title, Count violations) {
    @FunctionalInterface
    public interface Count {
        long now(JdbcClient db);
    }

    /** A query that answers with one number: how many rows break the rule. */
    public static Invariant counted(String id, String title, String sql) {
        return new Invariant(id, title, db -> db.sql(sql).query(Long.class).single());
    }
}
