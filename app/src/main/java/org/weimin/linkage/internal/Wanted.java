package org.weimin.linkage.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.weimin.benefits.Entitlement;
import org.weimin.engine.LinkCell;
import org.weimin.kernel.CaseFileId;
import org.weimin.linkage.LinkedEffect;
import org.weimin.linkage.LinkedEvent;

/** 应有联动: what the table asks for because of one event, before it is compared with what was done already. */
record Wanted(
        LinkedEvent event,
        LinkCell cell,
        LinkedEffect.Target target,
        Optional<Entitlement> received,
        Optional<CaseFileId> openCase,
        Need need) {
    /** 必要: whether it is to be done, or only stays where it was done when things were otherwise. */
    enum Need {
        DO,
        KEEP
    }

    LocalDate from() {
        return cell.from().on(event.happenedOn());
    }

    boolean isSame(LinkedEffect effect) {
        return effect.event().equals(event.id())
                && effect.target().equals(target)
                && effect.effect() == cell.effect()
                && effect.from().equals(Optional.of(from()));
    }
}
