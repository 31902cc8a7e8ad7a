package org.weimin.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.kernel.Acting;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;

@RoomTest
class ActorTransactionsTest {
    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Test
    void a_transaction_tells_the_database_who_acts_and_where() {
        var clerk = As.staff("clerk", "310117103");
        Acting.as(
                clerk,
                () -> transaction.executeWithoutResult(status -> {
                    assertThat(setting("actor_kind")).isEqualTo("staff");
                    assertThat(setting("actor")).isEqualTo(clerk.id().toString());
                    assertThat(setting("area_from")).isEqualTo("310117103");
                    assertThat(setting("area_until")).isEqualTo("310117104");
                }));
    }

    @Test
    void nothing_is_carried_over_to_the_next_who_uses_the_connection() {
        As.system(() -> transaction.executeWithoutResult(status -> setting("actor")));
        for (int i = 0; i < 30; i++) {
            assertThat(setting("area_until")).isIn(null, "");
        }
    }

    @Test
    void joining_a_transaction_as_somebody_else_is_a_bug_that_stops() {
        As.system(() -> transaction.executeWithoutResult(status -> assertThatThrownBy(() -> Acting.as(
                        As.staff("clerk", "310117"), () -> transaction.executeWithoutResult(inner -> setting("actor"))))
                .isInstanceOf(IllegalStateException.class)));
    }

    private String setting(String name) {
        return db.sql("SELECT current_setting('weimin.' || :name, true)")
                .param("name", name)
                .query(String.class)
                .list()
                .getFirst();
    }
}
