package org.weimin.demo.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.home.Bulk;

/** All SQL for demo.county: whether this home has been filled. */
@Repository
class DemoStore {
    private final JdbcClient db;
    private final Bulk bulk;

    DemoStore(JdbcClient db, Bulk bulk) {
        this.db = db;
        this.bulk = bulk;
    }

    /** Holds the lock until the transaction ends, so that two starts do not fill one home. */
    boolean isFilled() {
        db.sql("LOCK TABLE demo.county IN SHARE ROW EXCLUSIVE MODE").update();
        return db.sql("SELECT EXISTS (SELECT FROM demo.county)")
                .query(Boolean.class)
                .single();
    }

    void markFilled(long seed, int households) {
        db.sql("INSERT INTO demo.county (seed, households) VALUES (:seed, :households)")
                .param("seed", seed)
                .param("households", households)
                .update();
        bulk.countWhatIsThere();
    }
}
