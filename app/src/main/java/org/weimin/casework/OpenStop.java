package org.weimin.casework;

import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;

/**
 * 启动终止: aid that is being received shall be looked at again because something changed. {@code pack} is the matter
 * of stopping; {@code payee} is who receives, and {@code ground} is what became known and from where.
 */
public record OpenStop(HouseholdId household, MatterId pack, PersonId payee, String ground) {
    public OpenStop {
        if (ground.isBlank()) {
            throw new Refused("casework.stop.no-ground");
        }
    }
}
