package org.weimin.demo.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.weimin.access.EmployStaff;
import org.weimin.access.Role;
import org.weimin.access.Seat;
import org.weimin.access.Staffing;
import org.weimin.divisions.Division;
import org.weimin.divisions.Divisions;
import org.weimin.divisions.OrgUnit;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.OrgUnitId;
import org.weimin.kernel.PersonId;

/** 工作人员: the officials of the demo county, from the community worker to the releaser of payments. */
@Component
class DemoStaff {
    private final Staffing staffing;
    private final Divisions divisions;
    private final DemoOffices offices;

    DemoStaff(Staffing staffing, Divisions divisions, DemoOffices offices) {
        this.staffing = staffing;
        this.divisions = divisions;
        this.offices = offices;
    }

    /** The clerk of the main journey's street has a father in that community, and so must stand back there. */
    void employ(DivisionCode county, PersonId clerkWithRelatives, County drawn, LocalDate from) {
        List<OrgUnit> units = divisions.orgUnits(county);
        OrgUnitId bureau = units.getFirst().id();
        appoint("顾国平", "guguoping", "社会救助科科员", Role.COUNTY_OFFICER, bureau, county, from);
        appoint("费晓云", "feixiaoyun", "社会事务科科员", Role.COUNTY_OFFICER, bureau, county, from);
        appoint("钱敏", "qianmin", "分管副局长", Role.COUNTY_LEADER, bureau, county, from);
        appoint("陆佳", "lujia", "财务科发放岗", Role.PAYER, bureau, county, from);
        appoint("唐永昌", "tangyongchang", "财务科复核岗", Role.RELEASER, bureau, county, from);
        appoint("严正", "yanzheng", "审计员", Role.AUDITOR, bureau, county, from);
        appoint("夏天", "xiatian", "系统管理员", Role.SYSTEM_ADMIN, bureau, county, from);
        appoint("范围", "fanwei", "安全管理员", Role.SECURITY_ADMIN, bureau, county, from);
        // The street of the main journey first: the sign-in page offers the earliest posts of each role.
        units.stream()
                .filter(unit -> unit.kind() == OrgUnit.Kind.STREET_OFFICE)
                .sorted(Comparator.comparing(office -> !isOfMainJourney(office)))
                .forEach(office -> staffOffice(office, clerkWithRelatives, drawn, from));
        offices.furnish(county);
    }

    private void staffOffice(OrgUnit office, PersonId clerkWithRelatives, County drawn, LocalDate from) {
        String town = divisions.get(office.area()).name();
        boolean main = isOfMainJourney(office);
        if (main) {
            var kin = new EmployStaff("沈丽华", "shenlihua", Optional.of(clerkWithRelatives));
            appoint(kin, town + "救助经办人", Role.STREET_CLERK, office.id(), office.area(), from);
            appoint("俞晓峰", "yuxiaofeng", town + "救助经办人（二）", Role.STREET_CLERK, office.id(), office.area(), from);
            appoint("庄静", "zhuangjing", town + "分管副主任", Role.STREET_LEADER, office.id(), office.area(), from);
        } else {
            appoint(drawn, office, town + "救助经办人", Role.STREET_CLERK, from);
            appoint(drawn, office, town + "分管领导", Role.STREET_LEADER, from);
        }
        Division community = main
                ? divisions.get(MainJourney.COMMUNITY)
                : divisions.children(office.area(), from).getFirst();
        String worker = main ? "金凤英" : drawn.names().name(drawn.names().surname(), false, LocalDate.of(1990, 1, 1));
        appoint(
                EmployStaff.of(worker, "c" + community.code()),
                community.name() + "民政干事",
                Role.COMMUNITY_WORKER,
                office.id(),
                community.code(),
                from);
    }

    private static boolean isOfMainJourney(OrgUnit office) {
        return MainJourney.COMMUNITY.town().equals(office.area());
    }

    private void appoint(County drawn, OrgUnit office, String title, Role role, LocalDate from) {
        boolean male = drawn.chance().perMille(450);
        String name = drawn.names().name(drawn.names().surname(), male, LocalDate.of(1982, 1, 1));
        String signInName = (role == Role.STREET_CLERK ? "s" : "l") + office.area();
        appoint(EmployStaff.of(name, signInName), title, role, office.id(), office.area(), from);
    }

    private void appoint(
            String name,
            String signInName,
            String title,
            Role role,
            OrgUnitId unit,
            DivisionCode area,
            LocalDate from) {
        appoint(EmployStaff.of(name, signInName), title, role, unit, area, from);
    }

    private void appoint(
            EmployStaff official, String title, Role role, OrgUnitId unit, DivisionCode area, LocalDate from) {
        staffing.appoint(staffing.employ(official), staffing.openPost(title, role, Optional.of(unit), area), from);
    }

    /** The official of a seat, as whom the demo may act; front desks ask for no permission, doors do. */
    static Actor.Staff actor(Seat seat) {
        var holder = seat.holder().orElseThrow();
        var post = seat.post();
        return new Actor.Staff(
                holder.id(), holder.name(), post.id(), post.role().name(), Set.of(), post.scope());
    }
}
