package org.weimin.payments;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BankCard;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.PayableId;
import org.weimin.kernel.PersonId;
import org.weimin.ledger.Budgets;
import org.weimin.ledger.Fund;
import org.weimin.ledger.Ledger;
import org.weimin.ledger.Level;
import org.weimin.ledger.Payable;
import org.weimin.people.People;
import org.weimin.people.RegisterPerson;
import org.weimin.testing.As;
import org.weimin.testing.TestClock;

/** Residents with cards, debts to them, a budget, and the people who pay. */
final class PaySample {
    static final MatterId DIBAO = new MatterId("dibao");
    static final DivisionCode PLACE = new DivisionCode("310117003001");
    static final YearMonth MONTH = YearMonth.from(TestClock.FIRST_DAY);
    static final Actor.Staff PAYER = As.staff("PAYER", "310117");
    static final Actor.Staff RELEASER = As.staff("RELEASER", "310117");
    /** These debts have no award behind them. */
    static final Set<String> UNFOUNDED = Set.of("I12");

    private static int sequence;

    private final People people;
    private final Ledger ledger;
    private final Budgets budgets;

    PaySample(People people, Ledger ledger, Budgets budgets) {
        this.people = people;
        this.ledger = ledger;
        this.budgets = budgets;
    }

    void vote(String yuan) {
        var id = UUID.randomUUID();
        Acting.as(
                PAYER,
                () -> budgets.enter(
                        id, new Fund(DIBAO, 2026), Level.COUNTY, Money.yuan(yuan), "某财社〔2026〕1号", TestClock.FIRST_DAY));
        Acting.as(RELEASER, () -> budgets.confirm(id));
    }

    PersonId resident(String name) {
        String seventeen = "99011719600101" + String.format("%03d", ++sequence % 1000);
        var identity = new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
        return As.system(() -> people.register(new RegisterPerson(identity, name, PLACE, "文诚路86弄1号", "")));
    }

    PersonId residentWithCard(String name) {
        var person = resident(name);
        giveCard(person, card(++sequence));
        return person;
    }

    void giveCard(PersonId person, BankCard card) {
        As.system(() -> people.giveCard(person, "示例农商银行", card, LocalDate.of(2026, 1, 1)));
    }

    static BankCard card(int number) {
        String digits = "6222" + String.format("%014d", number);
        for (char check = '0'; check <= '9'; check++) {
            try {
                return new BankCard(digits + check);
            } catch (org.weimin.kernel.Refused wrongCheckDigit) {
                continue;
            }
        }
        throw new AssertionError("No check digit fits " + digits);
    }

    Payable owe(PersonId payee, String yuan) {
        return owe(payee, EntitlementId.next(), MONTH, yuan);
    }

    Payable owe(PersonId payee, EntitlementId entitlement, YearMonth month, String yuan) {
        var debt = new Payable(
                PayableId.next(), DIBAO, entitlement, payee, month, Payable.Kind.REGULAR, 0, Money.yuan(yuan), PLACE);
        As.system(() -> ledger.owe(debt));
        return debt;
    }
}
