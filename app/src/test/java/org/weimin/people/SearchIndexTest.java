package org.weimin.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.kernel.Acting;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;

/** Under a policy an index serves only leakproof operators; what a clerk waits for must be among them. */
@RoomTest
class SearchIndexTest {
    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT person_id FROM people.search_token WHERE token = 'n陈桂'",
                "SELECT person_id FROM people.membership WHERE household_id = '00000000-0000-0000-0000-000000000000'",
                "SELECT household_id FROM people.membership WHERE person_id = '00000000-0000-0000-0000-000000000000'",
                "SELECT id FROM people.person WHERE id_number_index = '\\x00'",
                "SELECT id FROM people.person WHERE birth_on = DATE '1970-01-01' AND name = '张伟'",
                "SELECT id FROM facts.fact WHERE subject_id = '00000000-0000-0000-0000-000000000000'"
            })
    void what_a_clerk_waits_for_is_found_by_an_index_under_the_policy(String query) {
        List<String> plan = Acting.as(
                As.staff("STREET_CLERK", "310117003"),
                () -> transaction.execute(status -> {
                    db.sql("SET LOCAL enable_seqscan = off").update();
                    return db.sql("EXPLAIN " + query).query(String.class).list();
                }));
        assertThat(String.join("\n", plan)).contains("Index").doesNotContain("Seq Scan");
    }
}
