package org.weimin.offices.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.weimin.home.Home;
import org.weimin.kernel.Acting;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.Refused;
import org.weimin.offices.Figures;
import org.weimin.offices.Office;
import org.weimin.offices.Offices;
import org.weimin.offices.Rolls;
import org.weimin.offices.SheetReport;
import org.weimin.shell.Download;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 机构一览: who works where and with what, over the years; out as a table, and in again with what is new. */
@Controller
class OfficesPage {
    private static final int YEARS = 5;
    private final Offices offices;
    private final Rolls rolls;
    private final Where where;
    private final Path uploads;

    OfficesPage(Offices offices, Rolls rolls, Where where, Home home) {
        this.offices = offices;
        this.rolls = rolls;
        this.where = where;
        this.uploads = home.files().resolve("uploads");
    }

    @GetMapping("/offices")
    @Requires("offices.view")
    View list(@RequestParam(defaultValue = "") String asOf, @RequestParam(defaultValue = "") String format) {
        LocalDate day = where.day(asOf);
        List<Office> shown = offices.list(Acting.staff().area(), day);
        return switch (format) {
            case "people" ->
                Download.workbook(Texts.t("offices.people") + ".xlsx", out -> RollWorkbooks.people(out, shown));
            case "premises" ->
                Download.workbook(Texts.t("offices.premises") + ".xlsx", out -> RollWorkbooks.premises(out, shown));
            default -> Page.of("offices/offices", view(day, shown, List.of()));
        };
    }

    @PostMapping("/offices/import")
    @Requires("offices.record")
    Page load(@RequestParam MultipartFile file) throws IOException {
        try {
            SheetReport report = kept(file, rolls::load);
            if (report.isLoaded()) {
                return Page.redirect("/offices", "offices.sheet.loaded", report.changed(), report.same());
            }
            return invalid(report.faults().stream()
                    .map(fault -> new OfficesView.Wrong(
                            fault.row(),
                            fault.heading(),
                            Texts.t(fault.code(), fault.details().toArray())))
                    .toList());
        } catch (Refused refused) {
            String why = Texts.t(refused);
            return invalid(List.of(new OfficesView.Wrong(0, "", why)));
        }
    }

    /** The same table back, wrong cells in red, with a column of reasons; nothing is written. */
    @PostMapping("/offices/import/checked")
    @Requires("offices.record")
    View check(@RequestParam MultipartFile file) throws IOException {
        try {
            SheetReport report = kept(file, rolls::check);
            return Download.workbook(
                    Texts.t("offices.sheet.checked") + ".xlsx", out -> RollWorkbooks.checked(out, report));
        } catch (Refused refused) {
            String why = Texts.t(refused);
            return invalid(List.of(new OfficesView.Wrong(0, "", why)));
        }
    }

    private SheetReport kept(MultipartFile file, BiFunction<Path, String, SheetReport> work) throws IOException {
        Files.createDirectories(uploads);
        Path kept = uploads.resolve(Ids.next().toString());
        try {
            file.transferTo(kept);
            return work.apply(kept, String.valueOf(file.getOriginalFilename()));
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    private Page invalid(List<OfficesView.Wrong> wrong) {
        LocalDate today = where.today();
        return Page.invalid(
                "offices/offices", view(today, offices.list(Acting.staff().area(), today), wrong));
    }

    private OfficesView view(LocalDate day, List<Office> shown, List<OfficesView.Wrong> wrong) {
        return new OfficesView(
                day.toString(),
                shown.stream().map(OfficesView.Row::of).toList(),
                OfficesView.Row.row(Texts.t("offices.total"), "", Figures.of(shown), ""),
                trend(Acting.staff().area()),
                Acting.current().may("offices.record"),
                wrong);
    }

    /** The ends of the years in which somebody was there, and today. */
    private List<OfficesView.Trend> trend(DivisionCode place) {
        LocalDate today = where.today();
        record On(LocalDate day, Figures figures) {}
        List<On> days = Stream.concat(
                        IntStream.rangeClosed(1, YEARS)
                                .mapToObj(back -> LocalDate.of(today.getYear() - (YEARS + 1 - back), 12, 31)),
                        Stream.of(today))
                .map(each -> new On(each, Figures.of(offices.list(place, each))))
                .filter(each -> each.figures().people() > 0)
                .toList();
        int most = days.stream().mapToInt(each -> each.figures().people()).max().orElse(0);
        return days.stream()
                .map(each -> OfficesView.Trend.of(each.day().toString(), each.figures(), most))
                .toList();
    }
}
