package org.weimin.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weimin.linkage.LinkSample.TODAY;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.linkage.LinkedEvent.Status;
import org.weimin.linkage.internal.EventFeed;
import org.weimin.simulator.Behaviour;
import org.weimin.simulator.Happening;
import org.weimin.simulator.Simulator;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** What a bureau sends, however badly, comes to what happened. */
@RoomTest
class EventFeedTest {
    private static int numbers;

    @Autowired
    BeanFactory beans;

    @Autowired
    Linkage linkage;

    @Autowired
    EventFeed feed;

    @Autowired
    UnreadLines unread;

    @Autowired
    Simulator simulator;

    @Autowired
    TestClock clock;

    private LinkSample sample;
    private PersonId alone;
    private HouseholdId home;
    private EntitlementId aid;

    @BeforeEach
    void somebody_who_lives_alone_on_dibao() {
        clock.set(TODAY);
        sample = new LinkSample(beans);
        alone = sample.person("1950-01-01");
        home = sample.household(alone);
        aid = sample.receives(home, alone);
    }

    @Test
    void a_feed_that_repeats_itself_tells_each_event_once() {
        fed(Behaviour.DUPLICATE);
        assertThat(told()).extracting(LinkedEvent::status).containsExactly(Status.DONE, Status.DONE);
        assertThat(until()).contains(YearMonth.of(2026, 7));
        assertThat(As.system(feed::poll)).isZero();
    }

    @Test
    void a_feed_that_tells_the_end_before_the_beginning_comes_to_the_same() {
        fed(Behaviour.LATE);
        assertThat(told()).extracting(LinkedEvent::status).containsExactly(Status.DONE, Status.DONE);
        assertThat(until()).contains(YearMonth.of(2026, 7));
    }

    @Test
    void a_feed_that_contradicts_itself_is_believed_in_nothing() {
        fed(Behaviour.CONTRADICTORY);
        assertThat(told()).extracting(LinkedEvent::status).containsOnly(Status.WAITS_FOR_PERSON);
        assertThat(until()).isEmpty();
    }

    @Test
    void what_cannot_be_read_waits_until_a_person_has_put_it_right() {
        LocalDate on = LocalDate.of(2026, 6, 10);
        As.system(() -> simulator.happen(happening("WON_THE_LOTTERY", on)));
        As.system(feed::poll);
        As.system(feed::poll);
        UnreadLine waiting = As.system(() -> unread.list(1)).rows().getLast();
        assertThat(waiting.fault()).map(Refused::code).contains("linkage.load.row.kind");
        EventLine sent = waiting.line();
        var wrong = new EventLine("DEATH", sent.number(), "123", on.toString(), Map.of());
        assertThatThrownBy(() -> As.system(() -> unread.putRight(waiting.id(), wrong)))
                .isInstanceOf(Refused.class);
        var right = new EventLine("DEATH", sent.number(), sent.subject(), on.toString(), Map.of());
        EventId death = As.system(() -> unread.putRight(waiting.id(), right));
        assertThat(told()).extracting(LinkedEvent::id).containsExactly(death);
        assertThat(until()).contains(YearMonth.of(2026, 7));
        assertThat(As.system(unread::count)).isZero();
    }

    @Test
    void what_never_was_is_dropped_with_a_reason() {
        As.system(() -> simulator.happen(happening("WON_THE_LOTTERY", LocalDate.of(2026, 6, 10))));
        As.system(feed::poll);
        UUID waiting = As.system(() -> unread.list(1)).rows().getFirst().id();
        assertThatThrownBy(() -> As.system(() -> unread.drop(waiting, " "))).hasMessageContaining("linkage.words");
        As.system(() -> unread.drop(waiting, "来源已确认误发"));
        assertThat(As.system(unread::count)).isZero();
        assertThat(told()).isEmpty();
    }

    private void fed(Behaviour behaviour) {
        As.system(() -> {
            simulator.behave("public-security", behaviour);
            simulator.happen(happening("HOME_ADMISSION", LocalDate.of(2026, 4, 1)));
            simulator.happen(happening("DEATH", LocalDate.of(2026, 6, 10)));
        });
        As.system(feed::poll);
    }

    private Happening happening(String kind, LocalDate on) {
        return new Happening("public-security", kind, "F" + ++numbers, alone, on, Map.of());
    }

    private List<LinkedEvent> told() {
        return As.system(() -> linkage.about(List.of(About.of(alone))));
    }

    private Optional<YearMonth> until() {
        return sample.until(new Subject.OfHousehold(home), aid);
    }
}
