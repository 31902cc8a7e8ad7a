package org.weimin.people;

import java.util.List;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Period;
import org.weimin.kernel.PersonId;

/** 家庭: the people who live together on one day, the head first. */
public record Household(HouseholdId id, PersonId head, DivisionCode area, String address, List<Member> members) {
    public Household {
        members = List.copyOf(members);
    }

    /**
     * 家庭成员: one person in it, and whether the rules count this person.
     *
     * @param relation relation to the head, GB/T 4761 (02 head, 10 spouse, 20 son, 30 daughter, 50 parent, …)
     * @param excludedReason why the person is not counted; empty when counted
     */
    public record Member(Person person, String relation, Period since, boolean counted, String excludedReason) {}

    public java.util.Optional<Member> member(PersonId person) {
        return members.stream()
                .filter(member -> member.person().id().equals(person))
                .findFirst();
    }
}
