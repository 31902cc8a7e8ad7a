package org.weimin.kernel;

import java.util.UUID;

/** 对象: who or what a matter is about. */
public sealed interface Subject {
    record OfHousehold(HouseholdId household) implements Subject {}

    record OfPerson(PersonId person) implements Subject {}

    record OfOrganisation(OrganisationId organisation) implements Subject {}

    default String kind() {
        return switch (this) {
            case OfHousehold ignored -> "household";
            case OfPerson ignored -> "person";
            case OfOrganisation ignored -> "organisation";
        };
    }

    default UUID id() {
        return switch (this) {
            case OfHousehold(var household) -> household.value();
            case OfPerson(var person) -> person.value();
            case OfOrganisation(var organisation) -> organisation.value();
        };
    }

    static Subject of(String kind, UUID id) {
        return switch (kind) {
            case "household" -> new OfHousehold(new HouseholdId(id));
            case "person" -> new OfPerson(new PersonId(id));
            case "organisation" -> new OfOrganisation(new OrganisationId(id));
            default -> throw new IllegalArgumentException("Not a kind of subject: " + kind);
        };
    }
}
