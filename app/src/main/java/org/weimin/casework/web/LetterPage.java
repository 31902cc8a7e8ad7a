package org.weimin.casework.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.audit.Audit;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Casework;
import org.weimin.casework.Letter;
import org.weimin.casework.ServeLetter;
import org.weimin.casework.internal.ApprovalForm;
import org.weimin.casework.internal.CaseLetters;
import org.weimin.casework.internal.Dossier;
import org.weimin.kernel.CaseFileId;
import org.weimin.shell.Letters;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** Letters and forms as PDF, and how letters reached the resident; and an application taken back. */
@Controller
class LetterPage {
    private final Casework casework;
    private final CaseHeads heads;
    private final Dossier dossier;
    private final Printing printing;
    private final Audit audit;

    /** From a frozen letter to paper. */
    @org.springframework.stereotype.Component
    record Printing(CaseLetters templates, ApprovalForm approval, Letters letters) {}

    LetterPage(Casework casework, CaseHeads heads, Dossier dossier, Printing printing, Audit audit) {
        this.casework = casework;
        this.heads = heads;
        this.dossier = dossier;
        this.printing = printing;
        this.audit = audit;
    }

    /** In Chinese, which binds; on request with a page that explains it in English. */
    @GetMapping("/cases/{id}/letters/{letter}")
    @Requires("casework.view")
    ResponseEntity<byte[]> pdf(
            @PathVariable String id, @PathVariable UUID letter, @RequestParam(defaultValue = "") String gloss) {
        CaseFile file = casework.get(CaseFileId.of(id));
        Letter found = dossier.letter(file.id(), letter);
        audit.looked("letter", file.claim().subject(), "print " + found.number());
        String template = printing.templates().template(file.claim(), found.kind());
        String whole =
                gloss.equals("en") ? template + printing.templates().gloss(file.claim(), found.kind()) : template;
        return printing.letters()
                .reply(found.number(), whole, printing.templates().fields(file.claim(), found));
    }

    /** 审批表, 初审意见书: the case as it stands now, on paper. */
    @GetMapping("/cases/{id}/forms/{form}")
    @Requires("casework.view")
    ResponseEntity<byte[]> form(@PathVariable String id, @PathVariable Sheet form) {
        CaseFile file = casework.get(CaseFileId.of(id));
        audit.looked(
                "case file",
                file.claim().subject(),
                "print " + form.name() + " " + file.claim().number());
        return printing.letters()
                .reply(
                        file.claim().number(),
                        printing.templates().template(file.claim(), form.template()),
                        printing.approval().fields(file));
    }

    /** What can be printed of a case at any time. */
    enum Sheet {
        APPROVAL,
        FIRST_REVIEW;

        String template() {
            return this == APPROVAL ? "approval-form" : "first-review";
        }
    }

    @GetMapping("/cases/{id}/letters/{letter}/serve")
    @Requires("casework.handle")
    Page serve(@PathVariable String id, @PathVariable UUID letter) {
        CaseFile file = casework.get(CaseFileId.of(id));
        Letter found = dossier.letter(file.id(), letter);
        var shown = List.of(new CaseView.Pair(Texts.t("casework.letter." + found.kind()), found.number()));
        return Page.of("casework/serve", heads.form(file, Optional.empty(), shown, letter.toString()));
    }

    @PostMapping("/cases/{id}/letters/{letter}/serve")
    @Requires("casework.handle")
    Page serve(
            @PathVariable String id,
            @PathVariable UUID letter,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate servedOn,
            @RequestParam ServeLetter.How how) {
        casework.serve(CaseFileId.of(id), new ServeLetter(letter, servedOn, how));
        return Page.redirect("/cases/" + id, "casework.done.serve");
    }

    @GetMapping("/cases/{id}/withdraw")
    @Requires("casework.handle")
    Page withdraw(@PathVariable String id) {
        CaseFile file = casework.get(CaseFileId.of(id));
        return Page.of("casework/withdraw", heads.form(file, Optional.empty(), List.of(), ""));
    }

    @PostMapping("/cases/{id}/withdraw")
    @Requires("casework.handle")
    Page withdraw(@PathVariable String id, @RequestParam String why) {
        casework.withdraw(CaseFileId.of(id), why);
        return Page.redirect("/cases/" + id, "casework.done.withdraw");
    }
}
