package org.weimin.benefits.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.benefits.Roster;
import org.weimin.benefits.RosterFilter;
import org.weimin.benefits.RosterRow;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.shell.Download;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** The roster of a month, as a page and as a workbook. */
@Controller
class RosterPage {
    private final Roster roster;
    private final Divisions divisions;
    private final MatterTitles titles;
    private final BusinessClock clock;

    RosterPage(Roster roster, Divisions divisions, MatterTitles titles, BusinessClock clock) {
        this.roster = roster;
        this.divisions = divisions;
        this.titles = titles;
        this.clock = clock;
    }

    @GetMapping("/benefits")
    @Requires("benefits.view")
    View roster(
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String format,
            @RequestParam(defaultValue = "1") int page) {
        var filter = new RosterFilter(monthOf(month), "", areaOf(area), name.strip());
        if (format.equals("xlsx")) {
            return workbook(filter);
        }
        return Page.of(
                "benefits/roster",
                RosterView.of(
                        filter,
                        roster.list(filter, Math.max(1, page)),
                        roster.total(filter),
                        this::communityOf,
                        titles));
    }

    @GetMapping("/benefits/follow-ups")
    @Requires("benefits.view")
    Page followUps() {
        return Page.of("benefits/followUps", FollowUpsView.of(roster.overpayments()));
    }

    private Download workbook(RosterFilter filter) {
        var rows = roster.all(filter);
        List<Column<RosterRow>> columns = List.of(
                new Column<>(Texts.t("benefits.area"), 30, row -> communityOf(row.area())),
                new Column<>(Texts.t("benefits.payee"), 14, RosterRow::payeeName),
                new Column<>(Texts.t("benefits.matter"), 20, row -> titles.of(row.matter())),
                new Column<>(Texts.t("benefits.members"), 8, RosterRow::members),
                new Column<>(Texts.t("benefits.monthly"), 14, RosterRow::monthly),
                new Column<>(Texts.t("benefits.from"), 12, RosterRow::from),
                new Column<>(Texts.t("benefits.through"), 12, row -> RosterView.through(row.until())));
        return Download.workbook(
                "roster-" + filter.month() + ".xlsx",
                out -> Workbooks.write(out, Texts.t("benefits.roster"), columns, rows));
    }

    private String communityOf(String area) {
        return divisions.shortName(new DivisionCode(area));
    }

    private YearMonth monthOf(String month) {
        try {
            return month.isEmpty() ? YearMonth.from(clock.today()) : YearMonth.parse(month);
        } catch (DateTimeException malformed) {
            throw new NotFound(month);
        }
    }

    private static DivisionCode areaOf(String area) {
        try {
            return area.isBlank() ? Acting.staff().area() : new DivisionCode(area.strip());
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(area);
        }
    }
}
