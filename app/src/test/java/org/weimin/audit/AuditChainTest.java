package org.weimin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.audit.internal.Chain;
import org.weimin.home.Home;
import org.weimin.home.internal.Superuser;
import org.weimin.kernel.Acting;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.Subject;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;

@RoomTest
class AuditChainTest {
    @Autowired
    Audit audit;

    @Autowired
    Chain chain;

    @Autowired
    Home home;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void a_chain_of_five() throws SQLException {
        tamper("TRUNCATE audit.entry, audit.unsealed, audit.seal");
        var clerk = As.staff("clerk", "310117103");
        Acting.as(clerk, () -> {
            for (int i = 0; i < 4; i++) {
                audit.looked("household", new Subject.OfHousehold(HouseholdId.next()), "受理申请");
            }
            audit.changed("household.address", Ids.next(), "310117103001", Map.of("fields", 1));
        });
        assertThat(seal()).isEqualTo(5);
    }

    @Test
    void an_untouched_chain_is_intact_and_the_tail_is_counted() {
        Acting.as(As.staff("clerk", "310117103"), () -> audit.refused("people.read", "/people"));
        var verdict = verify();
        assertThat(verdict.isIntact()).isTrue();
        assertThat(verdict.sealed()).isEqualTo(5);
        assertThat(verdict.unsealed()).isEqualTo(1);
    }

    @Test
    void an_altered_entry_is_named() throws SQLException {
        tamper("UPDATE audit.entry SET purpose = '' WHERE id = (SELECT entry_id FROM audit.seal WHERE sequence = 3)");
        assertThat(verify().firstFault())
                .hasValueSatisfying(
                        fault -> assertThat(fault).startsWith("sequence 3").endsWith("was altered"));
    }

    @Test
    void a_removed_entry_and_a_removed_seal_are_named() throws SQLException {
        tamper("DELETE FROM audit.entry WHERE id = (SELECT entry_id FROM audit.seal WHERE sequence = 2)");
        assertThat(verify().firstFault())
                .hasValueSatisfying(fault -> assertThat(fault).endsWith("was removed"));
        tamper("DELETE FROM audit.seal WHERE sequence = 2");
        assertThat(verify().firstFault()).contains("sequence 2 is missing");
    }

    @Test
    void two_swapped_entries_are_named() throws SQLException {
        tamper("""
            UPDATE audit.seal s SET entry_id = t.entry_id
              FROM (SELECT sequence, coalesce(lead(entry_id) OVER w, lag(entry_id) OVER w) entry_id
                      FROM audit.seal WHERE sequence IN (4, 5) WINDOW w AS (ORDER BY sequence)) t
             WHERE s.sequence = t.sequence
            """, "ALTER TABLE audit.seal DROP CONSTRAINT seal_entry_id_key");
        assertThat(verify().firstFault())
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("sequence 4"));
        tamper("TRUNCATE audit.seal", "ALTER TABLE audit.seal ADD CONSTRAINT seal_entry_id_key UNIQUE (entry_id)");
    }

    @Test
    void a_tail_cut_off_is_found_by_the_head_kept_outside() throws SQLException {
        String head = As.system(chain::head);
        tamper("""
            WITH cut AS (DELETE FROM audit.seal WHERE sequence = 5 RETURNING entry_id)
            DELETE FROM audit.entry WHERE id = (SELECT entry_id FROM cut)
            """);
        assertThat(verify().isIntact()).isTrue();
        assertThat(As.system(() -> chain.verify(List.of(head))).firstFault()).contains("head " + head + " is gone");
    }

    @Test
    void the_application_itself_cannot_change_the_record() {
        for (String deed : List.of("UPDATE audit.entry SET actor = ''", "DELETE FROM audit.seal")) {
            assertThatThrownBy(() -> As.system(() -> transaction.executeWithoutResult(
                            status -> db.sql(deed).update())))
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void entries_are_read_only_by_those_who_oversee_the_area() {
        assertThat(countAs("310117103")).isEqualTo(5);
        assertThat(countAs("310117104")).isZero();
    }

    private long countAs(String division) {
        return Acting.as(
                As.staff("auditor", division),
                () -> transaction.execute(status -> db.sql("SELECT count(*) FROM audit.entry")
                        .query(Long.class)
                        .single()));
    }

    private int seal() {
        return As.system(chain::seal);
    }

    private Chain.Verdict verify() {
        return As.system(() -> chain.verify(List.of()));
    }

    /** As the owner of the machine could. */
    private void tamper(String deed, String... before) throws SQLException {
        try (Connection superuser = Superuser.of(home);
                var statement = superuser.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (String first : before) {
                statement.execute(first);
            }
            statement.execute(deed);
        }
    }
}
