package org.weimin.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;
import org.weimin.ledger.Account.Kind;
import org.weimin.ledger.Journal.Entry;
import org.weimin.ledger.internal.AppropriationStore;

/** 预算: what was voted for each fund. One person enters it from the document, another confirms it; then it counts. */
@Service
@Transactional
public class Budgets {
    private final AppropriationStore appropriations;
    private final Ledger ledger;
    private final BusinessClock clock;

    Budgets(AppropriationStore appropriations, Ledger ledger, BusinessClock clock) {
        this.appropriations = appropriations;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The id comes from the form, so that a form sent twice is one vote. */
    public void enter(UUID id, Fund fund, Level level, Money amount, String document, LocalDate votedOn) {
        if (!amount.isPositive()) {
            throw new Refused("ledger.budget.amount");
        }
        if (document.isBlank()) {
            throw new Refused("ledger.budget.document");
        }
        appropriations.add(
                id,
                fund,
                level,
                amount,
                document.strip(),
                votedOn,
                Acting.staff().id());
    }

    public void confirm(UUID id) {
        var vote = appropriations.get(id);
        var staff = Acting.staff().id();
        if (vote.enteredBy().equals(staff)) {
            throw new Refused("ledger.budget.same-person");
        }
        if (appropriations.confirm(id, staff)) {
            ledger.post(vote(vote.id(), vote.fund(), vote.level(), vote.amount(), clock.today()));
        }
    }

    @Transactional(readOnly = true)
    public List<Appropriation> list() {
        return appropriations.list();
    }

    @Transactional(readOnly = true)
    public List<FundStand> stands() {
        return appropriations.stands();
    }

    private static Journal vote(UUID id, Fund fund, Level level, Money amount, LocalDate on) {
        return new Journal(
                "vote:" + id,
                on,
                "ledger.memo.vote",
                List.of(
                        Entry.debit(fund.account(Kind.AVAILABLE), amount),
                        Entry.credit(new Account(fund, Kind.APPROPRIATION, level), amount)));
    }
}
