package org.weimin.access.internal;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.weimin.access.EmployStaff;
import org.weimin.access.Role;
import org.weimin.access.StaffMember;
import org.weimin.access.Staffing;
import org.weimin.home.Home;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.StaffId;

/**
 * A real office starts without any account, and none is shipped. The first start prints two one-time codes: one for
 * the system administrator, one for the security administrator, because neither may do the other's work. While
 * nobody has used one, every start prints new ones: the first may have been lost in a log.
 */
@Component
class FirstAdministrators {
    private final Home home;
    private final Staffing staffing;
    private final SignInDesk desk;
    private final BusinessClock clock;

    FirstAdministrators(Home home, Staffing staffing, SignInDesk desk, BusinessClock clock) {
        this.home = home;
        this.staffing = staffing;
        this.desk = desk;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (home.kind() == Home.Kind.SERVE) {
            Acting.as(
                    new Actor.SystemJob("first-administrators", "an installation without accounts"), this::inviteBoth);
        }
    }

    void inviteBoth() {
        if (staffing.hasNobody()) {
            employ("系统管理员", "sysadmin", Role.SYSTEM_ADMIN);
            employ("安全管理员", "secadmin", Role.SECURITY_ADMIN);
        }
        if (desk.nobodyHasAPassword()) {
            staffing.listAll().forEach(this::invite);
        }
    }

    private void employ(String title, String signInName, Role role) {
        StaffId id = staffing.employ(EmployStaff.of(title, signInName));
        var post = staffing.openPost(title, role, java.util.Optional.empty(), DivisionCode.COUNTRY);
        staffing.appoint(id, post, clock.today());
    }

    private void invite(StaffMember member) {
        System.out.printf(
                "%s: /sign-in/invited?code=%s (72 h, 一次有效 · once)%n", member.name(), staffing.invite(member.id()));
    }
}
