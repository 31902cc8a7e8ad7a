package org.weimin.portal.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.intake.ChangeReport;
import org.weimin.intake.Changes;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.people.Party;
import org.weimin.portal.internal.OwnFile;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 报告变化: another address, a job, a birth: told once here instead of found out later. */
@Controller
class MyChangesPage {
    private final OwnFile own;
    private final Changes changes;

    MyChangesPage(OwnFile own, Changes changes) {
        this.own = own;
        this.changes = changes;
    }

    @GetMapping("/my/changes")
    @Requires("portal.my")
    Page ask() {
        return Page.of("portal/changes", view(""));
    }

    @PostMapping("/my/changes")
    @Requires("portal.my")
    Page tell(
            @RequestParam ChangeReport.Kind kind,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate since,
            @RequestParam(defaultValue = "") String words) {
        try {
            Party party = own.party();
            PersonId teller = own.person();
            own.have("portal.change", () -> {
                changes.report(party, teller, kind, since, words);
                return party;
            });
            return Page.redirect("/my/changes", "portal.changes.received");
        } catch (Refused refused) {
            return Page.invalid("portal/changes", view(Texts.t(refused)));
        }
    }

    private MyView.Changes view(String error) {
        List<Option> kinds = Arrays.stream(ChangeReport.Kind.values())
                .map(kind -> new Option(kind.name(), word(kind)))
                .toList();
        var told = changes.of(own.party().subject()).stream()
                .map(report -> new MyView.Told(
                        word(report.kind()),
                        Texts.date(report.since()),
                        report.words(),
                        Texts.date(report.reportedOn()),
                        report.answer()))
                .toList();
        return new MyView.Changes(own.today().toString(), kinds, error, told);
    }

    private static String word(ChangeReport.Kind kind) {
        return Texts.t("intake.change.kind." + kind);
    }
}
