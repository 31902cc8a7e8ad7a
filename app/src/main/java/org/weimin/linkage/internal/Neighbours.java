package org.weimin.linkage.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Period;
import org.weimin.kernel.PersonId;
import org.weimin.people.Kinship;

/** 周边的人: whom an event may concern, where they lived and who is whose kin, read once from the registers. */
record Neighbours(Map<PersonId, Known> people, List<Lived> lived, List<Related> related) {
    static final Neighbours NOBODY = new Neighbours(Map.of(), List.of(), List.of());

    /** 登记的人: what the filters ask of somebody. */
    record Known(PersonId id, boolean isMale, LocalDate birth, Optional<LocalDate> diedOn, DivisionCode area) {}

    /** 住过: where somebody lived, and whether they counted there. */
    record Lived(HouseholdId home, PersonId person, boolean counted, Period during) {}

    /** 亲属: who was whose kin, and when. */
    record Related(Kinship kinship, Period during) {
        boolean concerns(PersonId person) {
            return kinship.person().equals(person) || kinship.relative().equals(person);
        }
    }

    Optional<Known> person(PersonId id) {
        return Optional.ofNullable(people.get(id));
    }

    Set<PersonId> ids() {
        return people.keySet();
    }

    Optional<HouseholdId> homeOf(PersonId person, LocalDate on) {
        return lived.stream()
                .filter(each -> each.person().equals(person) && each.during().contains(on))
                .map(Lived::home)
                .findFirst();
    }

    List<Lived> membersOf(HouseholdId home, LocalDate on) {
        return lived.stream()
                .filter(each -> each.home().equals(home) && each.during().contains(on))
                .toList();
    }

    List<Kinship> kinOf(PersonId person, LocalDate on) {
        return related.stream()
                .filter(each -> each.concerns(person) && each.during().contains(on))
                .map(Related::kinship)
                .toList();
    }
}
