package org.weimin.intake.web;

import java.util.UUID;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;

/** 填表处: an official's window, or a resident's own phone: the same form, asked of whoever fills it in. */
final class Place {
    private Place() {}

    static boolean isOwnPhone() {
        return Acting.current() instanceof Actor.Resident;
    }

    /** The address of a draft's list of parts. */
    static String of(UUID draft) {
        return (isOwnPhone() ? "/my/apply/" : "/intake/") + draft;
    }
}
