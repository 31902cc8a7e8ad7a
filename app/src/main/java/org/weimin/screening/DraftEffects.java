package org.weimin.screening;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.engine.Pack;
import org.weimin.kernel.DraftId;
import org.weimin.policy.Draft;
import org.weimin.policy.Drafts;
import org.weimin.policy.Policy;

/** 草案影响: whom a draft of the law would concern, and for how much: a scenario of its own for each draft. */
@Service
@Transactional
public class DraftEffects {
    private static final int LONGEST_NAME = 60;
    private final Drafts drafts;
    private final Policy policy;
    private final WhatIf whatIf;

    DraftEffects(Drafts drafts, Policy policy, WhatIf whatIf) {
        this.drafts = drafts;
        this.policy = policy;
        this.whatIf = whatIf;
    }

    /** The one asked for last. */
    @Transactional(readOnly = true)
    public Optional<Scenario> latest(Draft draft) {
        var id = Optional.of(draft.id());
        return whatIf.list(draft.author().area()).stream()
                .filter(scenario -> scenario.supposition().draft().equals(id))
                .findFirst();
    }

    /** A matter that no register can judge for everybody concerns whoever applies; nobody can say whom. */
    @Transactional(readOnly = true)
    public boolean canBeReckoned(Draft draft) {
        Pack.Matter matter = policy.pack(draft.matter()).matter();
        return matter.acts() == Pack.Acts.GRANT && matter.giving().notScreened().isEmpty();
    }

    public ScenarioId ask(DraftId id) {
        Draft draft = drafts.get(id);
        String title = draft.purpose().title();
        return whatIf.ask(
                title.substring(0, Math.min(LONGEST_NAME, title.length())),
                draft.author().area(),
                new Supposition(
                        draft.matter(), draft.from(), draft.author().area(), Map.of(), Optional.of(id), Map.of()));
    }
}
