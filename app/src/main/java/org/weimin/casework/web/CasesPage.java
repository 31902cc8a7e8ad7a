package org.weimin.casework.web;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.casework.internal.WorkList;
import org.weimin.casework.internal.WorkLists;
import org.weimin.engine.Pack;
import org.weimin.shell.Download;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.PageOf;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** The list of cases: what is filtered stands in the address, and what is exported is what is seen. */
@Controller
class CasesPage {
    private static final int MOST_EXPORTED = 50_000;
    private final WorkLists lists;
    private final CaseRows rows;

    CasesPage(WorkLists lists, CaseRows rows) {
        this.lists = lists;
        this.rows = rows;
    }

    @GetMapping("/cases")
    @Requires("casework.view")
    View cases(
            @RequestParam(defaultValue = "OPEN") WorkList list,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String acts,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String format) {
        var filter = new WorkLists.Filter(list, number, known(acts));
        if (format.equals("xlsx")) {
            var all = rows.of(lists.rows(filter, MOST_EXPORTED, 0));
            return Download.workbook(
                    Texts.t("casework.cases.title") + ".xlsx",
                    out -> Workbooks.write(out, Texts.t("casework.cases.title"), columns(), all));
        }
        PageOf<WorkLists.Row> found = lists.page(filter, page);
        var shown = new PageOf<>(rows.of(found.rows()), found.number(), found.size(), found.total());
        String url = "/cases?list=" + list + "&acts=" + known(acts);
        return Page.of(
                "casework/cases",
                new CasesView(shown, listOptions(), actOptions(), list.name(), known(acts), number, url));
    }

    private static List<Column<CaseRow>> columns() {
        return List.of(
                new Column<>(Texts.t("casework.col.number"), 24, CaseRow::number),
                new Column<>(Texts.t("casework.col.matter"), 14, CaseRow::matter),
                new Column<>(Texts.t("casework.col.applicant"), 12, CaseRow::applicant),
                new Column<>(Texts.t("casework.col.place"), 36, CaseRow::place),
                new Column<>(Texts.t("casework.col.status"), 14, CaseRow::status),
                new Column<>(Texts.t("casework.col.due"), 14, row -> row.due().on()),
                new Column<>(Texts.t("casework.col.opened"), 12, CaseRow::openedOn),
                new Column<>(Texts.t("casework.col.handler"), 12, CaseRow::handler));
    }

    private static String known(String acts) {
        return Arrays.stream(Pack.Acts.values())
                .map(Enum::name)
                .filter(acts::equals)
                .findFirst()
                .orElse("");
    }

    private static List<Option> listOptions() {
        return Arrays.stream(WorkList.values())
                .map(list -> new Option(list.name(), Texts.t("casework.list." + list)))
                .toList();
    }

    private static List<Option> actOptions() {
        return Arrays.stream(Pack.Acts.values())
                .map(acts -> new Option(acts.name(), Texts.t("casework.acts." + acts)))
                .toList();
    }
}
