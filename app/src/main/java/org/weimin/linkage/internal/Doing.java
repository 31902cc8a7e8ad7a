package org.weimin.linkage.internal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Entitlement;
import org.weimin.benefits.Recheck;
import org.weimin.benefits.Rechecks;
import org.weimin.engine.LinkEffect;
import org.weimin.engine.LinkWorth;
import org.weimin.intake.Intake;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.Money;
import org.weimin.ledger.Ledger;
import org.weimin.linkage.LinkedEffect;
import org.weimin.linkage.LinkedEffect.Reference;
import org.weimin.linkage.LinkedEffect.Saved;
import org.weimin.linkage.LinkedEffect.Status;
import org.weimin.linkage.LinkedEvent;

/** 落实联动: does what is wanted and not done yet, and takes back what was done and is wanted no more. */
@Component
class Doing {
    static final String ENTITLEMENT = "entitlement";
    static final String RECHECK = "recheck";
    static final String DRAFT = "draft";
    static final String CASE = "case";

    private final EffectStore effects;
    private final Benefits benefits;
    private final Rechecks rechecks;
    private final Ledger ledger;
    private final Intake intake;
    private final Placing placing;

    /** Where an effect belongs, what it makes of the months that have closed, and on which day it is done. */
    @Component
    record Placing(Areas areas, Differences differences, BusinessClock clock) {}

    Doing(EffectStore effects, Benefits benefits, Rechecks rechecks, Ledger ledger, Intake intake, Placing placing) {
        this.effects = effects;
        this.benefits = benefits;
        this.rechecks = rechecks;
        this.ledger = ledger;
        this.intake = intake;
        this.placing = placing;
    }

    void settle(List<LinkedEvent> events, List<Wanted> wanted) {
        var standing = new ArrayList<LinkedEffect>();
        events.forEach(event ->
                effects.of(event.id()).stream().filter(LinkedEffect::inForce).forEach(standing::add));
        Set<EntitlementId> touched = new LinkedHashSet<>();
        for (LinkedEffect done : standing) {
            if (wanted.stream().noneMatch(each -> each.isSame(done))) {
                undo(done);
                done.target().entitlement().ifPresent(touched::add);
            }
        }
        for (Wanted each : wanted) {
            if (each.need() == Wanted.Need.DO && standing.stream().noneMatch(each::isSame)) {
                make(each);
                each.received().map(Entitlement::id).ifPresent(touched::add);
            }
        }
        touched.forEach(this::settle);
    }

    private void undo(LinkedEffect done) {
        effects.supersede(done);
        if (done.reference().kind().equals(RECHECK)) {
            rechecks.withdraw(UUID.fromString(done.reference().id()));
        }
    }

    private void make(Wanted wanted) {
        var made = new LinkedEffect(
                Ids.next(),
                wanted.event().id(),
                wanted.target(),
                wanted.cell().effect(),
                Status.PLANNED,
                Reference.NONE,
                Optional.of(wanted.from()),
                Money.ZERO,
                saved(wanted.cell().worth()),
                Optional.empty());
        if (made.effect() == LinkEffect.SUSPEND && effects.wasReleased(made)) {
            return;
        }
        effects.insert(
                done(made, wanted),
                wanted.cell().gate(),
                placing.areas().of(wanted.target().about(), wanted.event().area()));
    }

    private LinkedEffect done(LinkedEffect made, Wanted wanted) {
        if (wanted.received().isPresent()) {
            Entitlement received = wanted.received().get();
            return switch (wanted.cell().effect()) {
                case STOP, SUSPEND ->
                    wanted.cell().passesHearing()
                            ? with(made, Status.PENDING_HEARING, lookAgain(received, wanted))
                            : with(
                                    made,
                                    Status.DONE,
                                    new Reference(ENTITLEMENT, received.id().toString()));
                default -> with(made, Status.PLANNED, lookAgain(received, wanted));
            };
        }
        if (wanted.cell().effect() == LinkEffect.DRAFT) {
            return wanted.target()
                    .about()
                    .subject()
                    .flatMap(subject -> intake.prepare(subject, wanted.cell().matter(), subject.id()))
                    .map(draft -> with(made, Status.DONE, new Reference(DRAFT, draft.toString())))
                    .orElse(made);
        }
        return wanted.openCase()
                .map(open -> with(made, Status.PLANNED, new Reference(CASE, open.toString())))
                .orElse(made);
    }

    /** 社会救助法 第四十八条: whatever may take something away is looked at first, and heard. */
    private Reference lookAgain(Entitlement received, Wanted wanted) {
        LinkedEvent event = wanted.event();
        Recheck.Reason reason = !event.kind().equals(History.DEATH)
                ? Recheck.Reason.EVENT
                : event.about().person().equals(Optional.of(received.payee()))
                        ? Recheck.Reason.PAYEE_DIED
                        : Recheck.Reason.MEMBER_DIED;
        return new Reference(
                RECHECK, rechecks.ask(received, reason, event.happenedOn()).toString());
    }

    private LinkedEffect with(LinkedEffect made, Status status, Reference reference) {
        return new LinkedEffect(
                made.id(),
                made.event(),
                made.target(),
                made.effect(),
                status,
                reference,
                made.from(),
                made.difference(),
                made.saved(),
                status == Status.DONE ? Optional.of(placing.clock().today()) : Optional.empty());
    }

    private static Saved saved(LinkWorth worth) {
        return new Saved(worth.visits(), worth.papers(), worth.days());
    }

    /** What all events together ask of one entitlement: the earliest end, and the earliest hold. */
    private void settle(EntitlementId id) {
        Optional<Entitlement> decided = benefits.findDecided(id);
        if (decided.isEmpty()) {
            return;
        }
        List<LinkedEffect> standing = effects.against(id);
        List<LinkedEffect> against = referring(standing, ENTITLEMENT);
        earliest(only(against, LinkEffect.STOP))
                .ifPresentOrElse(
                        month -> benefits.endByEvent(decided.get(), month),
                        () -> benefits.continueAsDecided(decided.get()));
        earliest(only(against, LinkEffect.SUSPEND))
                .ifPresentOrElse(month -> ledger.hold(id, month, decided.get().area()), () -> ledger.release(id));
        List<LinkedEffect> asked = referring(standing, RECHECK);
        earliest(asked).ifPresent(month -> differ(asked, placing.differences().since(month, decided.get())));
        List<LinkedEffect> stops = only(against, LinkEffect.STOP);
        differ(stops, benefits.overpaid(id).negated());
    }

    private static List<LinkedEffect> referring(List<LinkedEffect> effects, String kind) {
        return effects.stream()
                .filter(effect -> effect.reference().kind().equals(kind))
                .toList();
    }

    /** The difference stands once, with the first of the effects that together make it. */
    private void differ(List<LinkedEffect> together, Money difference) {
        for (LinkedEffect each : together) {
            effects.differ(each, each.equals(together.getFirst()) ? difference : Money.ZERO);
        }
    }

    /** A month that has begun when it happens is given whole; what counts from a day counts from the month after it. */
    private static Optional<YearMonth> earliest(List<LinkedEffect> effects) {
        return effects.stream()
                .flatMap(effect -> effect.from().stream())
                .map(day -> day.getDayOfMonth() == 1
                        ? YearMonth.from(day)
                        : YearMonth.from(day).plusMonths(1))
                .min(Comparator.naturalOrder());
    }

    private static List<LinkedEffect> only(List<LinkedEffect> effects, LinkEffect kind) {
        return effects.stream().filter(effect -> effect.effect() == kind).toList();
    }
}
