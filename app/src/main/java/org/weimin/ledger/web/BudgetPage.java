package org.weimin.ledger.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.access.Staffing;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.ledger.Budgets;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** The yearly budget: one person enters what was voted, another confirms it. */
@Controller
class BudgetPage {
    private final Budgets budgets;
    private final Staffing staffing;
    private final BusinessClock clock;

    BudgetPage(Budgets budgets, Staffing staffing, BusinessClock clock) {
        this.budgets = budgets;
        this.staffing = staffing;
        this.clock = clock;
    }

    @GetMapping("/budget")
    @Requires("ledger.view")
    Page show() {
        return Page.of("ledger/budget", view(BudgetView.Form.blank(clock.today()), ""));
    }

    @PostMapping("/budget")
    @Requires("ledger.budget")
    Page enter(BudgetView.Form form, @RequestParam String commandKey) {
        try {
            budgets.enter(
                    keyOf(commandKey), form.fund(), form.levelOrRefuse(), form.money(), form.document(), form.day());
            return Page.redirect("/budget", "ledger.budget.entered");
        } catch (Refused refused) {
            return Page.invalid("ledger/budget", view(form, Texts.t(refused)));
        }
    }

    @PostMapping("/budget/{id}/confirm")
    @Requires("ledger.budget")
    Page confirm(@PathVariable String id) {
        budgets.confirm(keyOf(id));
        return Page.redirect("/budget", "ledger.budget.confirmed");
    }

    private BudgetView view(BudgetView.Form form, String error) {
        return new BudgetView(
                budgets.list().stream()
                        .map(vote -> BudgetView.row(
                                vote,
                                staffing.name(vote.enteredBy()),
                                vote.confirmedBy().map(staffing::name).orElse("")))
                        .toList(),
                form,
                error,
                Acting.current().may("ledger.budget"));
    }

    private static UUID keyOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(text);
        }
    }
}
