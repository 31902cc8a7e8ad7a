package org.weimin.people;

import java.util.function.Function;
import org.weimin.kernel.HouseholdId;

/**
 * 家庭页栏目: what another room shows on the household page; a bean of that room.
 *
 * @param titleKey text key of the heading
 * @param template jte template that takes the view
 * @param permission who may see it
 */
public record HouseholdPanel(
        String titleKey, String template, int order, String permission, Function<HouseholdId, Object> view) {}
