package org.weimin.ledger;

import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.PayableId;
import org.weimin.kernel.PersonId;

/**
 * 应付款: what is owed to one payee for one month. Entitlement, payee, month, kind and number name it: there is one such
 * debt, whatever becomes of its payment.
 */
public record Payable(
        PayableId id,
        MatterId matter,
        EntitlementId entitlement,
        PersonId payee,
        YearMonth month,
        Kind kind,
        int number,
        Money amount,
        DivisionCode area) {
    /** 种类: the month's own amount; 补发, a difference for a month that has passed; or what is given once. */
    public enum Kind {
        REGULAR,
        BACK_PAY,
        ONE_OFF
    }

    /** 应付状态: from owed to paid. A returned payment is owed still. */
    public enum Status {
        OPEN,
        COMMITTED,
        RETURNED,
        SETTLED,
        WITHDRAWN;

        static final Map<Status, Set<Status>> MAY_BECOME = Map.of(
                OPEN, Set.of(COMMITTED, WITHDRAWN),
                COMMITTED, Set.of(SETTLED, RETURNED),
                RETURNED, Set.of(COMMITTED, WITHDRAWN),
                SETTLED, Set.of(),
                WITHDRAWN, Set.of(OPEN));
    }

    /** The states from which a debt may come to {@code to}. */
    public static Set<Status> before(Status to) {
        return Status.MAY_BECOME.entrySet().stream()
                .filter(step -> step.getValue().contains(to))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    public Payable {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("Nothing is owed: " + amount);
        }
    }
}
