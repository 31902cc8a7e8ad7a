package org.weimin.access.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.access.EmployStaff;
import org.weimin.access.Post;
import org.weimin.access.Seat;
import org.weimin.access.StaffMember;
import org.weimin.access.Staffing;
import org.weimin.access.internal.SignIn;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.PostId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;
import org.weimin.shell.Download;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.PageOf;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** Accounts: the system administrator opens and closes them, the security administrator gives them posts. */
@Controller
class StaffPage {
    private final Staffing staffing;
    private final SignIn signIn;
    private final BusinessClock clock;

    StaffPage(Staffing staffing, SignIn signIn, BusinessClock clock) {
        this.staffing = staffing;
        this.signIn = signIn;
        this.clock = clock;
    }

    @GetMapping("/staff")
    @Requires("access.view")
    View list(@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "") String format) {
        if (format.equals("xlsx")) {
            return Download.workbook(
                    Texts.t("access.menu.staff") + "_" + clock.today() + ".xlsx",
                    out -> Workbooks.write(out, Texts.t("access.menu.staff"), columns(), staffing.listAll()));
        }
        return Page.of("access/staff", new StaffView(rows(page), may("access.employ"), "", "", ""));
    }

    @PostMapping("/staff")
    @Requires("access.employ")
    Page employ(@RequestParam String name, @RequestParam String signInName) {
        try {
            return Page.redirect(path(staffing.employ(EmployStaff.of(name, signInName))), "access.employ.done");
        } catch (Refused refused) {
            return Page.invalid("access/staff", new StaffView(rows(1), true, name, signInName, Texts.t(refused)));
        }
    }

    @GetMapping("/staff/{id}")
    @Requires("access.view")
    Page show(@PathVariable String id) {
        return Page.of("access/staffMember", view(staffing.get(StaffId.of(id)), ""));
    }

    @PostMapping("/staff/{id}/invite")
    @Requires("access.employ")
    Page invite(@PathVariable String id) {
        var member = staffing.get(StaffId.of(id));
        return Page.of("access/staffMember", view(member, staffing.invite(member.id())));
    }

    @PostMapping("/staff/{id}/disable")
    @Requires("access.employ")
    Page disable(@PathVariable String id) {
        staffing.disable(StaffId.of(id));
        return Page.redirect("/staff/" + id, "access.staff.disabled");
    }

    @PostMapping("/staff/{id}/enable")
    @Requires("access.employ")
    Page enable(@PathVariable String id) {
        staffing.enable(StaffId.of(id));
        return Page.redirect("/staff/" + id, "access.staff.enabled");
    }

    @PostMapping("/staff/{id}/appoint")
    @Requires("access.appoint")
    Page appoint(@PathVariable String id, @RequestParam String post) {
        staffing.appoint(StaffId.of(id), PostId.of(post), clock.today());
        return Page.redirect("/staff/" + id, "access.appoint.done");
    }

    @PostMapping("/staff/{id}/relieve")
    @Requires("access.appoint")
    Page relieve(@PathVariable String id, @RequestParam String post) {
        staffing.relieve(StaffId.of(id), PostId.of(post), clock.today());
        return Page.redirect("/staff/" + id, "access.relieve.done");
    }

    @PostMapping("/staff/{id}/second-factor")
    @Requires("access.appoint")
    Page forgetSecondFactor(@PathVariable String id) {
        var member = staffing.get(StaffId.of(id));
        signIn.forgetSecondFactor(member.id());
        return Page.redirect(path(member.id()), "access.second-factor.forgotten");
    }

    private static List<Column<StaffMember>> columns() {
        return List.of(
                new Column<>(Texts.t("access.staff.name"), 16, StaffMember::name),
                new Column<>(Texts.t("access.staff.status"), 10, member -> Texts.t("access.staff." + member.status())));
    }

    private PageOf<StaffView.Row> rows(int page) {
        var found = staffing.list(page);
        return new PageOf<>(
                found.rows().stream().map(StaffPage::row).toList(), found.number(), found.size(), found.total());
    }

    private static StaffView.Row row(StaffMember member) {
        boolean active = member.status() == StaffMember.Status.ACTIVE;
        return new StaffView.Row(path(member.id()), member.name(), Texts.t("access.staff." + member.status()), active);
    }

    private StaffMemberView view(StaffMember member, String invitation) {
        boolean mayAppoint = may("access.appoint");
        return new StaffMemberView(
                row(member),
                staffing.postsOf(member.id()).stream().map(StaffPage::option).toList(),
                mayAppoint ? freePosts() : List.of(),
                may("access.employ"),
                mayAppoint,
                invitation);
    }

    private List<Option> freePosts() {
        return staffing.seats().stream()
                .filter(seat -> seat.holder().isEmpty())
                .map(Seat::post)
                .map(StaffPage::option)
                .toList();
    }

    private static Option option(Post post) {
        return new Option(post.id().toString(), post.title() + " · " + Texts.t("access.role." + post.role()));
    }

    private static boolean may(String permission) {
        return Acting.current().may(permission);
    }

    private static String path(StaffId id) {
        return "/staff/" + id;
    }
}
