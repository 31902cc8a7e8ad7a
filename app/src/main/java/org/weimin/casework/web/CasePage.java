package org.weimin.casework.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.weimin.audit.Audit;
import org.weimin.casework.CaseFile;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.Casework;
import org.weimin.casework.Decision;
import org.weimin.casework.Outcomes;
import org.weimin.casework.internal.Inquiry;
import org.weimin.eligibility.Eligibility;
import org.weimin.eligibility.Explanation;
import org.weimin.kernel.CaseFileId;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** The page of one case: where it stands, what is known, what happened, what may be done. */
@Controller
class CasePage {
    private final Casework casework;
    private final Inquiry inquiry;
    private final Eligibility eligibility;
    private final Parts parts;
    private final Audit audit;

    /** The parts that the page is put together from. */
    @org.springframework.stereotype.Component
    record Parts(CaseHeads heads, CaseCourse course, CaseActions actions, CasePapers papers, CasePanels panels) {}

    CasePage(Casework casework, Inquiry inquiry, Eligibility eligibility, Parts parts, Audit audit) {
        this.casework = casework;
        this.inquiry = inquiry;
        this.eligibility = eligibility;
        this.parts = parts;
        this.audit = audit;
    }

    @GetMapping("/cases/{id}")
    @Requires("casework.view")
    Page show(@PathVariable String id) {
        CaseFile file = casework.get(CaseFileId.of(id));
        audit.looked(
                "case file", file.claim().subject(), "case page " + file.claim().number());
        Explanation explanation = explanation(file);
        return Page.of(
                "casework/case",
                new CaseView.Whole(
                        parts.heads().of(file),
                        parts.course().of(file),
                        parts.actions().of(file),
                        parts.papers().limits(file),
                        parts.papers().lanes(file),
                        parts.papers().of(file),
                        explanation.facts(),
                        answer(file, explanation),
                        parts.panels().of(file)));
    }

    /** The whole explanation: what was assessed, or what the rules would say now. */
    @GetMapping("/cases/{id}/explanation")
    @Requires("casework.view")
    Page explain(@PathVariable String id) {
        CaseFile file = casework.get(CaseFileId.of(id));
        audit.looked(
                "determination",
                file.claim().subject(),
                "explanation " + file.claim().number());
        return Page.of(
                "casework/explanation",
                new CaseView.Form(
                        parts.heads().of(file),
                        java.util.Optional.of(explanation(file)),
                        "",
                        file.assessment().isPresent()
                                ? List.of(new CaseView.Pair(Texts.t("casework.replay.do"), "/cases/" + id + "/replay"))
                                : List.of(),
                        Texts.t(
                                file.assessment().isPresent()
                                        ? "casework.explanation.stored"
                                        : "casework.explanation.preview")));
    }

    /** 重算核对: the stored answer asked again of the version and the facts of then. */
    @GetMapping("/cases/{id}/replay")
    @Requires("casework.view")
    Page replay(@PathVariable String id) {
        CaseFile file = casework.get(CaseFileId.of(id));
        audit.looked(
                "determination",
                file.claim().subject(),
                "replay " + file.claim().number());
        var replay = casework.replay(file.id());
        return Page.of(
                "casework/replay",
                new CaseView.Replayed(
                        parts.heads().of(file),
                        replay.isSame(),
                        replay.stored().asOf().toString(),
                        replay.stored().packVersion(),
                        eligibility.explain(replay.stored()),
                        eligibility.explain(replay.again())));
    }

    private Explanation explanation(CaseFile file) {
        boolean fresh =
                file.assessment().isEmpty() || file.status() == Status.ACCEPTING || file.status() == Status.ASSESSING;
        return eligibility.explain(
                fresh
                        ? inquiry.preview(file)
                        : casework.determination(file.assessment().orElseThrow().determination()));
    }

    private static CaseView.Answer answer(CaseFile file, Explanation explanation) {
        String opinion = file.assessment().map(made -> made.opinion()).orElse("");
        String tone = explanation.outcome().equals("entitled") ? "ok" : "warn";
        Decision decision = file.decision().orElse(null);
        if (decision == null) {
            return new CaseView.Answer(explanation.headline(), tone, opinion, "", "", "");
        }
        boolean once = Outcomes.once(decision.decided()).isPositive();
        String granted = decision.isRecognition() ? "recognised" : once ? "granted-once" : "granted";
        String key = switch (file.claim().acts()) {
            case GRANT -> decision.isGrant() ? granted : "refused";
            case CHANGE -> decision.isGrant() ? "changed" : "stopped";
            case STOP -> "stopped";
        };
        String told = Texts.t(
                "casework.decision." + key,
                (once ? Outcomes.once(decision.decided()) : decision.monthly()).grouped(),
                decision.effectiveFrom().toString().substring(0, 7),
                Texts.date(decision.decidedOn()));
        return new CaseView.Answer(
                explanation.headline(),
                Outcomes.word(decision.decided()).equals("entitled") ? "ok" : "warn",
                opinion,
                told,
                decision.reasons().text(),
                decision.override().orElse(""));
    }
}
