package org.weimin.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.weimin.payments.PaySample.DIBAO;
import static org.weimin.payments.PaySample.MONTH;
import static org.weimin.payments.PaySample.PAYER;
import static org.weimin.payments.PaySample.RELEASER;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.kernel.Acting;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;
import org.weimin.kernel.RunId;
import org.weimin.ledger.Account.Kind;
import org.weimin.ledger.Budgets;
import org.weimin.ledger.Fund;
import org.weimin.ledger.Ledger;
import org.weimin.payments.internal.BankFiles;
import org.weimin.payments.internal.LineStore;
import org.weimin.people.People;
import org.weimin.testing.As;
import org.weimin.testing.BrokenInvariants;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

@RoomTest
class PaymentRunsTest {
    private static final Fund FUND = new Fund(DIBAO, 2026);

    @Autowired
    PaymentRuns runs;

    @Autowired
    BankReturns returns;

    @Autowired
    BankFiles files;

    @Autowired
    LineStore lines;

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

    private PaySample sample;

    @BeforeEach
    void a_budget() {
        sample = new PaySample(people, ledger, budgets);
        sample.vote("100000.00");
    }

    @AfterEach
    void every_invariant_holds_and_no_draft_stays() {
        assertThat(broken.ids()).isSubsetOf(PaySample.UNFOUNDED);
        Acting.as(
                PAYER,
                () -> runs.list().stream()
                        .filter(run -> run.status().isDraft())
                        .forEach(run -> runs.discard(run.id())));
    }

