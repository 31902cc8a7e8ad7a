package org.weimin.people;

import org.weimin.kernel.HouseholdId;

/**
 * 家庭页操作: what another room offers to do for a household; a bean of that room.
 *
 * @param href with {@code {household}} in the place of the id
 */
public record HouseholdAction(String key, String href, int order, String permission) {
    public String hrefFor(HouseholdId household) {
        return href.replace("{household}", household.toString());
    }
}
