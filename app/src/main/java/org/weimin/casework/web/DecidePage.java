package org.weimin.casework.web;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.audit.Audit;
import org.weimin.casework.Assessment;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Casework;
import org.weimin.casework.Decision;
import org.weimin.casework.Verdict;
import org.weimin.casework.internal.CaseLetters;
import org.weimin.casework.internal.Deciding;
import org.weimin.casework.internal.Limits;
import org.weimin.eligibility.Eligibility;
import org.weimin.engine.Determination;
import org.weimin.engine.Pack;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** The second person sees facts, rules, sums and law, and decides; or sends the case back. */
@Controller
class DecidePage {
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,7}(\\.\\d{1,2})?");
    private final Casework casework;
    private final CaseHeads heads;
    private final Limits limits;
    private final Deciding deciding;
    private final Eligibility eligibility;
    private final Audit audit;

    /** What the decider chose. */
    enum Choice {
        AS_ASSESSED,
        GRANT_INSTEAD,
        REFUSE_INSTEAD,
        RETURN
    }

    DecidePage(
            Casework casework,
            CaseHeads heads,
            Limits limits,
            Deciding deciding,
            Eligibility eligibility,
            Audit audit) {
        this.casework = casework;
        this.heads = heads;
        this.limits = limits;
        this.deciding = deciding;
        this.eligibility = eligibility;
        this.audit = audit;
    }

    @GetMapping("/cases/{id}/decide")
    @Requires("casework.decide")
    Page show(@PathVariable String id) {
        CaseFile file = casework.get(CaseFileId.of(id));
        Assessment basis = file.assessment().orElseThrow(() -> new Refused("casework.decide.not-assessed"));
        Determination answer = casework.determination(basis.determination());
        audit.looked(
                "determination",
                file.claim().subject(),
                "decide page " + file.claim().number());
        return Page.of(
                "casework/decide",
                new CaseView.Decide(
                        heads.of(file),
                        eligibility.explain(answer),
                        basis.opinion(),
                        Texts.date(basis.on()),
                        CaseLetters.reasons(file, answer),
                        standardReasons(file),
                        new CaseView.Stand(
                                org.weimin.casework.Outcomes.word(basis.outcome()),
                                deciding.effectiveFrom(file, basis.outcome())
                                        .toString()
                                        .substring(0, 7),
                                file.claim().acts() == Pack.Acts.STOP,
                                basis.outcome() instanceof Determination.Outcome.NotEntitled
                                        || file.reduces(basis.outcome()),
                                Texts.t(
                                        limits.townDecides(file.claim())
                                                ? "casework.level.town"
                                                : "casework.level.county"))));
    }

    @PostMapping("/cases/{id}/decide")
    @Requires("casework.decide")
    Page decide(
            @PathVariable String id,
            @RequestParam Choice choice,
            @RequestParam(defaultValue = "") String reasons,
            @RequestParam(defaultValue = "") String reasonCode,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String why) {
        CaseFileId file = CaseFileId.of(id);
        if (choice == Choice.RETURN) {
            casework.sendBack(file, why);
            return Page.redirect("/cases/" + id, "casework.done.return");
        }
        casework.decide(
                file,
                switch (choice) {
                    case GRANT_INSTEAD -> new Verdict.GrantInstead(money(amount), why);
                    case REFUSE_INSTEAD ->
                        new Verdict.RefuseInstead(new Decision.Reasons(reasonCode, reasons.strip()), why);
                    case AS_ASSESSED, RETURN -> new Verdict.AsAssessed(reasons);
                });
        return Page.redirect("/cases/" + id, "casework.done.decide");
    }

    private List<Option> standardReasons(CaseFile file) {
        return limits.pack(file.claim().matter()).matter().conditions().stream()
                .map(condition -> new Option(
                        condition.refusal(),
                        Texts.either(
                                condition.refusalText().zh(),
                                condition.refusalText().en())))
                .toList();
    }

    private static Money money(String amount) {
        String typed = amount.strip().replace(",", "");
        if (!AMOUNT.matcher(typed).matches()) {
            throw new Refused("casework.decide.amount", amount);
        }
        return Money.yuan(typed);
    }
}
