package org.weimin.people;

import java.util.List;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.PersonId;

/**
 * 撤回登记: an import is being undone; heard in its transaction, so that a room which has already used one of these
 * people can refuse.
 */
public record PeopleWithdrawn(List<PersonId> people, List<HouseholdId> households) {}
