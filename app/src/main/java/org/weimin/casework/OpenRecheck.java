package org.weimin.casework;

import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;

/** 启动复核: aid that is being received is looked at again: goes on, is raised at once, or ends only after a hearing. */
public record OpenRecheck(Subject subject, MatterId matter, PersonId payee, Money monthly, String ground) {
    public OpenRecheck {
        ground = ground.strip();
        if (ground.isEmpty()) {
            throw new Refused("casework.stop.no-ground");
        }
    }
}
