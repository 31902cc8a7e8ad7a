package org.weimin.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Subject;

/**
 * 当事人: whoever a matter is about, as the registers know them on one day.
 *
 * @param identity the masked identity number, or the credit code of an organisation
 * @param people everybody behind the subject: the members of the household, or the representative
 */
public record Party(
        Subject subject,
        String name,
        String identity,
        String address,
        DivisionCode area,
        Optional<Household> household,
        List<Person> people) {
    public static final int OF_AGE = 18;

    public Party {
        people = List.copyOf(people);
    }

    /** Those behind the subject who are alive and of age. */
    public List<Person> adults(LocalDate day) {
        return people.stream()
                .filter(person -> person.isAliveOn(day) && person.ageOn(day) >= OF_AGE)
                .toList();
    }

    /** The members who count and are of age: they all have to agree before means are checked. */
    public List<Person> countedAdults(LocalDate day) {
        return household
                .map(home -> home.members().stream()
                        .filter(Household.Member::counted)
                        .map(Household.Member::person)
                        .filter(person -> person.isAliveOn(day) && person.ageOn(day) >= OF_AGE)
                        .toList())
                .orElse(List.of());
    }

    /** The members who count, of a household; one of a person alone; none of an organisation. */
    public long counted() {
        return household
                .map(home -> home.members().stream()
                        .filter(Household.Member::counted)
                        .count())
                .orElse(subject instanceof Subject.OfPerson ? 1L : 0L);
    }

    /** The page that shows the party. */
    public String href() {
        return household.map(home -> "/households/" + home.id()).orElseGet(() -> switch (subject) {
            case Subject.OfHousehold(var id) -> "/households/" + id;
            case Subject.OfPerson(var id) -> "/people/" + id;
            case Subject.OfOrganisation(var id) -> "/people/organisations/" + id;
        });
    }
}
