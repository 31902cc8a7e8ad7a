package org.weimin.registries.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.audit.Audit;
import org.weimin.divisions.Divisions;
import org.weimin.engine.Text;
import org.weimin.kernel.Acting;
import org.weimin.policy.Policy;
import org.weimin.registries.RegisterEntry;
import org.weimin.registries.RegisterSearch;
import org.weimin.registries.Registries;
import org.weimin.shell.Download;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** 登记簿: every register, by its name, a number or a holder; on a page and as a workbook. */
@Controller
class RegistersPage {
    private static final int LAST_PAGE = 100_000;
    private final Registries registries;
    private final Policy policy;
    private final Divisions divisions;
    private final Audit audit;

    RegistersPage(Registries registries, Policy policy, Divisions divisions, Audit audit) {
        this.registries = registries;
        this.policy = policy;
        this.divisions = divisions;
        this.audit = audit;
    }

    @GetMapping("/registers")
    @Requires("registries.view")
    View registers(
            @RequestParam(defaultValue = "") String register,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String format,
            @RequestParam(defaultValue = "1") int page) {
        var search = new RegisterSearch(register.strip(), q.strip());
        if (format.equals("xlsx")) {
            return workbook(search);
        }
        return Page.of(
                "registries/list",
                RegistersView.of(options(), search, registries.search(search, Math.clamp(page, 1, LAST_PAGE))));
    }

    /** Those that have entries here, by the name that their papers bear. */
    private List<Option> options() {
        Map<String, Text> titles = new TreeMap<>();
        policy.packs().list().stream()
                .flatMap(pack -> pack.matter().outputs().stream())
                .forEach(output ->
                        output.register().ifPresent(entry -> titles.putIfAbsent(entry.name(), output.title())));
        return registries.registers().entrySet().stream()
                .map(count -> new Option(
                        count.getKey(),
                        Texts.t(
                                "registries.register",
                                RegistersView.in(titles.getOrDefault(count.getKey(), Text.same(count.getKey()))),
                                count.getValue())))
                .toList();
    }

    private Download workbook(RegisterSearch search) {
        var rows = registries.all(search);
        audit.looked("register", "division", Acting.staff().id().value(), search.register() + " " + rows.size());
        List<Column<RegisterEntry>> columns = List.of(
                column("registries.number", 24, entry -> entry.heading().number()),
                column(
                        "registries.paper",
                        24,
                        entry -> RegistersView.in(entry.heading().title())),
                column("registries.holder", 20, entry -> entry.holder().name()),
                column("registries.identity", 22, entry -> entry.holder().identity()),
                column("registries.area", 24, entry -> divisions.shortName(entry.area())),
                column("registries.registered-on", 12, RegisterEntry::registeredOn),
                column("registries.until", 12, RegistersView::until),
                column("registries.status", 10, entry -> Texts.t("registries.status." + entry.status())));
        return Download.workbook(
                "registers.xlsx", out -> Workbooks.write(out, Texts.t("registries.title"), columns, rows));
    }

    private static Column<RegisterEntry> column(
            String key, int width, Function<RegisterEntry, @Nullable Object> value) {
        return new Column<>(Texts.t(key), width, value);
    }
}
