package org.weimin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.ledger.Account.Kind;
import org.weimin.ledger.Journal.Entry;

class JournalTest {
    private static final Fund FUND = new Fund(new MatterId("dibao"), 2026);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @Test
    void an_unbalanced_booking_cannot_exist() {
        assertThatIllegalArgumentException().isThrownBy(() -> journal("100.00", "99.99"));
    }

    @Test
    void a_booking_without_entries_cannot_exist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Journal("k", DAY, "m", List.of()));
    }

    @Test
    void an_entry_of_nothing_cannot_exist() {
        assertThatIllegalArgumentException().isThrownBy(() -> Entry.debit(FUND.account(Kind.EXPENSE), Money.ZERO));
    }

    @Test
    void a_reversal_has_the_same_legs_on_the_other_side() {
        var reversal = journal("100.00", "100.00").reversed(DAY);
        assertThat(reversal.entries())
                .containsExactly(
                        Entry.credit(FUND.account(Kind.EXPENSE), Money.yuan("100.00")),
                        Entry.debit(FUND.account(Kind.PAYABLE), Money.yuan("100.00")));
    }

    @Test
    void every_status_of_a_debt_has_its_row() {
        assertThat(Payable.Status.MAY_BECOME).containsOnlyKeys(Payable.Status.values());
    }

    private static Journal journal(String debit, String credit) {
        return new Journal(
                "k",
                DAY,
                "m",
                List.of(
                        Entry.debit(FUND.account(Kind.EXPENSE), Money.yuan(debit)),
                        Entry.credit(FUND.account(Kind.PAYABLE), Money.yuan(credit))));
    }
}
