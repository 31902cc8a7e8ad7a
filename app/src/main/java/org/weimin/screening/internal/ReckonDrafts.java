package org.weimin.screening.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.weimin.kernel.Refused;
import org.weimin.policy.Draft;
import org.weimin.policy.DraftSubmitted;
import org.weimin.policy.Drafts;
import org.weimin.policy.PolicyPublished;
import org.weimin.screening.DraftEffects;
import org.weimin.screening.Sweep;

/** Whoever publishes has seen whom it concerns: the figures are asked for with the submission and awaited before. */
@Component
class ReckonDrafts {
    private final Drafts drafts;
    private final DraftEffects effects;

    ReckonDrafts(Drafts drafts, DraftEffects effects) {
        this.drafts = drafts;
        this.effects = effects;
    }

    @EventListener
    void on(DraftSubmitted submitted) {
        Draft draft = drafts.get(submitted.draft());
        if (effects.canBeReckoned(draft)) {
            effects.ask(draft.id());
        }
    }

    @EventListener
    void on(PolicyPublished published) {
        Draft draft = drafts.get(published.draft());
        boolean reckoned = effects.latest(draft)
                .map(scenario -> scenario.status() == Sweep.Status.DONE)
                .orElse(false);
        if (effects.canBeReckoned(draft) && !reckoned) {
            throw new Refused("screening.draft.not-reckoned");
        }
    }
}
