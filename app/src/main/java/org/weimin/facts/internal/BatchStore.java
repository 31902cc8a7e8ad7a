package org.weimin.facts.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.NotFound;

/** All SQL for facts.check_batch, and which requests lie in one. */
@Repository
class BatchStore {
    private static final int MOST = 5_000;
    private final JdbcClient db;
    private final BusinessClock clock;

    BatchStore(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    void insert(UUID id, String bureau, String area) {
        db.sql("""
            INSERT INTO facts.check_batch (id, area, bureau, made_on, made_by)
            VALUES (:id, :area, :bureau, :today, :actor)
            """)
                .param("id", id)
                .param("area", area)
                .param("bureau", bureau)
                .param("today", clock.today())
                .param("actor", Acting.current().key())
                .update();
    }

    /** What is planned on paper, and what the line could not settle. */
    int fill(UUID batch, String bureau) {
        return db.sql("""
            UPDATE facts.check_request
               SET batch_id = :batch, status = CASE status WHEN 'PLANNED' THEN 'ASKED' ELSE status END
             WHERE id IN (SELECT id FROM facts.check_request
                           WHERE bureau = :bureau AND (status = 'FAILED' OR (status = 'PLANNED' AND channel <> 'API'))
                           ORDER BY due_on, id LIMIT :most FOR UPDATE SKIP LOCKED)
            """)
                .param("batch", batch)
                .param("bureau", bureau)
                .param("most", MOST)
                .update();
    }

    List<UUID> requests(UUID batch) {
        return db.sql("SELECT id FROM facts.check_request WHERE batch_id = :batch ORDER BY id")
                .param("batch", batch)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    String bureau(UUID batch) {
        return db.sql("SELECT bureau FROM facts.check_batch WHERE id = :id")
                .param("id", batch)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound(batch));
    }
}
