package org.weimin.screening.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;
import org.weimin.screening.Finding;
import org.weimin.screening.FindingFilter;
import org.weimin.screening.Found;
import org.weimin.screening.Screening;
import org.weimin.screening.SweepId;
import org.weimin.screening.Visits;
import org.weimin.shell.Download;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.PageOf;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** 名单: what a sweep found, as a page, as a workbook, and as work that is given to somebody. */
@Controller
class FindingsPage {
    private static final int DAYS_TO_VISIT = 10;
    private final Screening screening;
    private final Visits visits;
    private final Phrases phrases;
    private final Visitors visitors;
    private final BusinessClock clock;

    FindingsPage(Screening screening, Visits visits, Phrases phrases, Visitors visitors, BusinessClock clock) {
        this.screening = screening;
        this.visits = visits;
        this.phrases = phrases;
        this.visitors = visitors;
        this.clock = clock;
    }

    /** What a list is asked for, as the address says it. */
    record Asked(String kind, String matter, String area, String reason, String visit, String percent) {
        FindingFilter of(SweepId sweep) {
            try {
                return new FindingFilter(
                        sweep,
                        text(matter),
                        text(kind).isEmpty() ? "" : Finding.Kind.valueOf(kind).name(),
                        text(area).isEmpty() ? Acting.staff().area() : new DivisionCode(area.strip()),
                        text(reason),
                        text(visit).isEmpty() ? FindingFilter.Visit.ANY : FindingFilter.Visit.valueOf(visit),
                        text(percent).isEmpty() ? 0 : Integer.parseInt(percent.strip()));
            } catch (IllegalArgumentException malformed) {
                throw new NotFound(this);
            }
        }

        private static String text(@org.jspecify.annotations.Nullable String value) {
            return value == null ? "" : value.strip();
        }
    }

    @GetMapping("/screening/{id}/findings")
    @Requires("screening.view")
    View list(
            @PathVariable String id,
            Asked asked,
            @RequestParam(defaultValue = "") String format,
            @RequestParam(defaultValue = "1") int page) {
        var sweep = screening.get(SweepId.of(id));
        var filter = asked.of(sweep.id());
        if (format.equals("xlsx")) {
            return workbook(filter);
        }
        PageOf<Found> found = visits.list(filter, Math.max(1, page));
        var rows = found.rows().stream()
                .map(each -> FindingsView.row(each, filter, phrases))
                .toList();
        var kind = filter.kindAsked();
        return Page.of(
                "screening/findings",
                new FindingsView(
                        filter,
                        kind.map(Phrases::kind).orElse(Texts.t("screening.all")),
                        kind.map(each -> Texts.t("screening.explain." + each)).orElse(""),
                        new PageOf<>(rows, found.number(), found.size(), found.total()),
                        choices(filter)));
    }

    @PostMapping("/screening/{id}/visits")
    @Requires("screening.assign")
    Page assign(@PathVariable String id, Asked asked, @RequestParam String to, @RequestParam String dueOn) {
        var filter = asked.of(screening.get(SweepId.of(id)).id());
        int sent = visits.assignAll(filter, StaffId.of(to), day(dueOn));
        return Page.redirect(
                FiguresOfSweep.href(
                                filter.sweep(),
                                filter.kindAsked().orElse(Finding.Kind.ENTITLED_NOT_RECEIVING),
                                filter.matter(),
                                filter.area().value(),
                                filter.reason())
                        + "&visit=ASSIGNED",
                "screening.sent",
                sent);
    }

    private FindingsView.Choices choices(FindingFilter filter) {
        List<Option> kinds = Arrays.stream(Finding.Kind.values())
                .filter(Finding.Kind::isListed)
                .map(kind -> new Option(kind.name(), Phrases.kind(kind)))
                .toList();
        List<Option> matters = screening.matters(filter.sweep()).stream()
                .map(matter -> new Option(matter.value(), phrases.matter(matter)))
                .toList();
        List<Option> visit = Stream.of(FindingFilter.Visit.values())
                .filter(each -> each != FindingFilter.Visit.ANY)
                .map(each -> new Option(each.name(), Texts.t("screening.visit." + each)))
                .toList();
        boolean mayAssign = Acting.current().may("screening.assign")
                && filter.kindAsked().map(Finding.Kind::isWorkedThrough).orElse(false);
        return new FindingsView.Choices(
                kinds,
                matters,
                visit,
                phrases.below(Acting.staff().area(), filter.area()),
                mayAssign ? visitors.of(filter.area()) : List.of(),
                mayAssign,
                clock.today().plusDays(DAYS_TO_VISIT).toString());
    }

    private Download workbook(FindingFilter filter) {
        List<FindingsView.Row> rows = visits.all(filter).stream()
                .map(found -> FindingsView.row(found, filter, phrases))
                .toList();
        List<Column<FindingsView.Row>> columns = List.of(
                new Column<>(Texts.t("screening.area"), 30, FindingsView.Row::community),
                new Column<>(Texts.t("screening.name"), 14, FindingsView.Row::name),
                new Column<>(Texts.t("screening.matter"), 24, FindingsView.Row::matter),
                new Column<>(Texts.t("screening.why"), 40, FindingsView.Row::why),
                new Column<>(Texts.t("screening.amount"), 14, FindingsView.Row::amount),
                new Column<>(Texts.t("screening.received"), 14, FindingsView.Row::received),
                new Column<>(Texts.t("screening.confidence"), 18, FindingsView.Row::vouched),
                new Column<>(Texts.t("screening.visit"), 24, FindingsView.Row::visit));
        String title = filter.kindAsked().map(Phrases::kind).orElse(Texts.t("screening.all"));
        return Download.workbook("screening.xlsx", out -> Workbooks.write(out, title, columns, rows));
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new Refused("screening.no-day", text);
        }
    }
}
