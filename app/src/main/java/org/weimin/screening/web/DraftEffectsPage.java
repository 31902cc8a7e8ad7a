package org.weimin.screening.web;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.weimin.kernel.Acting;
import org.weimin.kernel.DraftId;
import org.weimin.policy.Draft;
import org.weimin.policy.Drafts;
import org.weimin.screening.DraftEffects;
import org.weimin.screening.Impact;
import org.weimin.screening.Scenario;
import org.weimin.screening.WhatIf;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;

/** 草案影响: the figures of a draft, on the draft's own page and by themselves. */
@Controller
class DraftEffectsPage {
    private final Drafts drafts;
    private final DraftEffects effects;
    private final WhatIf whatIf;

    DraftEffectsPage(Drafts drafts, DraftEffects effects, WhatIf whatIf) {
        this.drafts = drafts;
        this.effects = effects;
        this.whatIf = whatIf;
    }

    @GetMapping("/policy/drafts/{id}/effects")
    @Requires("policy.drafts")
    Page show(@PathVariable String id) {
        return Page.of("screening/draftEffects", view(drafts.get(DraftId.of(id))));
    }

    /** The piece that the draft's page shows, and asks for again while it is being worked. */
    @GetMapping("/policy/drafts/{id}/effects/figures")
    @Requires("policy.drafts")
    Page figures(@PathVariable String id) {
        return Page.fragment("screening/draftFigures", view(drafts.get(DraftId.of(id))));
    }

    @PostMapping("/policy/drafts/{id}/effects")
    @Requires("screening.suppose")
    Page ask(@PathVariable String id) {
        effects.ask(DraftId.of(id));
        return Page.redirect("/policy/drafts/" + DraftId.of(id) + "#effects");
    }

    private DraftEffectsView view(Draft draft) {
        boolean may = Acting.current().may("screening.suppose");
        Optional<Scenario> scenario = effects.latest(draft);
        Impact impact = scenario.map(each -> whatIf.impacts(java.util.List.of(each)))
                .flatMap(found -> scenario.map(each -> found.getOrDefault(each.id(), Impact.NONE)))
                .orElse(Impact.NONE);
        return DraftEffectsView.of(draft, effects.canBeReckoned(draft), scenario, impact, may);
    }
}
