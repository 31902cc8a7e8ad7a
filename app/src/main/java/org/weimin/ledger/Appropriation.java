package org.weimin.ledger;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.weimin.kernel.Money;
import org.weimin.kernel.StaffId;

/** 预算指标: one sum voted for a fund by one treasury. Entered by one person, in force when another confirms it. */
public record Appropriation(
        UUID id,
        Fund fund,
        Level level,
        Money amount,
        String document,
        LocalDate votedOn,
        StaffId enteredBy,
        Optional<StaffId> confirmedBy) {
    public Appropriation {
        if (!amount.isPositive() || level == Level.POOLED) {
            throw new IllegalArgumentException("Not a vote: " + amount + " by " + level);
        }
    }
}
