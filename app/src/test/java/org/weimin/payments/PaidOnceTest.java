package org.weimin.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weimin.payments.PaySample.DIBAO;
import static org.weimin.payments.PaySample.MONTH;
import static org.weimin.payments.PaySample.PAYER;
import static org.weimin.payments.PaySample.RELEASER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.benefits.OneOff;
import org.weimin.benefits.OneOffs;
import org.weimin.kernel.Acting;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.Money;
import org.weimin.kernel.RunId;
import org.weimin.kernel.Subject;
import org.weimin.ledger.Budgets;
import org.weimin.ledger.Ledger;
import org.weimin.payments.internal.LineStore;
import org.weimin.people.People;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** What a decision gives once goes through a payment run like any other money. */
@RoomTest
class PaidOnceTest {
    @Autowired
    PaymentRuns runs;

    @Autowired
    LineStore lines;

    @Autowired
    Ledger ledger;

    @Autowired
    Budgets budgets;

    @Autowired
    People people;

    @Autowired
    OneOffs oneOffs;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void what_is_given_once_is_paid_in_the_next_run_and_in_no_other() {
        var sample = new PaySample(people, ledger, budgets);
        sample.vote("100000.00");
        var chen = sample.residentWithCard("一次救");
        var amount = Money.yuan("3000.00");
        var home = new Subject.OfPerson(chen);
        As.system(() -> oneOffs.grant(new OneOff(
                Ids.next(), DIBAO, home, chen, amount, CaseFileId.next(), TestClock.FIRST_DAY, PaySample.PLACE)));

        RunId run = prepared();
        Acting.as(RELEASER, () -> runs.release(run, 1));
        assertThat(linesOf(run)).singleElement().satisfies(line -> {
            assertThat(line.payeeName()).isEqualTo("一次救");
            assertThat(line.amount()).isEqualTo(amount);
        });
        sample.owe(sample.residentWithCard("下一批"), "100.00");
        assertThat(linesOf(prepared()))
                .singleElement()
                .satisfies(line -> assertThat(line.payeeName()).isEqualTo("下一批"));
    }

    private RunId prepared() {
        return Acting.as(PAYER, () -> {
            var run = runs.prepare(MONTH);
            runs.review(run);
            return run;
        });
    }

    private List<Line> linesOf(RunId run) {
        return As.system(
                () -> transaction.execute(status -> lines.list(run, Show.ALL, 1).rows()));
    }
}
