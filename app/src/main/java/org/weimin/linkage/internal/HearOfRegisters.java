package org.weimin.linkage.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.weimin.benefits.Rechecks;
import org.weimin.casework.CaseClosed;
import org.weimin.casework.DecisionIssued;
import org.weimin.engine.EventKind;
import org.weimin.engine.EventKind.Source;
import org.weimin.home.DayBegan;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PersonId;
import org.weimin.linkage.About;
import org.weimin.linkage.Linkage;
import org.weimin.linkage.LinkedEffect.Reference;
import org.weimin.linkage.RegisterEvent;
import org.weimin.linkage.RegisterEvent.Origin;
import org.weimin.people.PersonDied;

/** What the registers here, the calendar and the office's own decisions tell. */
@Component
class HearOfRegisters {
    private final Linkage linkage;
    private final RegisterStore registers;
    private final EffectStore effects;
    private final Rechecks rechecks;
    private final BusinessClock clock;

    HearOfRegisters(
            Linkage linkage, RegisterStore registers, EffectStore effects, Rechecks rechecks, BusinessClock clock) {
        this.linkage = linkage;
        this.registers = registers;
        this.effects = effects;
        this.rechecks = rechecks;
        this.clock = clock;
    }

    /** A death that an event brought into the register is not told again. */
    @EventListener
    void on(PersonDied died) {
        boolean isKind = linkage.table().findKind(History.DEATH).isPresent();
        if (isKind && !WorkEvents.isWorking()) {
            var number = died.person() + ":" + died.on();
            tell(History.DEATH, new Origin("people", number), died.person(), died.on());
        }
    }

    /** Who reaches an age today: found by the day of birth, not by asking everybody. */
    @EventListener
    void on(DayBegan began) {
        for (EventKind kind : linkage.table().kinds()) {
            OptionalInt age = kind.age();
            if (age.isPresent() && kind.sources().contains(Source.CALENDAR)) {
                registers
                        .turning(age.getAsInt(), began.day())
                        .forEach(person -> tell(
                                kind.code(), new Origin("calendar", kind.code() + ":" + person), person, began.day()));
            }
        }
    }

    /** Somebody has looked at it: what the events asked for is done. */
    @EventListener
    void on(DecisionIssued decided) {
        close(decided.caseFile());
    }

    @EventListener
    void on(CaseClosed closed) {
        close(closed.caseFile());
    }

    private void close(CaseFileId file) {
        List<Reference> over = new ArrayList<>();
        over.add(new Reference(Doing.CASE, file.toString()));
        rechecks.answeredBy(file).stream()
                .map(UUID::toString)
                .forEach(id -> over.add(new Reference(Doing.RECHECK, id)));
        over.forEach(reference -> effects.close(reference, clock.today()));
    }

    private void tell(String kind, Origin origin, PersonId person, LocalDate on) {
        linkage.register(
                new RegisterEvent(kind, origin, About.of(person), on, clock.today(), DivisionCode.COUNTRY, Map.of()));
    }
}
