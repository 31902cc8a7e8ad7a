package org.weimin.testing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.weimin.access.EmployStaff;
import org.weimin.access.Residents;
import org.weimin.access.Role;
import org.weimin.access.Staffing;
import org.weimin.access.internal.SignIn;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.Ids;
import org.weimin.people.FoundHousehold;
import org.weimin.people.People;
import org.weimin.people.RegisterPerson;

/** Browsers of officials who are signed in, for tests over HTTP. */
public final class SignedIn {
    private final Staffing staffing;
    private static final AtomicInteger SEQUENCE = new AtomicInteger(100);
    private final SignIn signIn;
    private final Residents residents;
    private final People people;

    SignedIn(Staffing staffing, SignIn signIn, Residents residents, People people) {
        this.staffing = staffing;
        this.signIn = signIn;
        this.residents = residents;
        this.people = people;
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

    /** The cookie line of a new resident who lives alone in that community. */
    public String asResident(String community) {
        String seventeen = "99011719610504" + SEQUENCE.incrementAndGet();
        var identity = new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
        var place = new DivisionCode(community);
        return As.system(() -> {
            var person = people.register(new RegisterPerson(identity, "顾阿婆", place, "文诚路5号", ""));
            people.found(new FoundHousehold(person, place, "文诚路5号", LocalDate.of(2020, 1, 1)));
            return "weimin-session=" + residents.inDemo(person, identity);
        });
    }
}
