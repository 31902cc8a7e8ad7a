package org.weimin.linkage.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.weimin.benefits.Entitlement;
import org.weimin.engine.LinkCell;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Period;
import org.weimin.linkage.LinkedEffect;
import org.weimin.linkage.LinkedEvent;

/** 应有联动: what the table asks for because of one event, before it is compared with what was done already. */
record Wanted(
        LinkedEvent event,
        LinkCell cell,
        LinkedEffect.Target target,
        Optional<Entitlement> received,
        Optional<CaseFileId> openCase,
        Optional<LocalDate> until,
        Need need) {
    /** 必要: whether it is to be done, or only stays where it was done when things were otherwise. */
    enum Need {
        DO,
        KEEP
    }

    Period during() {
        return new Period(cell.from().on(event.happenedOn()), until);
    }

    boolean isSame(LinkedEffect effect) {
        return effect.event().equals(event.id())
                && effect.target().equals(target)
                && effect.effect() == cell.effect()
                && effect.during().equals(during());
    }

    /** Somebody has looked at it because of this event; what was decided then is not asked about again. */
    boolean isDecidedBy(LinkedEffect effect) {
        return effect.isDecided()
                && effect.event().equals(event.id())
                && effect.effect() == cell.effect()
                && effect.target().matter().equals(target.matter())
                && effect.target().whom() == target.whom()
                && effect.target().about().equals(target.about());
    }
}
