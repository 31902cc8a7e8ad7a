package org.weimin.casework.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.casework.AskFor;
import org.weimin.casework.Assessment;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Casework;
import org.weimin.casework.FirstReview;
import org.weimin.casework.HandOver;
import org.weimin.casework.internal.CaseChecks;
import org.weimin.casework.internal.CaseLetters;
import org.weimin.engine.Form;
import org.weimin.engine.Text;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Refused;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** The forms of the window and of the last steps: accept, first review, hand over. */
@Controller
class StepsPage {
    private final Casework casework;
    private final CaseHeads heads;
    private final CaseKnowledge knowledge;
    private final CaseChecks checks;

    StepsPage(Casework casework, CaseHeads heads, CaseKnowledge knowledge, CaseChecks checks) {
        this.casework = casework;
        this.heads = heads;
        this.knowledge = knowledge;
        this.checks = checks;
    }

    @GetMapping("/cases/{id}/accept")
    @Requires("casework.handle")
    Page accept(@PathVariable String id) {
        CaseFile file = casework.get(CaseFileId.of(id));
        var answer = knowledge.inquiry().preview(file);
        var materials = checks.materials(file);
        return Page.of(
                "casework/accept",
                new CaseView.Accept(
                        heads.of(file),
                        knowledge.eligibility().explain(answer),
                        CaseLetters.missingText(knowledge.eligibility(), answer)
                                .zh()
                                .replace('；', '\n'),
                        materials.stream()
                                .filter(material -> !material.shared())
                                .map(material -> new CaseView.Pair(material.id(), in(material.title())))
                                .toList(),
                        materials.stream()
                                .filter(Form.Material::shared)
                                .map(material -> in(material.title()))
                                .collect(Collectors.joining(Texts.t("casework.checks.comma")))));
    }

    private static String in(Text text) {
        return Texts.either(text.zh(), text.en());
    }

    @PostMapping("/cases/{id}/accept")
    @Requires("casework.handle")
    Page accept(@PathVariable String id, @RequestParam String opinion) {
        casework.assess(CaseFileId.of(id), opinion);
        return Page.redirect("/cases/" + id, "casework.done.accept");
    }

    @PostMapping("/cases/{id}/missing")
    @Requires("casework.handle")
    Page missing(
            @PathVariable String id,
            @RequestParam(defaultValue = "") Set<String> material,
            @RequestParam(defaultValue = "") String missing) {
        casework.askFor(CaseFileId.of(id), new AskFor(material, missing));
        return Page.redirect("/cases/" + id, "casework.done.missing");
    }

    @GetMapping("/cases/{id}/first-review")
    @Requires("casework.decide")
    Page review(@PathVariable String id) {
        CaseFile file = casework.get(CaseFileId.of(id));
        Assessment basis = file.assessment().orElseThrow(() -> new Refused("casework.decide.not-assessed"));
        var answer = casework.determination(basis.determination());
        return Page.of(
                "casework/firstReview",
                heads.form(file, Optional.of(knowledge.eligibility().explain(answer)), List.of(), basis.opinion()));
    }

    @PostMapping("/cases/{id}/first-review")
    @Requires("casework.decide")
    Page review(@PathVariable String id, @RequestParam FirstReview.Finding finding, @RequestParam String opinion) {
        casework.review(CaseFileId.of(id), new FirstReview(finding, opinion));
        return Page.redirect("/cases/" + id, "casework.done.first-review");
    }

    @GetMapping("/cases/{id}/extend")
    @Requires("casework.decide")
    Page extend(@PathVariable String id) {
        CaseFile file = casework.get(CaseFileId.of(id));
        String lead = knowledge
                .limits()
                .special(file.claim())
                .map(longer -> Texts.t("casework.extend.lead", longer.amount()))
                .orElseThrow(() -> new Refused("casework.extend.not-here"));
        return Page.of("casework/extend", heads.form(file, Optional.empty(), List.of(), lead));
    }

    @PostMapping("/cases/{id}/extend")
    @Requires("casework.decide")
    Page extend(@PathVariable String id, @RequestParam String why) {
        casework.extend(CaseFileId.of(id), why);
        return Page.redirect("/cases/" + id, "casework.done.extend");
    }

    @GetMapping("/cases/{id}/issue")
    @Requires("casework.view")
    Page issue(@PathVariable String id) {
        CaseFile file = casework.get(CaseFileId.of(id));
        var letters = knowledge.dossier().letters(file.id()).stream()
                .filter(letter -> letter.kind().equals("granted"))
                .map(letter -> new CaseView.Pair(
                        Texts.t("casework.letter.granted") + " " + letter.number(),
                        "/cases/" + id + "/letters/" + letter.id()))
                .toList();
        String receiver = knowledge.claimants().payee(file.claim()).name();
        return Page.of("casework/issue", heads.form(file, Optional.empty(), letters, receiver));
    }

    @PostMapping("/cases/{id}/issue")
    @Requires("casework.view")
    Page issue(
            @PathVariable String id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate handedOn,
            @RequestParam String receivedBy) {
        CaseFile file = casework.get(CaseFileId.of(id));
        CaseActions.demandMayIssue(file);
        casework.issue(file.id(), new HandOver(handedOn, receivedBy));
        return Page.redirect("/cases/" + id, "casework.done.issue");
    }
}
