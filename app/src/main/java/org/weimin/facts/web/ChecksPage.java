package org.weimin.facts.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.weimin.engine.CheckItem;
import org.weimin.facts.CheckWords;
import org.weimin.facts.internal.CheckCatalogue;
import org.weimin.facts.internal.CheckFiles;
import org.weimin.facts.internal.CheckLists;
import org.weimin.home.Home;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.shell.Download;
import org.weimin.shell.MenuEntry;
import org.weimin.shell.Page;
import org.weimin.shell.PageOf;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** The list of checks, and the files that go to bureaus without a line and come back. */
@Controller
class ChecksPage {
    private final CheckLists lists;
    private final CheckFiles files;
    private final CheckCatalogue catalogue;
    private final BusinessClock clock;
    private final Path uploads;

    ChecksPage(CheckLists lists, CheckFiles files, CheckCatalogue catalogue, BusinessClock clock, Home home) {
        this.lists = lists;
        this.files = files;
        this.catalogue = catalogue;
        this.clock = clock;
        this.uploads = home.files().resolve("uploads");
    }

    @GetMapping("/checks")
    @Requires("facts.view")
    Page list(@RequestParam(defaultValue = "LATE") CheckLists.Kind list, @RequestParam(defaultValue = "1") int page) {
        return Page.of("facts/checks", view(list, Math.clamp(page, 1, 10_000), ""));
    }

    @PostMapping("/checks/files")
    @Requires("facts.check")
    Page prepare(@RequestParam String bureau) {
        CheckItem.Bureau found = catalogue.bureau(bureau).orElseThrow(() -> new NotFound(bureau));
        try {
            return Page.redirect("/checks/files/" + files.prepare(found));
        } catch (Refused nothing) {
            return Page.invalid("facts/checks", view(CheckLists.Kind.PAPER, 1, Texts.t(nothing)));
        }
    }

    /** The workbook that goes to the bureau; the empty columns are for its answer. */
    @GetMapping("/checks/files/{id}")
    @Requires("facts.check")
    View download(@PathVariable UUID id) {
        String bureau = files.bureauOf(id);
        var lines = files.lines(id);
        String title = catalogue.bureau(bureau).map(each -> each.title().zh()).orElse(bureau);
        return Download.workbook(
                Texts.t("facts.file.name", title) + ".xlsx",
                out -> Workbooks.write(out, Texts.t("facts.file.sheet"), columns(), lines));
    }

    @PostMapping("/checks/answers")
    @Requires("facts.check")
    Page upload(@RequestParam MultipartFile file) throws IOException {
        Files.createDirectories(uploads);
        Path kept = uploads.resolve(Ids.next().toString());
        try {
            file.transferTo(kept);
            CheckFiles.Result result = files.take(kept, String.valueOf(file.getOriginalFilename()));
            return Page.of(
                    "facts/checkFile",
                    new CheckView.FileResult(
                            result.answered(),
                            result.repeated(),
                            result.bad().stream()
                                    .map(bad -> new CheckView.Bad(bad.row(), bad.request(), bad.what()))
                                    .toList()));
        } catch (Refused refused) {
            return Page.invalid("facts/checks", view(CheckLists.Kind.PAPER, 1, Texts.t(refused)));
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    private CheckView.Lists view(CheckLists.Kind kind, int page, String error) {
        Map<CheckLists.Kind, Long> counts = lists.counts();
        var found = lists.page(kind, page);
        var today = clock.today();
        List<CheckView.Tab> tabs = Arrays.stream(CheckLists.Kind.values())
                .map(each -> new CheckView.Tab(
                        each.name(), Texts.t("facts.checks.list." + each), counts.getOrDefault(each, 0L), each == kind))
                .toList();
        List<CheckView.Waiting> bureaus = catalogue.list().stream()
                .map(CheckItem::bureau)
                .distinct()
                .map(each -> new CheckView.Waiting(each.id(), CheckWords.in(each.title())))
                .toList();
        var lines =
                found.rows().stream().map(row -> CheckLines.line(row, today)).toList();
        return new CheckView.Lists(
                tabs,
                new PageOf<>(lines, found.number(), found.size(), found.total()),
                kind.name(),
                Acting.current().may("facts.check"),
                bureaus,
                error);
    }

    /** The order in which an answer is read: the question's columns first, then the bureau's. */
    private static List<Column<CheckFiles.Line>> columns() {
        return List.of(
                new Column<>(Texts.t("facts.file.request"), 38, CheckFiles.Line::request),
                new Column<>(Texts.t("facts.file.item"), 20, CheckFiles.Line::item),
                new Column<>(Texts.t("facts.file.identity"), 22, CheckFiles.Line::identity),
                new Column<>(Texts.t("facts.file.person"), 12, CheckFiles.Line::name),
                new Column<>(Texts.t("facts.file.as-of"), 12, CheckFiles.Line::asOf),
                new Column<>(Texts.t("facts.file.field"), 30, CheckFiles.Line::field),
                new Column<>(Texts.t("facts.file.fact"), 18, CheckFiles.Line::fact),
                new Column<>(Texts.t("facts.file.value"), 16, line -> ""),
                new Column<>(Texts.t("facts.file.from"), 12, line -> ""),
                new Column<>(Texts.t("facts.file.until"), 12, line -> ""),
                new Column<>(Texts.t("facts.file.reference"), 20, line -> ""));
    }

    /** The list in the menu. */
    @Configuration(proxyBeanMethods = false)
    static class Menu {
        @Bean
        static MenuEntry checksMenu() {
            return new MenuEntry("work", "facts.checks.menu", "/checks", 40, "facts.view");
        }
    }
}
