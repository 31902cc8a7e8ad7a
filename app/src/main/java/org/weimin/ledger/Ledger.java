package org.weimin.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.JournalId;
import org.weimin.kernel.Money;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PayableId;
import org.weimin.kernel.Period;
import org.weimin.kernel.Refused;
import org.weimin.ledger.Account.Kind;
import org.weimin.ledger.Journal.Entry;
import org.weimin.ledger.Payable.Status;
import org.weimin.ledger.internal.JournalStore;
import org.weimin.ledger.internal.PayableStore;
import org.weimin.ledger.internal.PayableStore.Moved;
import org.weimin.shell.PageOf;

/** 账务: the front desk of this room. Every use of it is one booking, and the same use twice is one booking still. */
@Service
@Transactional
public class Ledger {
    private final JournalStore journals;
    private final PayableStore payables;
    private final BusinessClock clock;

    Ledger(JournalStore journals, PayableStore payables, BusinessClock clock) {
        this.journals = journals;
        this.payables = payables;
        this.clock = clock;
    }

    /** Books one debt. */
    public void owe(Payable payable) {
        owe(List.of(payable), clock.today());
    }

    /**
     * Books debts in one set and tells how many are new. A debt that is there already with the same content is left
     * alone; with other content everything is refused.
     */
    public int owe(List<Payable> debts, LocalDate on) {
        if (debts.isEmpty()) {
            return 0;
        }
        var journal = JournalId.next();
        var added = payables.add(debts, on.getYear(), journal);
        if (payables.countSame(debts) != debts.size()) {
            throw new Refused("ledger.owe.other-content");
        }
        var entries = new ArrayList<Entry>();
        for (Moved moved : added) {
            entries.add(Entry.debit(moved.fund().account(Kind.EXPENSE), moved.amount()));
            entries.add(Entry.credit(moved.fund().account(Kind.PAYABLE), moved.amount()));
        }
        if (!entries.isEmpty()) {
            journals.add(journal, new Journal("owe:" + journal, on, "ledger.memo.owe", entries));
        }
        return added.stream().mapToInt(Moved::count).sum();
    }

    /**
     * Takes over what was paid before this system, by the year of its month, as voted, spent and paid. No runs stand
     * behind it; what was taken over once is left alone.
     */
    public void takeOver(List<Payable> paid, LocalDate on) {
        var byYear =
                paid.stream().collect(Collectors.groupingBy(debt -> debt.month().getYear()));
        byYear.forEach((year, debts) -> {
            var journal = JournalId.next();
            var entries = new ArrayList<Entry>();
            for (Moved moved : payables.addSettled(debts, year, journal)) {
                var fund = moved.fund();
                entries.add(Entry.debit(fund.account(Kind.SPENT), moved.amount()));
                entries.add(Entry.credit(new Account(fund, Kind.APPROPRIATION, Level.COUNTY), moved.amount()));
                entries.add(Entry.debit(fund.account(Kind.EXPENSE), moved.amount()));
                entries.add(Entry.credit(fund.account(Kind.PAID), moved.amount()));
            }
            if (!entries.isEmpty()) {
                journals.add(journal, new Journal("opening:" + journal, on, "ledger.memo.opening", entries));
            }
        });
    }

    /** Takes debts into a released run, against the budget of their funds; all of them or none. */
    public void commit(String key, LocalDate on, Collection<PayableId> debts) {
        if (journals.find(key).isPresent()) {
            return;
        }
        var entries = new ArrayList<Entry>();
        for (Moved moved : move(debts, Status.COMMITTED)) {
            entries.add(Entry.credit(moved.fund().account(Kind.IN_TRANSIT), moved.amount()));
            if (moved.from() == Status.RETURNED) {
                entries.add(Entry.debit(moved.fund().account(Kind.RETURNED), moved.amount()));
            } else {
                entries.add(Entry.debit(moved.fund().account(Kind.PAYABLE), moved.amount()));
                entries.add(Entry.debit(moved.fund().account(Kind.COMMITTED), moved.amount()));
                entries.add(Entry.credit(moved.fund().account(Kind.AVAILABLE), moved.amount()));
                requireBudget(moved);
            }
        }
        post(new Journal(key, on, "ledger.memo.commit", entries));
    }

    /** The bank's return says that these debts are paid. */
    public void settle(String key, LocalDate on, Collection<PayableId> debts) {
        if (debts.isEmpty() || journals.find(key).isPresent()) {
            return;
        }
        var entries = new ArrayList<Entry>();
        for (Moved moved : move(debts, Status.SETTLED)) {
            entries.add(Entry.debit(moved.fund().account(Kind.IN_TRANSIT), moved.amount()));
            entries.add(Entry.credit(moved.fund().account(Kind.PAID), moved.amount()));
            entries.add(Entry.debit(moved.fund().account(Kind.SPENT), moved.amount()));
            entries.add(Entry.credit(moved.fund().account(Kind.COMMITTED), moved.amount()));
        }
        post(new Journal(key, on, "ledger.memo.settle", entries));
    }

