package org.weimin.bench;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.audit.internal.Verification;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;

/** The whole record read again, every link computed anew; beside only reading the same rows. */
final class VerifyAudit {
    private static final int HOUSEHOLDS = 60;

    private VerifyAudit() {}

    public static void main(String[] args) {
        int entries = List.of(args).contains("--quick") ? 100_000 : 1_000_000;
        try (var office = Office.open(HOUSEHOLDS)) {
            write(office, entries);
            var verification = office.bean(Verification.class);
            long start = System.nanoTime();
            verification.run();
            long sealed = System.nanoTime();
            var verdict = verification.run();
            long verified = System.nanoTime();
            long read = read(office);
            long end = System.nanoTime();
            if (!verdict.isIntact() || verdict.sealed() < entries) {
                throw new IllegalStateException(verdict.toString());
            }
            System.out.printf("%d entries sealed and verified in %d ms%n", entries, (sealed - start) / 1_000_000);
            Result.ofNanos("verify-audit", verified - sealed, end - verified, read)
                    .print();
        }
    }

    /** Entered as rows, because writing them is not what is measured. */
    private static void write(Office office, int entries) {
        inTransaction(office, db -> db.sql("""
            WITH entry AS (
                INSERT INTO audit.entry (id, actor_kind, actor, actor_name, cause, action, what, subject_kind,
                                         subject_id, area, purpose, detail, business_at)
                SELECT uuidv7(), 'staff', 'bench', '示例', '', 'LOOKED', 'identity-number', 'person', uuidv7(),
                       '310117003001', '受理申请 ' || n, '{}', now()
                  FROM generate_series(1, :entries) AS n
                RETURNING id)
            INSERT INTO audit.unsealed (entry_id) SELECT id FROM entry
            """).param("entries", entries).update());
    }

    private static long read(Office office) {
        return inTransaction(office, db -> {
            try (var rows = db
                    .sql("SELECT s.*, e.* FROM audit.seal s JOIN audit.entry e ON e.id = s.entry_id "
                            + "ORDER BY s.sequence")
                    .withFetchSize(5_000)
                    .query((row, number) -> row.getString("purpose").length()
                            + row.getString("detail").length())
                    .stream()) {
                return rows.count();
            }
        });
    }

    private static <T> T inTransaction(Office office, Function<JdbcClient, T> work) {
        return Acting.as(
                new Actor.SystemJob("bench", "verify-audit"),
                () -> office.bean(TransactionTemplate.class)
                        .execute(status -> work.apply(office.bean(JdbcClient.class))));
    }
}
