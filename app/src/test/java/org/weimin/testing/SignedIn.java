package org.weimin.testing;

import java.time.LocalDate;
import java.util.Optional;
import org.weimin.access.EmployStaff;
import org.weimin.access.Role;
import org.weimin.access.Staffing;
import org.weimin.access.internal.SignIn;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;

/** Browsers of officials who are signed in, for tests over HTTP. */
public final class SignedIn {
    private final Staffing staffing;
    private final SignIn signIn;

    SignedIn(Staffing staffing, SignIn signIn) {
        this.staffing = staffing;
        this.signIn = signIn;
    }

    /** The cookie line of a new official in a new post of that role and area. */
    public String as(Role role, String area) {
        String name = "t" + Ids.secret().substring(0, 12);
        return As.system(() -> {
            var staff = staffing.employ(EmployStaff.of(name, name));
            var post = staffing.openPost(name, role, Optional.empty(), new DivisionCode(area));
            staffing.appoint(staff, post, LocalDate.of(2020, 1, 1));
            return "weimin-session=" + signIn.inDemo(staff, post);
        });
    }
}
