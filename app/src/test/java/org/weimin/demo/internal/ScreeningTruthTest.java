package org.weimin.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.demo.internal.Scores.Planted;
import org.weimin.demo.internal.Scores.Score;
import org.weimin.kernel.DivisionCode;
import org.weimin.screening.Screening;
import org.weimin.screening.Sweep;
import org.weimin.screening.SweepId;
import org.weimin.screening.internal.SweepWork;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** A county with known truth, all matters at once: what is planted is found, and what is found is what was planted. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreeningTruthTest {
    @Autowired
    DemoLoad load;

    @Autowired
    Screening screening;

    @Autowired
    SweepWork work;

    @Autowired
    Scores scores;

    @Autowired
    TransactionTemplate transaction;

    private List<Score> results = List.of();
    private Set<Planted> planted = Set.of();

    @BeforeAll
    void a_county_is_drawn_and_swept() {
        List<Truth> truths = As.system(() ->
                transaction.execute(status -> load.fill(7, 1_500, new PrintStream(OutputStream.nullOutputStream()))));
        planted = Scores.planted(truths);
        SweepId sweep = As.system(() -> screening.ask(DivisionCode.COUNTRY, TestClock.FIRST_DAY, Optional.empty()));
        As.system(work::work);
        assertThat(As.system(() -> screening.get(sweep)).status()).isEqualTo(Sweep.Status.DONE);
        results = As.system(() -> scores.of(sweep, planted));
        Scores.print(results, System.out);
    }

    /** Somebody may die or move between what is planted and the day of the sweep: a few are rightly not found. */
    @Test
    void what_is_planted_is_found() {
        int sought = results.stream().mapToInt(Score::planted).sum();
        assertThat(sought).isPositive();
        assertThat(100 * right()).isGreaterThanOrEqualTo(97 * sought);
    }

    /** Of the rest most are entitled by the draw itself, or live apart since the day before yesterday. */
    @Test
    void most_of_what_is_found_is_what_was_planted() {
        int found = results.stream().mapToInt(Score::found).sum();
        assertThat(100 * right()).isGreaterThanOrEqualTo(80 * found);
    }

    private int right() {
        return results.stream().mapToInt(Score::right).sum();
    }
}
