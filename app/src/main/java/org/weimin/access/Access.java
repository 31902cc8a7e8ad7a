package org.weimin.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Forbidden;
import org.weimin.kernel.NotFound;

/** 准入: may the present actor do this, here. Denied until a rule allows it. */
@Service
public class Access {
    public void require(String permission) {
        if (!Acting.current().may(permission)) {
            throw new Forbidden(permission);
        }
    }

    /** What lies outside the actor's area does not exist for the actor: the same answer as for what is absent. */
    public void requireArea(DivisionCode area) {
        var range = Acting.current().areaRange();
        if (area.value().compareTo(range.from()) < 0 || area.value().compareTo(range.until()) >= 0) {
            throw new NotFound(area);
        }
    }

    /** Runs the work as a job of the system, with the cause that started it. */
    public <T extends @Nullable Object> T asSystem(String job, String cause, Supplier<T> work) {
        return Acting.as(new Actor.SystemJob(job, cause), work);
    }
}
