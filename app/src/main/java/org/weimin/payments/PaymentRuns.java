package org.weimin.payments;

import java.time.YearMonth;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.LineId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.RunId;
import org.weimin.ledger.Ledger;
import org.weimin.payments.Run.Release;
import org.weimin.payments.internal.DraftStore;
import org.weimin.payments.internal.LineStore;
import org.weimin.payments.internal.RunStore;
import org.weimin.shell.PageOf;

/** 发放批次: the front desk of this room: prepares, reviews and releases what the bank is then told to pay. */
@Service
@Transactional
public class PaymentRuns {
    private final RunStore runs;
    private final LineStore lines;
    private final DraftStore drafts;
    private final Ledger ledger;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    PaymentRuns(
            RunStore runs,
            LineStore lines,
            DraftStore drafts,
            Ledger ledger,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.runs = runs;
        this.lines = lines;
        this.drafts = drafts;
        this.ledger = ledger;
        this.clock = clock;
        this.events = events;
    }

    /** Every open debt through the month becomes a line or a blocked line. A draft of the month is computed anew. */
    public RunId prepare(YearMonth month) {
        if (month.isAfter(YearMonth.from(clock.today()))) {
            throw new Refused("payments.prepare.future", month.toString());
        }
        var staff = Acting.staff();
        var draft = runs.draft();
        draft.filter(other -> !other.month().equals(month)).ifPresent(other -> {
            throw new Refused("payments.prepare.other-draft", other.month().toString());
        });
        draft.ifPresent(old -> {
            drafts.clear(old.id());
            runs.reopen(old, staff.id(), clock.now());
        });
        var run = draft.map(Run::id).orElseGet(() -> runs.open(month, staff.area(), staff.id(), clock.now()));
        drafts.plan(run, month, clock.today());
        runs.total(run);
        return run;
    }

    public void review(RunId id) {
        runs.save(runs.get(id).review(Acting.staff().id()));
    }

    public void discard(RunId id) {
        var run = runs.get(id).becomes(Run.Status.DISCARDED);
        drafts.clear(id);
        runs.save(run);
    }

    /** A blocked line that is no error is paid after all; a person says why. */
    public void clear(LineId id, String reason) {
        var line = lines.get(id);
        if (reason.isBlank()) {
            throw new Refused("payments.clear.reason");
        }
        if (!runs.get(line.run()).status().isDraft()
                || !line.standing().mayBeCleared()
                || !lines.clear(id, Acting.staff().id(), reason.strip())) {
            throw new Refused("payments.clear.not-now", line.payeeName());
        }
        runs.total(line.run());
    }

    /** Takes the debts out of the budget, fixes the run, and has the bank file written after the commit. */
    public void release(RunId id, int typedCount) {
        var run = runs.lock(id).release(Acting.staff().id(), clock.now(), typedCount);
        if (drafts.countOutdated(run) > 0) {
            throw new Refused("payments.release.outdated");
        }
        lines.move(id, LineStatus.PLANNED, LineStatus.RELEASED);
        runs.saveRelease(run, releaseOf(run), clock.today(), drafts.debtor());
        ledger.commit(ledgerKey(id), clock.today(), lines.debts(id, LineStatus.RELEASED));
        events.publishEvent(new RunReleased(id));
    }

    /** A returned line is paid again by a new line in the next run, once the payee has another card. */
    public void reissue(LineId id) {
        var line = lines.get(id);
        if (!line.standing().mayBeReissued()) {
            throw new Refused("payments.reissue.not-now", line.payeeName());
        }
        if (!lines.hasOtherCard(id, clock.today())) {
            throw new Refused("payments.reissue.same-card", line.payeeName());
        }
        lines.askAgain(id, Acting.staff().id());
    }

    @Transactional(readOnly = true)
    public Run get(RunId id) {
        return runs.get(id);
    }

    @Transactional(readOnly = true)
    public List<Run> list() {
        return runs.list();
    }

    @Transactional(readOnly = true)
    public PageOf<Line> lines(RunId id, Show show, int page) {
        return lines.list(runs.get(id).id(), show, page);
    }

    @Transactional(readOnly = true)
    public List<Line> all(RunId id) {
        return lines.all(id);
    }

    @Transactional(readOnly = true)
    public Line line(LineId id) {
        return lines.get(id);
    }

    @Transactional(readOnly = true)
    public long count(RunId id, Show show) {
        return lines.count(id, show);
    }

    /** The journal of a run's commitment is found by this key. */
    public static String ledgerKey(RunId id) {
        return "run:" + id;
    }

    private static Release releaseOf(Run run) {
        return run.release().orElseThrow();
    }
}
