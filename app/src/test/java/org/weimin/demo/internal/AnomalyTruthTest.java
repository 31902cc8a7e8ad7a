package org.weimin.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.demo.internal.OddityScores.Score;
import org.weimin.kernel.DivisionCode;
import org.weimin.oversight.Anomalies;
import org.weimin.oversight.Anomaly;
import org.weimin.oversight.Anomaly.Status;
import org.weimin.oversight.AnomalyFilter;
import org.weimin.oversight.CloseAnomaly;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** A county with known truth: what is odd is found, and what only looks so is left alone. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnomalyTruthTest {
    private static final int HOUSEHOLDS = 700;

    @Autowired
    DemoLoad load;

    @Autowired
    DemoOddities oddities;

    @Autowired
    OddityScores scores;

    @Autowired
    Anomalies anomalies;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private List<Oddity> truth = List.of();
    private List<Score> results = List.of();

    @BeforeAll
    void a_county_is_drawn_and_patrolled() {
        truth = As.system(() -> Objects.requireNonNull(transaction.execute(status -> {
            var county = load.fill(7, HOUSEHOLDS, new PrintStream(OutputStream.nullOutputStream()));
            return oddities.plant(county, TestClock.FIRST_DAY);
        })));
        As.system(anomalies::patrol);
        results = As.system(() -> scores.of(truth));
        OddityScores.print(results, System.out);
    }

    @Test
    void everything_that_was_planted_is_found() {
        assertThat(results).allSatisfy(score -> {
            assertThat(score.planted()).as("%s", score.kind()).isPositive();
            assertThat(score.recallPercent()).as("recall of %s", score.kind()).isEqualTo(100);
        });
    }

    @Test
    void what_is_found_is_odd_indeed() {
        assertThat(results)
                .allSatisfy(score -> assertThat(score.precisionPercent())
                        .as("precision of %s", score.kind())
                        .isGreaterThanOrEqualTo(80));
    }

    /** A grandmother who collects for her children, a home with forty residents, relief in the night. */
    @Test
    void what_only_looks_odd_is_left_alone() {
        assertThat(results)
                .allSatisfy(score -> assertThat(score.innocents())
                        .as("innocents of %s", score.kind())
                        .isZero());
    }

    @Test
    void a_second_patrol_doubles_nothing_and_what_was_explained_stays_explained() {
        var first = everything();
        Anomaly one = first.getFirst();
        As.system(() -> anomalies.close(new CloseAnomaly(one.id(), Status.EXPLAINED, "登记有误，已更正", "", one.version())));
        clock.set(TestClock.FIRST_DAY.plusDays(1));
        assertThat(As.system(anomalies::patrol).fresh()).isZero();
        clock.set(TestClock.FIRST_DAY);
        assertThat(everything()).hasSameSizeAs(first);
        assertThat(As.system(() -> anomalies.get(one.id())).status()).isEqualTo(Status.EXPLAINED);
    }

    private List<Anomaly> everything() {
        return As.system(
                () -> anomalies.all(new AnomalyFilter(Optional.empty(), Optional.empty(), new DivisionCode("310117"))));
    }
}