    @Test
    void a_month_is_paid_by_two_people_and_one_returned_line_is_paid_again() {
        var chen = sample.residentWithCard("陈桂芳");
        var li = sample.residentWithCard("李秀英");
        sample.owe(chen, "1170.00");
        sample.owe(li, "800.00");
        var before = balance(Kind.AVAILABLE);

        var run = released();
        assertThat(balance(Kind.AVAILABLE)).isEqualTo(before.minus(Money.yuan("1970.00")));
        assertThat(file(run)).contains("<CtrlSum>1970.00</CtrlSum>").contains("陈桂芳");

        var returned = line(run, "李秀英");
        Acting.as(
                PAYER,
                () -> returns.receive(
                        run,
                        "r1.xml",
                        returnFile(
                                run, "PART", Map.of(endToEnd(line(run, "陈桂芳")), "ACSC", endToEnd(returned), "RJCT"))));
        assertThat(statuses(run)).containsEntry("陈桂芳", LineStatus.SETTLED).containsEntry("李秀英", LineStatus.RETURNED);
        assertThat(get(run).status()).isEqualTo(Run.Status.ANSWERED);
        assertThat(Acting.as(PAYER, () -> returns.reconciliation(run)).isBalanced())
                .isTrue();
        Acting.as(PAYER, () -> returns.reconcile(run));

        assertThatThrownBy(() -> Acting.as(PAYER, () -> runs.reissue(returned.id())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("same-card");
        sample.giveCard(li, PaySample.card(990_001));
        Acting.as(PAYER, () -> runs.reissue(returned.id()));
        var second = released();
        assertThat(statuses(second)).containsExactly(Map.entry("李秀英", LineStatus.SENT));
        Acting.as(PAYER, () -> returns.receive(second, "r2.xml", returnFile(second, "ACSC", Map.of())));
        assertThat(statuses(second)).containsExactly(Map.entry("李秀英", LineStatus.SETTLED));
        assertThat(balance(Kind.RETURNED)).isEqualTo(Money.ZERO);
    }

    @Test
    void what_must_not_be_paid_is_a_blocked_line_with_its_reason() {
        var dead = sample.residentWithCard("王根林");
        sample.owe(dead, "500.00");
        As.system(() -> people.recordDeath(dead, TestClock.FIRST_DAY.minusDays(3), "test"));
        sample.owe(sample.resident("无卡人"), "500.00");
        var shared = PaySample.card(770_001);
        for (String name : List.of("同卡甲", "同卡乙", "同卡丙", "同卡丁")) {
            var person = sample.resident(name);
            sample.giveCard(person, shared);
            sample.owe(person, "10.00");
        }
        var run = Acting.as(PAYER, () -> runs.prepare(MONTH));
        assertThat(cautions(run, "王根林")).contains(Caution.DEAD);
        assertThat(cautions(run, "无卡人")).contains(Caution.NO_ACCOUNT);
        assertThat(cautions(run, "同卡甲")).contains(Caution.SHARED_ACCOUNT);
        assertThat(statuses(run).values()).containsOnly(LineStatus.BLOCKED);

        Acting.as(PAYER, () -> runs.clear(line(run, "同卡甲").id(), "四人同住福利院，由院方代管，已核对协议"));
        assertThat(get(run).totals().count()).isEqualTo(1);
        assertThatThrownBy(() ->
                        Acting.as(PAYER, () -> runs.clear(line(run, "王根林").id(), "无")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_change_of_more_than_a_fifth_is_shown_and_a_steady_amount_is_not() {
        var steady = sample.residentWithCard("稳定户");
        var changed = sample.residentWithCard("变动户");
        var one = EntitlementId.next();
        var two = EntitlementId.next();
        sample.owe(steady, one, MONTH.minusMonths(1), "1000.00");
        sample.owe(steady, one, MONTH, "1200.00");
        sample.owe(changed, two, MONTH.minusMonths(1), "1000.00");
        sample.owe(changed, two, MONTH, "1200.01");
        var run = Acting.as(PAYER, () -> runs.prepare(MONTH));
        assertThat(cautions(run, "稳定户", "1200.00")).isEmpty();
        assertThat(cautions(run, "变动户", "1200.01")).containsExactly(Caution.CHANGED);
    }

    @Test
    void whoever_prepared_or_reviewed_does_not_release_and_the_count_is_typed() {
        sample.owe(sample.residentWithCard("张三"), "100.00");
        var run = Acting.as(PAYER, () -> runs.prepare(MONTH));
        assertThatThrownBy(() -> Acting.as(RELEASER, () -> runs.release(run, 1)))
                .hasMessageContaining("not-now");
        Acting.as(PAYER, () -> runs.review(run));
        assertThatThrownBy(() -> Acting.as(PAYER, () -> runs.release(run, 1))).hasMessageContaining("same-person");
        assertThatThrownBy(() -> Acting.as(RELEASER, () -> runs.release(run, 1_000)))
                .hasMessageContaining("wrong-count");
    }

    @Test
    void without_budget_nothing_is_released() {
        sample.owe(sample.residentWithCard("大额户"), "99999999.00");
        var run = prepared();
        assertThatThrownBy(() -> release(run)).isInstanceOf(Refused.class).hasMessageContaining("no-budget");
        assertThat(get(run).status()).isEqualTo(Run.Status.REVIEWED);
        var debt = line(run, "大额户");
        assertThat(debt.standing().status()).isEqualTo(LineStatus.PLANNED);
        Acting.as(PAYER, () -> runs.discard(run));
        As.system(() -> ledger.withdrawAfter(entitlementOf(debt), MONTH.minusMonths(1), "test"));
    }

    @Test
    void two_who_release_at_once_release_once() throws Exception {
        sample.owe(sample.residentWithCard("并发户"), "321.00");
        var run = prepared();
        Callable<Boolean> press = () -> {
            try {
                release(run);
                return true;
            } catch (Refused late) {
                return false;
            }
        };
        try (var two = Executors.newFixedThreadPool(2)) {
            var pressed = two.invokeAll(List.of(press, press));
            assertThat(List.of(pressed.get(0).get(), pressed.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
        answered(run);
    }

    @Test
    void the_same_run_gives_the_same_bytes_and_writing_again_changes_nothing() {
        sample.owe(sample.residentWithCard("字节户"), "12.34");
        var run = released();
        var first = files(run);
        As.system(() -> files.write(run));
        assertThat(files(run)).isEqualTo(first).hasSize(2);
        assertThat(file(run)).isEqualTo(file(run));
        answered(run);
    }

    @Test
    void an_answer_that_fits_no_line_goes_to_suspense_and_is_cleared_by_a_person() {
        sample.owe(sample.residentWithCard("挂账户"), "50.00");
        var run = released();
        Acting.as(
                PAYER,
                () -> returns.receive(
                        run,
                        "odd.xml",
                        returnFile(run, "PART", Map.of("0".repeat(32), "ACSC", endToEnd(line(run, "挂账户")), "ACSC"))));
        var open = Acting.as(PAYER, () -> returns.inSuspense(run));
        assertThat(open).extracting(SuspenseRow::suspense).containsExactly("UNKNOWN_LINE");
        assertThatThrownBy(() -> Acting.as(PAYER, () -> returns.reconcile(run))).isInstanceOf(Refused.class);
        Acting.as(PAYER, () -> returns.resolve(open.getFirst().id(), "银行确认为他行文件误发，已冲回"));
        Acting.as(PAYER, () -> returns.reconcile(run));
        assertThat(get(run).status()).isEqualTo(Run.Status.RECONCILED);
    }

    @Test
    void a_file_is_read_once_and_only_for_its_run() {
        sample.owe(sample.residentWithCard("一次户"), "5.00");
        var run = released();
        byte[] answer = returnFile(run, "ACSC", Map.of());
        assertThatThrownBy(() -> Acting.as(
                        PAYER, () -> returns.receive(run, "x.xml", returnFile(RunId.next(), "ACSC", Map.of()))))
                .hasMessageContaining("other-run");
        Acting.as(PAYER, () -> returns.receive(run, "a.xml", answer));
        assertThatThrownBy(() -> Acting.as(PAYER, () -> returns.receive(run, "b.xml", answer)))
                .hasMessageContaining("again");
    }

    @Test
    void a_bank_that_stays_silent_has_not_paid_and_may_still_answer() {
        sample.owe(sample.residentWithCard("无回音户"), "61.00");
        var run = released();
        clock.liveThrough(TestClock.FIRST_DAY.plusDays(4));
        assertThat(statuses(run)).containsEntry("无回音户", LineStatus.UNKNOWN);
        var next = Acting.as(PAYER, () -> runs.prepare(MONTH));
        assertThat(statuses(next)).doesNotContainKey("无回音户");
        answered(run);
        assertThat(statuses(run)).containsEntry("无回音户", LineStatus.SETTLED);
        clock.set(TestClock.FIRST_DAY);
    }

    @Test
    void released_people_are_not_in_the_next_draft() {
        sample.owe(sample.residentWithCard("已发户"), "60.00");
        var first = released();
        sample.owe(sample.residentWithCard("后来户"), "70.00");
        var second = Acting.as(PAYER, () -> runs.prepare(MONTH));
        assertThat(statuses(second)).containsKey("后来户").doesNotContainKey("已发户");
        answered(first);
    }

    @Test
    void a_debt_that_was_withdrawn_stops_the_release_until_the_run_is_prepared_again() {
        var debt = sample.owe(sample.residentWithCard("停发户"), "80.00");
        sample.owe(sample.residentWithCard("照发户"), "90.00");
        var run = prepared();
        As.system(() -> ledger.withdrawAfter(debt.entitlement(), MONTH.minusMonths(1), "stopped"));
        assertThatThrownBy(() -> release(run)).hasMessageContaining("outdated");
        var again = prepared();
        assertThat(cautions(again, "停发户")).contains(Caution.STOPPED);
        release(again);
        answered(again);
    }

    private RunId prepared() {
        return Acting.as(PAYER, () -> {
            var run = runs.prepare(MONTH);
            runs.review(run);
            return run;
        });
    }

    private void release(RunId run) {
        Acting.as(RELEASER, () -> runs.release(run, get(run).totals().count()));
    }

    private RunId released() {
        var run = prepared();
        release(run);
        await().until(() -> get(run).status() == Run.Status.FILED);
        return run;
    }

    private void answered(RunId run) {
        await().until(() -> get(run).status() == Run.Status.FILED);
        Acting.as(PAYER, () -> returns.receive(run, "all.xml", returnFile(run, "ACSC", Map.of())));
    }

    private Run get(RunId run) {
        return Acting.as(RELEASER, () -> runs.get(run));
    }

    private Money balance(Kind kind) {
        return As.system(() -> ledger.balance(FUND.account(kind)));
    }

    private List<Line> lines(RunId run) {
        return As.system(
                () -> transaction.execute(status -> lines.list(run, Show.ALL, 1).rows()));
    }

    private Line line(RunId run, String name) {
        return lines(run).stream()
                .filter(line -> line.payeeName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private EntitlementId entitlementOf(Line line) {
        return As.system(() -> transaction.execute(status -> new EntitlementId(
                db.sql("SELECT entitlement_id FROM payments.line WHERE id = ? UNION SELECT entitlement_id FROM"
                                + " ledger.payable WHERE payee_id = ?")
                        .params(line.id().value(), line.payee().value())
                        .query(java.util.UUID.class)
                        .single())));
    }

    private Map<String, LineStatus> statuses(RunId run) {
        return lines(run).stream()
                .collect(java.util.stream.Collectors.toMap(
                        Line::payeeName, line -> line.standing().status(), (a, b) -> b));
    }

    private Set<Caution> cautions(RunId run, String name) {
        return line(run, name).standing().cautions();
    }

    private Set<Caution> cautions(RunId run, String name, String yuan) {
        return lines(run).stream()
                .filter(line -> line.payeeName().equals(name) && line.amount().equals(Money.yuan(yuan)))
                .findFirst()
                .orElseThrow()
                .standing()
                .cautions();
    }

    private List<BankFiles.Written> files(RunId run) {
        return Acting.as(PAYER, () -> files.written(run));
    }

    private String file(RunId run) {
        var out = new ByteArrayOutputStream();
        Acting.as(PAYER, () -> files.copyTo(out, run, BankFiles.Format.PAIN_001));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String endToEnd(Line line) {
        return line.id().toString().replace("-", "");
    }

    private static byte[] returnFile(RunId run, String group, Map<String, String> statuses) {
        var rows = new StringBuilder();
        statuses.forEach((line, status) -> rows.append("""
            <TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts>
            <StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts>
            """.formatted(line, status)));
        return """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.11"><CstmrPmtStsRpt>
            <GrpHdr><MsgId>B1</MsgId><CreDtTm>2026-08-04T10:00:00</CreDtTm></GrpHdr>
            <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.10</OrgnlMsgNmId>
            <GrpSts>%s</GrpSts></OrgnlGrpInfAndSts>
            <OrgnlPmtInfAndSts><OrgnlPmtInfId>P</OrgnlPmtInfId>%s</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
            """.formatted(run.toString().replace("-", ""), group, rows).getBytes(StandardCharsets.UTF_8);
    }
}
