package org.weimin.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Casework;
import org.weimin.casework.Deadline;
import org.weimin.casework.internal.Dossier;
import org.weimin.casework.internal.ReceiptLetters;
import org.weimin.intake.Application;
import org.weimin.intake.Intake;
import org.weimin.kernel.ApplicationId;
import org.weimin.kernel.NotFound;
import org.weimin.people.People;
import org.weimin.shell.Letters;
import org.weimin.shell.Page;
import org.weimin.shell.QrCode;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** The receipt: a number, a code, what happens next and by when; it can be opened and printed again. */
@Controller
class ReceiptPage {
    private final Intake intake;
    private final Casework casework;
    private final Dossier dossier;
    private final People people;
    private final CaseHeads heads;
    private final Paper paper;

    /** From an application to a printed receipt. */
    @org.springframework.stereotype.Component
    record Paper(ReceiptLetters receipts, Letters letters) {}

    ReceiptPage(Intake intake, Casework casework, Dossier dossier, People people, CaseHeads heads, Paper paper) {
        this.intake = intake;
        this.casework = casework;
        this.dossier = dossier;
        this.people = people;
        this.heads = heads;
        this.paper = paper;
    }

    @GetMapping("/receipts/{application}")
    @Requires("casework.view")
    Page receipt(@PathVariable String application, HttpServletRequest request) {
        Application found = intake.get(ApplicationId.of(application));
        String path = "/public/progress/" + found.receiptCode();
        String url = ServletUriComponentsBuilder.fromContextPath(request)
                .path(path)
                .build()
                .toUriString();
        var code = new CaseView.Code(found.receipt().grouped(), path, QrCode.svg(url, Texts.t("casework.receipt.qr")));
        var lines = casework.ofApplication(found.id()).stream().map(this::line).toList();
        return Page.of(
                "casework/receipt",
                new CaseView.Receipt(
                        people.person(found.applicant()).name(),
                        Texts.date(found.submittedOn()),
                        code,
                        lines,
                        "/receipts/" + found.id() + "/letter"));
    }

    /** One receipt on paper for all that was applied for, by the template of the first matter. */
    @GetMapping("/receipts/{application}/letter")
    @Requires("casework.view")
    ResponseEntity<byte[]> letter(@PathVariable String application) {
        Application found = intake.get(ApplicationId.of(application));
        var promises = casework.ofApplication(found.id()).stream()
                .map(file -> new ReceiptLetters.Promise(
                        file, line(file).nextBy(), line(file).dueOn()))
                .toList();
        if (promises.isEmpty()) {
            throw new NotFound(application);
        }
        var first = promises.getFirst().file();
        return paper.letters()
                .reply(
                        first.claim().number(),
                        paper.receipts().template(first),
                        paper.receipts().fields(found, promises));
    }

    private CaseView.CaseLine line(CaseFile file) {
        List<Deadline> deadlines = dossier.deadlines(file.id());
        Optional<Deadline> whole = find(deadlines, Deadline.Kind.CASE);
        return new CaseView.CaseLine(
                "/cases/" + file.id(),
                file.claim().number(),
                heads.of(file).title(),
                find(deadlines, Deadline.Kind.INQUIRY)
                        .map(Deadline::dueOn)
                        .map(LocalDate::toString)
                        .orElse(""),
                whole.map(Deadline::dueOn).map(LocalDate::toString).orElse(""),
                whole.filter(Deadline::provisional).isPresent());
    }

    private static Optional<Deadline> find(List<Deadline> deadlines, Deadline.Kind kind) {
        return deadlines.stream().filter(deadline -> deadline.kind() == kind).findFirst();
    }
}
