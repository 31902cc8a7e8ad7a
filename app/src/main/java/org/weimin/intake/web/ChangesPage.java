package org.weimin.intake.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.audit.Audit;
import org.weimin.intake.ChangeReport;
import org.weimin.intake.Changes;
import org.weimin.people.Parties;
import org.weimin.people.Party;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 居民报告的变化: what residents told, for whoever looks after them; each is answered in words the resident reads. */
@Controller
class ChangesPage {
    private final Changes changes;
    private final Parties parties;
    private final Audit audit;

    ChangesPage(Changes changes, Parties parties, Audit audit) {
        this.changes = changes;
        this.parties = parties;
        this.audit = audit;
    }

    @GetMapping("/intake/changes")
    @Requires("intake.changes")
    Page list() {
        return Page.of(
                "intake/changes",
                new ChangesView(changes.listOpen().stream().map(this::row).toList()));
    }

    @PostMapping("/intake/changes/{id}")
    @Requires("intake.changes")
    Page answer(@PathVariable UUID id, @RequestParam(defaultValue = "") String answer) {
        changes.answer(id, answer);
        return Page.redirect("/intake/changes", "intake.change.done");
    }

    private ChangesView.Row row(ChangeReport report) {
        Party party = parties.of(report.party(), report.reportedOn());
        audit.looked("change-report", report.party(), "changes page");
        return new ChangesView.Row(
                report.id().toString(),
                party.name(),
                party.href(),
                Texts.t("intake.change.kind." + report.kind()),
                Texts.date(report.since()),
                report.words(),
                Texts.date(report.reportedOn()));
    }
}
