package org.weimin.ledger.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.kernel.JournalId;
import org.weimin.ledger.Budgets;
import org.weimin.ledger.Ledger;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;

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

    @GetMapping("/ledger/journals/{id}")
    @Requires("ledger.view")
    Page journal(@PathVariable String id) {
        return Page.of("ledger/journal", JournalView.of(ledger.get(JournalId.of(id))));
    }
}
