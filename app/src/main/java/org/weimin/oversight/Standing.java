package org.weimin.oversight;

import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Money;

/**
 * 家庭位置: where a household of small means stands a month before aid and after it, by the rules of all matters.
 *
 * @param brink how much less it would have in all with a little more earned; nothing where it would not
 * @param brinkMatter of which matter most would be lost; empty where nothing would
 */
public record Standing(
        HouseholdId household,
        DivisionCode area,
        int persons,
        Money line,
        Money income,
        Money given,
        Money received,
        Money brink,
        String brinkMatter) {
    public Money incomePerPerson() {
        return new Money(income.fen() / persons);
    }

    /** Money and services at their worth, beside what comes in anyway. */
    public Money afterPerPerson() {
        return new Money((income.fen() + given.fen()) / persons);
    }

    public boolean isOnTheBrink() {
        return brink.isPositive();
    }
}
