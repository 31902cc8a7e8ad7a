package org.weimin.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weimin.payments.PaySample.DIBAO;
import static org.weimin.payments.PaySample.MONTH;
import static org.weimin.payments.PaySample.PAYER;
import static org.weimin.payments.PaySample.RELEASER;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Money;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.RunId;
import org.weimin.ledger.Account.Kind;
import org.weimin.ledger.Budgets;
import org.weimin.ledger.FundStand;
import org.weimin.ledger.Ledger;
import org.weimin.ledger.Payable;
import org.weimin.payments.internal.BankFiles;
import org.weimin.people.People;
import org.weimin.testing.As;
import org.weimin.testing.BrokenInvariants;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** Whatever people and the bank do in whatever order: the books balance, and no debt is paid twice. */
@RoomTest
class PaymentSequencesTest {
    private static final int SEQUENCES = Boolean.getBoolean("weimin.long") ? 1_000 : 12;
    private static final int STEPS = 40;

    @Autowired
    PaymentRuns runs;

    @Autowired
    BankReturns returns;

    @Autowired
    BankFiles files;

    @Autowired
    Ledger ledger;

    @Autowired
    Budgets budgets;

    @Autowired
    People people;

    @Autowired
    BrokenInvariants broken;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private final List<PersonId> persons = new ArrayList<>();
    private final List<Payable> debts = new ArrayList<>();
    private PaySample sample;
    private int cards = 500_000;

    @BeforeEach
    void a_budget_and_some_people() {
        sample = new PaySample(people, ledger, budgets);
        sample.vote("50000.00");
        for (int i = 0; i < 6; i++) {
            persons.add(sample.residentWithCard("序列" + i));
        }
    }

    @Test
    void in_any_order_the_books_balance_and_no_debt_is_paid_twice() {
        for (int seed = 0; seed < SEQUENCES; seed++) {
            var random = new Random(seed);
            var done = new ArrayList<String>();
            for (int step = 0; step < STEPS; step++) {
                done.add(step(random));
            }
            assertThat(broken.ids()).as("seed %d: %s", seed, done).isSubsetOf(PaySample.UNFOUNDED);
            assertThat(paidTwice()).as("seed %d: %s", seed, done).isZero();
            booksBalance(seed);
        }
        assertThat(countLines("SETTLED")).as("something was paid").isPositive();
        assertThat(countLines("RETURNED")).as("something came back").isPositive();
        clock.set(TestClock.FIRST_DAY);
    }

    private String step(Random random) {
        int command = random.nextInt(14);
        try {
            switch (command) {
                case 0, 1, 2 -> debts.add(sample.owe(pick(persons, random), (1 + random.nextInt(900)) + ".00"));
                case 3, 4 -> Acting.as(PAYER, () -> runs.prepare(MONTH));
                case 5 -> Acting.as(PAYER, () -> runs.review(anyRun(random)));
                case 6, 7 -> release(anyRun(random), random);
                case 8 -> As.system(() -> files.write(anyRun(random)));
                case 9, 10 -> answer(anyRun(random), random);
                case 11 -> reissue(random);
                case 12 -> withdraw(random);
                default -> Acting.as(PAYER, () -> returns.reconcile(anyRun(random)));
            }
            return command + " done";
        } catch (Refused refused) {
            return command + " " + refused.code();
        }
    }

    private void release(RunId run, Random random) {
        var who = random.nextInt(4) == 0 ? PAYER : RELEASER;
        Acting.as(who, () -> runs.release(run, runs.get(run).totals().count()));
    }

    private void answer(RunId run, Random random) {
        var rows = new StringBuilder();
        var lines = Acting.as(PAYER, () -> runs.all(run));
        for (Line line : lines) {
            switch (random.nextInt(5)) {
                case 0 -> {}
                case 1 -> rows.append(row(line.id().toString().replace("-", ""), "RJCT"));
                case 2 -> rows.append(row("%032x".formatted(random.nextLong() & Long.MAX_VALUE), "PDNG"));
                default -> rows.append(row(line.id().toString().replace("-", ""), "ACSC"));
            }
        }
        String group = random.nextInt(6) == 0 ? "ACSC" : "PART";
        byte[] file = """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.11"><OrgnlMsgId>%s</OrgnlMsgId>
            <GrpSts>%s</GrpSts><!--%d-->%s</Document>
            """.formatted(run.toString().replace("-", ""), group, random.nextLong(), rows)
                .getBytes(StandardCharsets.UTF_8);
        Acting.as(PAYER, () -> returns.receive(run, "seeded.xml", file));
    }

    private static String row(String line, String status) {
        return "<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts></TxInfAndSts>"
                .formatted(line, status);
    }

    private void reissue(Random random) {
        var returned = Acting.as(PAYER, () -> runs.lines(anyRun(random), Show.RETURNED, 1))
                .rows();
        if (!returned.isEmpty()) {
            var line = pick(returned, random);
            if (random.nextBoolean()) {
                sample.giveCard(line.payee(), PaySample.card(++cards));
            }
            Acting.as(PAYER, () -> runs.reissue(line.id()));
        }
    }

    private void withdraw(Random random) {
        if (!debts.isEmpty()) {
            var debt = pick(debts, random);
            As.system(() -> ledger.withdrawAfter(debt.entitlement(), MONTH.minusMonths(1), "stopped"));
        }
    }

    private RunId anyRun(Random random) {
        var all = Acting.as(PAYER, () -> runs.list());
        if (all.isEmpty()) {
            throw new Refused("no run yet");
        }
        return all.get(random.nextInt(Math.min(all.size(), 4))).id();
    }

    private int paidTwice() {
        return As.system(() ->
                transaction.execute(status -> db.sql("""
                    SELECT count(*) FROM (SELECT payable_id FROM payments.line WHERE status = 'SETTLED'
                                           GROUP BY payable_id HAVING count(*) > 1) twice
                    """).query(Integer.class).single()));
    }

    private int countLines(String status) {
        return As.system(
                () -> transaction.execute(inside -> db.sql("SELECT count(*) FROM payments.line WHERE status = :status")
                        .param("status", status)
                        .query(Integer.class)
                        .single()));
    }

    private void booksBalance(int seed) {
        for (FundStand fund : As.system(() -> budgets.stands())) {
            assertThat(sum(fund, Kind.AVAILABLE, Kind.COMMITTED, Kind.SPENT))
                    .as("budget of %s, seed %d", fund.fund(), seed)
                    .isEqualTo(fund.of(Kind.APPROPRIATION));
            assertThat(sum(fund, Kind.EXPENSE, Kind.SUSPENSE))
                    .as("money of %s, seed %d", fund.fund(), seed)
                    .isEqualTo(sum(fund, Kind.PAYABLE, Kind.IN_TRANSIT, Kind.RETURNED, Kind.PAID));
        }
        assertThat(As.system(() -> budgets.stands()))
                .anyMatch(fund -> fund.fund().matter().equals(DIBAO));
    }

    private static Money sum(FundStand fund, Kind... kinds) {
        return Money.sum(java.util.Arrays.stream(kinds).map(fund::of));
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
