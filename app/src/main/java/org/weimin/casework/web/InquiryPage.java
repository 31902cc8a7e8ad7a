package org.weimin.casework.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Casework;
import org.weimin.casework.Hearing;
import org.weimin.casework.Letter;
import org.weimin.casework.NewFacts;
import org.weimin.casework.RecordVisit;
import org.weimin.kernel.Acting;
import org.weimin.kernel.CaseFileId;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** The forms of finding out: assess, supplement, visit, hear. Each one translates and asks the front desk. */
@Controller
class InquiryPage {
    private final Casework casework;
    private final CaseHeads heads;
    private final CaseKnowledge knowledge;

    InquiryPage(Casework casework, CaseHeads heads, CaseKnowledge knowledge) {
        this.casework = casework;
        this.heads = heads;
        this.knowledge = knowledge;
    }

    @GetMapping("/cases/{id}/assess")
    @Requires("casework.handle")
    Page assess(@PathVariable String id) {
        CaseFile file = get(id);
        var explanation = knowledge.eligibility().explain(knowledge.inquiry().preview(file));
        return Page.of("casework/assess", heads.form(file, Optional.of(explanation), List.of(), ""));
    }

    @PostMapping("/cases/{id}/assess")
    @Requires("casework.handle")
    Page assess(@PathVariable String id, @RequestParam String opinion) {
        casework.assess(CaseFileId.of(id), opinion);
        return Page.redirect("/cases/" + id, "casework.done.assess");
    }

    @GetMapping("/cases/{id}/supplement")
    @Requires("casework.handle")
    Page supplement(@PathVariable String id) {
        CaseFile file = get(id);
        var explanation = knowledge.eligibility().explain(knowledge.inquiry().preview(file));
        var missing = explanation.hints().stream()
                .map(hint -> new CaseView.Pair(hint, ""))
                .toList();
        return Page.of("casework/supplement", heads.form(file, Optional.empty(), missing, ""));
    }

    @PostMapping("/cases/{id}/supplement")
    @Requires("casework.handle")
    Page supplement(@PathVariable String id, @RequestParam String what) {
        casework.supplied(CaseFileId.of(id), what);
        return Page.redirect("/cases/" + id, "casework.done.supplement");
    }

    @GetMapping("/cases/{id}/visit")
    @Requires("casework.handle")
    Page visit(@PathVariable String id) {
        CaseFile file = get(id);
        String address = knowledge.claimants().party(file.claim()).address();
        var shown = List.of(
                new CaseView.Pair("place", address),
                new CaseView.Pair("officer", Acting.staff().name()));
        return Page.of("casework/visit", heads.form(file, Optional.empty(), shown, ""));
    }

    @PostMapping("/cases/{id}/visit")
    @Requires("casework.handle")
    Page visit(
            @PathVariable String id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate visitedOn,
            @RequestParam String firstOfficer,
            @RequestParam String secondOfficer,
            @RequestParam String place,
            @RequestParam String findings,
            @RequestParam String signedBy,
            @RequestParam RecordVisit.Finding finding) {
        casework.recordVisit(
                CaseFileId.of(id),
                new RecordVisit(visitedOn, firstOfficer, secondOfficer, place, findings, signedBy, finding));
        return Page.redirect("/cases/" + id, "casework.done.visit");
    }

    @GetMapping("/cases/{id}/hear")
    @Requires("casework.handle")
    Page hear(@PathVariable String id) {
        CaseFile file = get(id);
        var letters = knowledge.dossier().letters(file.id()).stream()
                .filter(letter -> letter.kind().equals("hearing"))
                .map(letter -> new CaseView.Pair(
                        letter.number(),
                        letter.servedOn()
                                .map(day -> Texts.t("casework.letter.served", Texts.date(day)))
                                .orElse("")))
                .toList();
        return Page.of("casework/hear", heads.form(file, Optional.empty(), letters, ""));
    }

    @PostMapping("/cases/{id}/hear")
    @Requires("casework.handle")
    Page hear(
            @PathVariable String id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate heardOn,
            @RequestParam Hearing.Manner manner,
            @RequestParam String statement,
            @RequestParam NewFacts newFacts) {
        CaseFile file = get(id);
        LocalDate servedOn = knowledge.dossier().letters(file.id()).stream()
                .filter(letter -> letter.kind().equals("hearing"))
                .map(Letter::servedOn)
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo)
                .orElse(heardOn);
        var hearing = new Hearing(
                servedOn, heardOn, manner, statement.strip(), Acting.staff().id());
        casework.hear(file.id(), hearing, newFacts);
        return Page.redirect("/cases/" + id, "casework.done.hear");
    }

    private CaseFile get(String id) {
        return casework.get(CaseFileId.of(id));
    }
}
