package org.weimin.linkage.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.weimin.benefits.Rechecks;
import org.weimin.casework.CaseClosed;
import org.weimin.casework.DecisionIssued;
import org.weimin.engine.EventKind;
import org.weimin.engine.EventKind.Detail;
import org.weimin.engine.EventKind.Expiry;
import org.weimin.engine.EventKind.Source;
import org.weimin.home.DayBegan;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Period;
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
    private static final String CALENDAR = "calendar";
    /** Months differ in length: some days may be the same day so many months before. */
    private static final int MONTH_ENDS = 4;

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
            tell(History.DEATH, new Origin("people", number), died.person(), died.on(), Map.of());
        }
    }

    /** What the calendar brings is found by a day, not by asking everybody. */
    @EventListener
    void on(DayBegan began) {
        for (EventKind kind : linkage.table().kinds()) {
            if (kind.sources().contains(Source.CALENDAR)) {
                kind.age().ifPresent(age -> tellAge(kind, age, began.day()));
                kind.expiry().ifPresent(expiry -> tellExpiry(kind, expiry, began.day()));
            }
        }
    }

    private void tellAge(EventKind kind, int age, LocalDate day) {
        registers
                .turning(age, day)
                .forEach(person ->
                        tell(kind.code(), new Origin(CALENDAR, kind.code() + ":" + person), person, day, Map.of()));
    }

    /** A paper that was registered late is found on the next day; one that ended long ago is nobody's news. */
    private void tellExpiry(EventKind kind, Expiry expiry, LocalDate day) {
        Period last = expiry.monthsBefore() == 0
                ? Period.between(day.minusYears(1), day)
                : Period.between(day, day.plusMonths(expiry.monthsBefore()).plusDays(MONTH_ENDS));
        for (RegisterStore.Expiring paper : registers.expiring(expiry.fact(), last, day, kind.code())) {
            LocalDate on = expiry.on(paper.last());
            if (!on.isAfter(day)) {
                var number = kind.code() + ":" + paper.person() + ":" + paper.last();
                Map<Detail, String> details = kind.asks().contains(Detail.UNTIL)
                        ? Map.of(Detail.UNTIL, paper.last().toString())
                        : Map.of();
                tell(kind.code(), new Origin(CALENDAR, number), paper.person(), on, details);
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

    private void tell(String kind, Origin origin, PersonId person, LocalDate on, Map<Detail, String> details) {
        linkage.register(
                new RegisterEvent(kind, origin, About.of(person), on, clock.today(), DivisionCode.COUNTRY, details));
    }
}
