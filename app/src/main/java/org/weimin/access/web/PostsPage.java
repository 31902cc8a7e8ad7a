package org.weimin.access.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.access.Access;
import org.weimin.access.Role;
import org.weimin.access.Seat;
import org.weimin.access.StaffMember;
import org.weimin.access.Staffing;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.Acting;
import org.weimin.kernel.OrgUnitId;
import org.weimin.shell.Download;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** The posts of the county: which seat of which office may do what, and who sits there today. */
@Controller
class PostsPage {
    private final Staffing staffing;
    private final Divisions divisions;
    private final Access access;

    PostsPage(Staffing staffing, Divisions divisions, Access access) {
        this.staffing = staffing;
        this.divisions = divisions;
        this.access = access;
    }

    @GetMapping("/posts")
    @Requires("access.view")
    View list(@RequestParam(defaultValue = "") String role, @RequestParam(defaultValue = "") String format) {
        if (format.equals("xlsx")) {
            return Download.workbook(
                    Texts.t("access.menu.posts") + ".xlsx",
                    out -> Workbooks.write(out, Texts.t("access.menu.posts"), columns(), rows(role)));
        }
        return Page.of("access/posts", view(role));
    }

    /** The post sees the area of the office that it belongs to. */
    @PostMapping("/posts")
    @Requires("access.employ")
    Page open(@RequestParam String title, @RequestParam Role role, @RequestParam String orgUnit) {
        var office = divisions.orgUnit(OrgUnitId.of(orgUnit));
        access.requireArea(office.area());
        staffing.openPost(title, role, Optional.of(office.id()), office.area());
        return Page.redirect("/posts", "access.post.done");
    }

    private PostsView view(String role) {
        boolean mayOpen = Acting.current().may("access.employ");
        return new PostsView(
                staffing.seats().stream()
                        .filter(seat ->
                                role.isEmpty() || seat.post().role().name().equals(role))
                        .map(PostsPage::row)
                        .toList(),
                Arrays.stream(Role.values())
                        .map(each -> new Option(each.name(), Texts.t("access.role." + each)))
                        .toList(),
                mayOpen ? offices() : List.of(),
                role);
    }

    private List<PostsView.Row> rows(String role) {
        return staffing.seats().stream()
                .filter(seat -> role.isEmpty() || seat.post().role().name().equals(role))
                .map(PostsPage::row)
                .toList();
    }

    private static List<Column<PostsView.Row>> columns() {
        return List.of(
                new Column<>(Texts.t("access.post"), 28, PostsView.Row::title),
                new Column<>(Texts.t("access.post.role"), 16, PostsView.Row::role),
                new Column<>(Texts.t("access.post.scope"), 14, PostsView.Row::scope),
                new Column<>(Texts.t("access.post.holder"), 16, PostsView.Row::holder));
    }

    private List<Option> offices() {
        return divisions.orgUnits(Acting.staff().area()).stream()
                .map(office -> new Option(office.id().toString(), office.name()))
                .toList();
    }

    private static PostsView.Row row(Seat seat) {
        return new PostsView.Row(
                seat.post().title(),
                Texts.t("access.role." + seat.post().role()),
                seat.post().scope().value(),
                seat.holder().map(StaffMember::name).orElse(""),
                seat.holder().map(holder -> "/staff/" + holder.id()).orElse(""));
    }
}
