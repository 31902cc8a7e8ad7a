package org.weimin.payments;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.audit.Audit;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Ids;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;
import org.weimin.kernel.RunId;
import org.weimin.ledger.Account.Kind;
import org.weimin.ledger.Fund;
import org.weimin.ledger.Journal;
import org.weimin.ledger.Journal.Entry;
import org.weimin.ledger.Ledger;
import org.weimin.payments.internal.BankReturn;
import org.weimin.payments.internal.LineStore;
import org.weimin.payments.internal.Pain002Reader;
import org.weimin.payments.internal.ReturnStore;
import org.weimin.payments.internal.RunStore;
import org.weimin.payments.internal.SheetReturnReader;

/** 回盘与对账: reads what the bank answered, books it, and closes a run when everything adds up. */
@Service
@Transactional
public class BankReturns {
    private static final MatterId NOBODYS = new MatterId("suspense");
    private final RunStore runs;
    private final LineStore lines;
    private final ReturnStore returns;
    private final Ledger ledger;
    private final BusinessClock clock;
    private final Audit audit;

    BankReturns(RunStore runs, LineStore lines, ReturnStore returns, Ledger ledger, BusinessClock clock, Audit audit) {
        this.runs = runs;
        this.lines = lines;
        this.returns = returns;
        this.ledger = ledger;
        this.clock = clock;
        this.audit = audit;
    }

    /** Reads the bank's answer to a run. All of the file is believed in one transaction, or none of it. */
    public void receive(RunId id, String fileName, byte[] content) {
        var run = runs.lock(id);
        if (run.status() != Run.Status.FILED && run.status() != Run.Status.ANSWERED) {
            throw new Refused("payments.return.not-now", run.status().name());
        }
        boolean workbook = isWorkbook(content);
        BankReturn said = workbook
                ? SheetReturnReader.read(content, fileName)
                : Pain002Reader.read(new ByteArrayInputStream(content));
        if (!said.isFor(id)) {
            throw new Refused("payments.return.other-run", said.messageId());
        }
        var staff = Acting.staff().id();
        UUID answer = Ids.next();
        returns.open(answer, run, fileName, workbook ? "XLSX" : "PAIN_002", sha256(content), staff, clock.today());
        returns.match(answer, run, staff, said.answers());
        said.ofTheRest().ifPresent(outcome -> returns.matchRest(answer, run, outcome));
        book(answer);
        audit.changed(
                "bank-return.read",
                id.value(),
                run.area().value(),
                Map.of("return", answer.toString(), "rows", said.answers().size()));
        if (run.status() == Run.Status.FILED && lines.count(id, Show.WAITING) == 0) {
            runs.save(run.becomes(Run.Status.ANSWERED));
        }
    }

    /** What nobody here knows is cleared by a person, who says how. */
    public void resolve(UUID row, String resolution) {
        if (resolution.isBlank()) {
            throw new Refused("payments.suspense.reason");
        }
        Money booked = returns.resolve(row, Acting.staff().id(), resolution.strip());
        if (booked.isPositive()) {
            var fund = nobodys();
            ledger.post(new Journal(
                    "suspense-resolved:" + row,
                    clock.today(),
                    "ledger.memo.resolved",
                    List.of(
                            Entry.debit(fund.account(Kind.PAID), booked),
                            Entry.credit(fund.account(Kind.SUSPENSE), booked))));
        }
    }

    /** The books balance: everything is answered, nothing is in suspense, and the totals are those of the release. */
    public void reconcile(RunId id) {
        var run = runs.lock(id);
        if (!reconciliation(id).isBalanced()) {
            throw new Refused("payments.reconcile.open");
        }
        runs.save(run.becomes(Run.Status.RECONCILED));
    }

    @Transactional(readOnly = true)
    public Reconciliation reconciliation(RunId id) {
        var run = runs.get(id);
        var committed = ledger.find(PaymentRuns.ledgerKey(id)).map(Journal::entries).orElse(List.of()).stream()
                .filter(entry -> entry.account().kind() == Kind.IN_TRANSIT)
                .map(Entry::amount);
        return new Reconciliation(
                run.totals().amount(),
                Money.sum(committed),
                lines.sum(id, EnumSet.of(LineStatus.SETTLED)),
                lines.sum(id, EnumSet.of(LineStatus.RETURNED)),
                lines.sum(id, EnumSet.of(LineStatus.RELEASED, LineStatus.SENT, LineStatus.UNKNOWN)),
                returns.inSuspense(run).size());
    }

    @Transactional(readOnly = true)
    public List<SuspenseRow> inSuspense(RunId id) {
        return returns.inSuspense(runs.get(id));
    }

    private void book(UUID answer) {
        var paid = returns.apply(answer, LineStatus.SETTLED);
        ledger.settle("return:" + answer + ":paid", clock.today(), paid);
        var refused = returns.apply(answer, LineStatus.RETURNED);
        ledger.giveBack("return:" + answer + ":returned", clock.today(), refused);
        Money unknown = returns.paidButUnknown(answer);
        if (unknown.isPositive()) {
            var fund = nobodys();
            ledger.post(new Journal(
                    "return:" + answer + ":suspense",
                    clock.today(),
                    "ledger.memo.suspense",
                    List.of(
                            Entry.debit(fund.account(Kind.SUSPENSE), unknown),
                            Entry.credit(fund.account(Kind.PAID), unknown))));
        }
    }

    /** Money that the bank moved for nobody we know belongs to no matter's fund. */
    private Fund nobodys() {
        return new Fund(NOBODYS, clock.today().getYear());
    }

    private static boolean isWorkbook(byte[] content) {
        return content.length > 2 && content[0] == 'P' && content[1] == 'K';
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This JVM has no SHA-256", missing);
        }
    }
}
