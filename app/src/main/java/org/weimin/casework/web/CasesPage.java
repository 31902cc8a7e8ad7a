package org.weimin.casework.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.casework.internal.CaseFilter;
import org.weimin.casework.internal.CaseFilter.Whose;
import org.weimin.casework.internal.Mark;
import org.weimin.casework.internal.SavedFilters;
import org.weimin.casework.internal.Turns;
import org.weimin.casework.internal.WorkLists;
import org.weimin.kernel.Acting;
import org.weimin.shell.Download;
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
    private final CaseChoices choices;
    private final SavedFilters saved;
    private final Turns turns;

    CasesPage(WorkLists lists, CaseRows rows, CaseChoices choices, SavedFilters saved, Turns turns) {
        this.lists = lists;
        this.rows = rows;
        this.choices = choices;
        this.saved = saved;
        this.turns = turns;
    }

    @GetMapping("/cases")
    @Requires("casework.view")
    View cases(@RequestParam Map<String, String> asked) {
        // First what this official can do; everything else is one choice away.
        var filter = CaseFilter.parse(asked, turns.isTaken(Acting.staff()) ? Whose.MINE : Whose.ALL);
        if (asked.getOrDefault("format", "").equals("xlsx")) {
            var all = rows.of(lists.rows(filter, Mark.START, MOST_EXPORTED));
            return Download.workbook(
                    Texts.t("casework.cases.title") + ".xlsx",
                    out -> Workbooks.write(out, Texts.t("casework.cases.title"), columns(), all));
        }
        String after = asked.getOrDefault("after", "");
        var found = lists.rows(filter, Mark.parse(after), PageOf.SIZE + 1);
        var shown = found.subList(0, Math.min(found.size(), PageOf.SIZE));
        return Page.of(
                "casework/cases",
                new CasesView(
                        rows.of(shown),
                        lists.count(filter),
                        choices.all(),
                        filter.parts(),
                        new CasesView.Way(
                                filter.query(),
                                after.isEmpty(),
                                found.size() > shown.size()
                                        ? Mark.after(shown.getLast()).toString()
                                        : ""),
                        saved.list().stream()
                                .map(each -> new CasesView.Saved(
                                        each.id().toString(),
                                        each.title(),
                                        "/cases?" + each.filter().query()))
                                .toList(),
                        CaseBatchPage.offered()));
    }

    @PostMapping("/cases/filters")
    @Requires("casework.view")
    Page save(@RequestParam Map<String, String> asked, @RequestParam String title) {
        var filter = CaseFilter.parse(asked, Whose.ALL);
        saved.save(title, filter);
        return Page.redirect("/cases?" + filter.query(), "casework.filter.saved", title.strip());
    }

    @PostMapping("/cases/filters/{id}/remove")
    @Requires("casework.view")
    Page remove(@PathVariable UUID id) {
        saved.remove(id);
        return Page.redirect("/cases", "casework.filter.removed");
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
}
