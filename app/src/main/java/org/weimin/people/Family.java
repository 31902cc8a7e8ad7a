package org.weimin.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.weimin.kernel.BankCard;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.PersonId;

/** 一户: a household with its people, as it comes in a roster. The first relative is the head. */
public record Family(
        HouseholdId id,
        DivisionCode place,
        String address,
        LocalDate since,
        List<Relative> relatives,
        List<Kinship> kinships) {
    public Family {
        relatives = List.copyOf(relatives);
        kinships = List.copyOf(kinships);
    }

    /**
     * 成员: one person of a roster.
     *
     * @param relation relation to the head, GB/T 4761
     * @param phone empty when there is none
     */
    public record Relative(
            PersonId id,
            IdentityNumber identity,
            String name,
            String relation,
            String phone,
            Optional<Account> account,
            Optional<LocalDate> diedOn) {}

    /** 账户: a bank and the number of a card there. */
    public record Account(String bank, BankCard number) {}
}
