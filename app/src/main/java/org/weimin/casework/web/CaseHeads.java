package org.weimin.casework.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Deadline;
import org.weimin.casework.internal.Claimants;
import org.weimin.casework.internal.Dossier;
import org.weimin.divisions.Divisions;
import org.weimin.eligibility.Explanation;
import org.weimin.engine.Pack;
import org.weimin.kernel.BusinessClock;
import org.weimin.policy.Policy;
import org.weimin.shell.Texts;

/** The header that every page of a case begins with. */
@Component
class CaseHeads {
    private final Claimants claimants;
    private final Divisions divisions;
    private final Policy policy;
    private final Dossier dossier;
    private final BusinessClock clock;

    CaseHeads(Claimants claimants, Divisions divisions, Policy policy, Dossier dossier, BusinessClock clock) {
        this.claimants = claimants;
        this.divisions = divisions;
        this.policy = policy;
        this.dossier = dossier;
        this.clock = clock;
    }

    CaseView.Head of(CaseFile file) {
        var title = policy.pack(file.claim().pack()).title();
        return new CaseView.Head(
                file.id().toString(),
                file.claim().number(),
                titled(file, Texts.either(title.zh(), title.en())),
                claimants.name(file.claim()),
                claimants.identity(file.claim()),
                divisions.shortName(file.claim().area()),
                claimants.party(file.claim()).href(),
                Texts.t("casework.status." + file.status()),
                CaseRow.tone(file.status()),
                new CaseView.More(
                        due(file), handler(file), Texts.date(file.claim().openedOn())));
    }

    private static String titled(CaseFile file, String matter) {
        if (file.standing().corrects().isPresent()) {
            return Texts.t("casework.title.correction", matter);
        }
        return file.claim().acts() == Pack.Acts.CHANGE ? Texts.t("casework.title.recheck", matter) : matter;
    }

    /** A page with a form about the case: what explains it, what it shows beside its boxes, and what stands first. */
    CaseView.Form form(CaseFile file, Optional<Explanation> explanation, List<CaseView.Pair> shown, String lead) {
        return new CaseView.Form(of(file), explanation, clock.today().toString(), shown, lead);
    }

    private CaseRow.Due due(CaseFile file) {
        return dossier.deadlines(file.id()).stream()
                .filter(deadline -> deadline.metOn().isEmpty() && !deadline.isPaused())
                .min(Comparator.comparing(Deadline::dueOn))
                .map(next -> CaseRow.due(
                        next.kind().name(), next.dueOn(), next.provisional(), clock.today(), policy.calendar()))
                .orElse(CaseRow.Due.NOTHING);
    }

    private String handler(CaseFile file) {
        return dossier.events(file.id()).stream()
                .map(event -> event.actorName())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }
}
