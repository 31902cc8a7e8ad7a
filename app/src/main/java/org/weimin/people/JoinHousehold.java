package org.weimin.people;

import java.time.LocalDate;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.PersonId;

/**
 * 入户: a person lives in the household from a day on; membership elsewhere ends that day.
 *
 * @param relation relation to the head, GB/T 4761
 * @param excludedReason why the rules do not count the person; empty when they do
 */
public record JoinHousehold(
        HouseholdId household, PersonId person, String relation, LocalDate on, String excludedReason) {}
