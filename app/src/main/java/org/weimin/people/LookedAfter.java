package org.weimin.people;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.PersonId;

/** 关爱对象: a resident whom the village looks after, because of a group tag or because of living alone in old age. */
public record LookedAfter(
        PersonId person,
        String name,
        LocalDate birth,
        String address,
        Optional<HouseholdId> household,
        List<String> tags,
        boolean livesAlone) {
    public LookedAfter {
        tags = List.copyOf(tags);
    }

    public int ageOn(LocalDate day) {
        return Period.between(birth, day).getYears();
    }
}