    /** The bank's return says that these debts could not be paid; they are owed still and keep their budget. */
    public void giveBack(String key, LocalDate on, Collection<PayableId> debts) {
        if (debts.isEmpty() || journals.find(key).isPresent()) {
            return;
        }
        var entries = new ArrayList<Entry>();
        for (Moved moved : move(debts, Status.RETURNED)) {
            entries.add(Entry.debit(moved.fund().account(Kind.IN_TRANSIT), moved.amount()));
            entries.add(Entry.credit(moved.fund().account(Kind.RETURNED), moved.amount()));
        }
        post(new Journal(key, on, "ledger.memo.return", entries));
    }

    /** Takes back the debts of an entitlement for months after {@code lastMonth} that no run has taken yet. */
    public int withdrawAfter(EntitlementId entitlement, YearMonth lastMonth, String reason) {
        var entries = new ArrayList<Entry>();
        var withdrawn = payables.withdrawAfter(entitlement, lastMonth, reason);
        for (Moved moved : withdrawn) {
            entries.add(Entry.debit(moved.fund().account(Kind.PAYABLE), moved.amount()));
            entries.add(Entry.credit(moved.fund().account(Kind.EXPENSE), moved.amount()));
        }
        if (!entries.isEmpty()) {
            var id = JournalId.next();
            journals.add(id, new Journal("withdraw:" + id, clock.today(), "ledger.memo.withdraw", entries));
        }
        return withdrawn.stream().mapToInt(Moved::count).sum();
    }

    /** The months before {@code until} that were withdrawn for this reason are owed again. */
    public void restoreBefore(EntitlementId entitlement, YearMonth until, String reason) {
        var entries = new ArrayList<Entry>();
        for (Moved moved : payables.restoreBefore(entitlement, until, reason)) {
            entries.add(Entry.debit(moved.fund().account(Kind.EXPENSE), moved.amount()));
            entries.add(Entry.credit(moved.fund().account(Kind.PAYABLE), moved.amount()));
        }
        if (!entries.isEmpty()) {
            var id = JournalId.next();
            journals.add(id, new Journal("restore:" + id, clock.today(), "ledger.memo.restore", entries));
        }
    }

    /** 暂缓: what is owed for these months is owed still, and not paid before the hold is released. */
    public void hold(EntitlementId entitlement, Period months, DivisionCode area) {
        payables.hold(entitlement, months, area, clock.today());
    }

    public void release(EntitlementId entitlement) {
        payables.release(entitlement, clock.today());
    }

    /** The months for which nothing is paid for now. */
    @Transactional(readOnly = true)
    public Optional<Period> held(EntitlementId entitlement) {
        return payables.held(entitlement);
    }

    /** What became of the months of an entitlement, the newest first. */
    @Transactional(readOnly = true)
    public List<Debt> standingUnder(EntitlementId entitlement) {
        return payables.standingUnder(entitlement);
    }

    /** What was owed under an entitlement, month by month, without what was withdrawn. */
    @Transactional(readOnly = true)
    public List<Payable> owedUnder(EntitlementId entitlement) {
        return payables.owedUnder(entitlement);
    }

    /** Books a journal; the same key with the same content is booked once, with other content it is refused. */
    public void post(Journal journal) {
        var there = journals.find(journal.key());
        if (there.isEmpty()) {
            journals.add(JournalId.next(), journal);
        } else if (!there.get().equals(journal)) {
            throw new Refused("ledger.post.key-used", journal.key());
        }
    }

    public void reverse(String key, LocalDate on) {
        var journal = journals.find(key).orElseThrow(() -> new NotFound(key));
        var reversal = journal.reversed(on);
        if (journals.find(reversal.key()).isEmpty()) {
            journals.addReversal(JournalId.next(), reversal, key);
        }
    }

    @Transactional(readOnly = true)
    public Optional<Journal> find(String key) {
        return journals.find(key);
    }

    @Transactional(readOnly = true)
    public Journal get(JournalId id) {
        return journals.get(id);
    }

    @Transactional(readOnly = true)
    public List<JournalRow> all() {
        return journals.all();
    }

    @Transactional(readOnly = true)
    public PageOf<JournalRow> list(int page) {
        return journals.list(page);
    }

    @Transactional(readOnly = true)
    public Money balance(Account account) {
        return journals.balance(account);
    }

    private List<Moved> move(Collection<PayableId> debts, Status to) {
        var moved = payables.move(debts, to);
        if (moved.stream().mapToInt(Moved::count).sum() != debts.size()) {
            throw new Refused("ledger.payable.changed");
        }
        return moved;
    }

    /** Asked first for a clear text; the account's own check in the database decides when two releases meet. */
    private void requireBudget(Moved moved) {
        var available = journals.balance(moved.fund().account(Kind.AVAILABLE));
        if (available.compareTo(moved.amount()) < 0) {
            throw new Refused(
                    "ledger.no-budget",
                    moved.fund().matter().value(),
                    String.valueOf(moved.fund().year()),
                    available.grouped(),
                    moved.amount().grouped());
        }
    }
}
