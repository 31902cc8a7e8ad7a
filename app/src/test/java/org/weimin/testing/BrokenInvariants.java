package org.weimin.testing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.home.Invariant;

/** 恒等式: what {@code ./weimin check} would find broken, asked by a test of whatever it has just done. */
public record BrokenInvariants(List<Invariant> all, JdbcClient db, TransactionTemplate transaction) {
    /** Their ids; none in a test that has left everything right. */
    public List<String> ids() {
        return As.system(() -> transaction.execute(status -> all.stream()
                .filter(invariant -> invariant.violations().now(db) > 0)
                .map(Invariant::id)
                .toList()));
    }
}
