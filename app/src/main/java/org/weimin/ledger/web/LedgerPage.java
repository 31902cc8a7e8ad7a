package org.weimin.ledger.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.kernel.JournalId;
import org.weimin.ledger.Budgets;
import org.weimin.ledger.JournalRow;
import org.weimin.ledger.Ledger;
import org.weimin.shell.Download;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** The books: what each fund has, owes and has paid, and the journals behind it. */
@Controller
class LedgerPage {
    private final Ledger ledger;
    private final Budgets budgets;

    LedgerPage(Ledger ledger, Budgets budgets) {
        this.ledger = ledger;
        this.budgets = budgets;
    }

    @GetMapping("/ledger")
    @Requires("ledger.view")
    Page show(@RequestParam(defaultValue = "1") int page) {
        return Page.of("ledger/ledger", LedgerView.of(budgets.stands(), ledger.list(Math.max(1, page))));
    }

    /** All journals as a workbook. */
    @GetMapping("/ledger/journals")
    @Requires("ledger.view")
    Download export() {
        var rows = ledger.all();
        return Download.workbook(
                "journals.xlsx",
                out -> Workbooks.write(
                        out,
                        Texts.t("ledger.journals"),
                        List.<Column<JournalRow>>of(
                                new Column<>(Texts.t("ledger.booked-on"), 12, JournalRow::bookedOn),
                                new Column<>(Texts.t("ledger.memo"), 30, row -> Texts.t(row.memo())),
                                new Column<>(Texts.t("ledger.key"), 50, JournalRow::key),
                                new Column<>(Texts.t("ledger.amount"), 18, JournalRow::total)),
                        rows));
    }

    @GetMapping("/ledger/journals/{id}")
    @Requires("ledger.view")
    Page journal(@PathVariable String id) {
        return Page.of("ledger/journal", JournalView.of(ledger.get(JournalId.of(id))));
    }
}
