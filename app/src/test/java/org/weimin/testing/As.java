package org.weimin.testing;

import java.util.Set;
import java.util.function.Supplier;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.PostId;
import org.weimin.kernel.StaffId;

/** Who acts in a test. */
public final class As {
    private As() {}

    public static void system(Runnable work) {
        Acting.as(system(), work);
    }

    public static <T> T system(Supplier<T> work) {
        return Acting.as(system(), work);
    }

    public static void resident(PersonId person, Runnable work) {
        Acting.as(new Actor.Resident(person, Set.of(person.value()), Set.of()), work);
    }

    /** A new staff member in a new post of that role, who may do exactly this. */
    public static Actor.Staff staff(String role, String division, String... permissions) {
        return new Actor.Staff(
                StaffId.next(), role, PostId.next(), role, Set.of(permissions), new DivisionCode(division));
    }

    private static Actor system() {
        return new Actor.SystemJob("test", "a test");
    }
}
