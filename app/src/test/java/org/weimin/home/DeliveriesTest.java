package org.weimin.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.kernel.NotFound;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;

@RoomTest
@Import(DeliveriesTest.Clumsy.class)
class DeliveriesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final AtomicInteger FAILURES = new AtomicInteger();
    private static final AtomicInteger CALLS = new AtomicInteger();
    private static final AtomicInteger DONE = new AtomicInteger();

    /** 笨拙的监听者: fails as often as it is told. */
    @TestConfiguration
    static class Clumsy {
        @ApplicationModuleListener(id = "clumsy")
        void on(Dropped event) {
            CALLS.incrementAndGet();
            if (FAILURES.getAndDecrement() > 0) {
                throw new IllegalStateException("dropped " + event.id());
            }
            DONE.incrementAndGet();
        }
    }

    /** Something that somebody has to work after the commit. */
    public record Dropped(UUID id) {}

    @Autowired
    Deliveries deliveries;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @BeforeEach
    @AfterEach
    void nothing_is_open() {
        sql("DELETE FROM home.event_publication");
        CALLS.set(0);
        DONE.set(0);
    }

    @Test
    void what_fails_once_is_delivered_a_minute_later_and_only_once() {
        publish(1);
        round();
        assertThat(CALLS).as("not before a minute has passed").hasValue(1);
        aMinutePasses();
        round();
        settled(2);
        assertThat(DONE).hasValue(1);
        assertThat(status()).isEqualTo("COMPLETED");
        aMinutePasses();
        round();
        assertThat(CALLS).as("what is done stays done").hasValue(2);
        assertThat(stuck()).isZero();
    }

    @Test
    void what_fails_five_times_waits_for_a_person_who_lets_it_be_tried_again() {
        publish(5);
        for (int tries = 2; tries <= 5; tries++) {
            assertThat(stuck()).isZero();
            aMinutePasses();
            round();
            settled(tries);
        }
        aMinutePasses();
        round();
        assertThat(CALLS).as("nobody tries a sixth time").hasValue(5);
        var waiting = As.system(deliveries::stuck);
        assertThat(waiting).singleElement().satisfies(one -> {
            assertThat(one.event()).endsWith("Dropped");
            assertThat(one.listener()).isEqualTo("clumsy");
            assertThat(one.tries()).isEqualTo(5);
        });
        As.system(() -> deliveries.retry(waiting.getFirst().id()));
        assertThat(stuck()).isZero();
        round();
        settled(6);
        assertThat(DONE).hasValue(1);
        assertThatThrownBy(() ->
                        As.system(() -> deliveries.retry(waiting.getFirst().id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void what_a_crash_left_in_the_middle_is_delivered_again() {
        for (String left : new String[] {"PUBLISHED", "PROCESSING", "RESUBMITTED"}) {
            nothing_is_open();
            publish(1);
            sql("UPDATE home.event_publication SET status = '" + left + "'");
            aMinutePasses();
            round();
            settled(2);
            assertThat(DONE).as(left).hasValue(1);
        }
    }

    @Test
    void what_failed_for_good_stands_in_nobodys_way() {
        publish(1);
        sql("""
            INSERT INTO home.event_publication (id, listener_id, event_type, serialized_event, publication_date, status,
                                                completion_attempts)
            SELECT uuidv7(), 'clumsy', event_type, serialized_event, publication_date - interval '1 day', 'FAILED', 5
              FROM home.event_publication, generate_series(1, 150)
            """);
        aMinutePasses();
        round();
        settled(2);
        assertThat(DONE).hasValue(1);
        assertThat(stuck()).isEqualTo(150);
    }

    private void publish(int failures) {
        FAILURES.set(failures);
        As.system(
                () -> transaction.executeWithoutResult(status -> events.publishEvent(new Dropped(UUID.randomUUID()))));
        settled(1);
    }

    private void round() {
        As.system(deliveries::work);
    }

    /** The listener was called so often, and what became of it is written down. */
    private void settled(int calls) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(CALLS).hasValue(calls);
            assertThat(open("status NOT IN ('FAILED', 'COMPLETED')")).isZero();
        });
    }

    private void aMinutePasses() {
        sql("UPDATE home.event_publication SET publication_date = publication_date - interval '61 seconds', "
                + "last_resubmission_date = last_resubmission_date - interval '61 seconds'");
    }

    private int stuck() {
        return As.system(deliveries::stuck).size();
    }

    private String status() {
        return As.system(() -> db.sql("SELECT status FROM home.event_publication")
                .query(String.class)
                .single());
    }

    private int open(String where) {
        return As.system(() -> db.sql("SELECT count(*) FROM home.event_publication WHERE " + where)
                .query(Integer.class)
                .single());
    }

    private void sql(String statement) {
        As.system(() ->
                transaction.executeWithoutResult(status -> db.sql(statement).update()));
    }
}
