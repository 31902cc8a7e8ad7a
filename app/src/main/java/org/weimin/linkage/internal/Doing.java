package org.weimin.linkage.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Entitlement;
import org.weimin.benefits.Recheck;
import org.weimin.benefits.Rechecks;
import org.weimin.engine.LinkCell;
import org.weimin.engine.LinkEffect;
import org.weimin.engine.LinkWorth;
import org.weimin.intake.Intake;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.Money;
import org.weimin.kernel.Period;
import org.weimin.ledger.Ledger;
import org.weimin.linkage.About;
import org.weimin.linkage.EventId;
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

    /** Of the events of a circle, those that act want this, and nothing else. */
    void settle(Map<LinkedEvent, LinkedEvent.Status> judged, List<Wanted> wanted) {
        Set<EventId> acting = judged.entrySet().stream()
                .filter(each -> each.getValue() == LinkedEvent.Status.DONE)
                .map(each -> each.getKey().id())
                .collect(Collectors.toSet());
        List<LinkedEffect> standing = effects.standing(judged.keySet());
        Set<EntitlementId> touched = new LinkedHashSet<>();
        for (LinkedEffect done : standing) {
            boolean stays = acting.contains(done.event()) && isOwnAffair(done);
            if (!stays && wanted.stream().noneMatch(each -> each.isSame(done))) {
                undo(done);
                done.target().entitlement().ifPresent(touched::add);
            }
        }
        for (Wanted each : wanted) {
            boolean isThere = standing.stream().anyMatch(done -> each.isSame(done) || each.isDecidedBy(done));
            if (each.need() == Wanted.Need.DO && !isThere) {
                make(each);
                each.received().map(Entitlement::id).ifPresent(touched::add);
            }
        }
        touched.forEach(this::settle);
    }

    /** Whoever receives a matter was asked about once, and what was decided because of an event stays decided. */
    private static boolean isOwnAffair(LinkedEffect done) {
        boolean ofHolder = done.target().whom() == LinkCell.Whom.HOLDERS
                && done.target().entitlement().isPresent();
        return ofHolder || done.isDecided();
    }

    /** 逐户重算: the next of those who receive the matter are looked at; false where nobody is left. */
    boolean askHolders(LinkedEvent event, LinkCell cell, List<Entitlement> holders) {
        YearMonth from = YearMonth.from(cell.from().on(event.happenedOn()));
        for (Entitlement received : holders) {
            if (placing.differences().isOther(from, received)) {
                make(new Wanted(
                        event,
                        cell,
                        new LinkedEffect.Target(
                                About.of(received.subject()), cell.matter(), cell.whom(), Optional.of(received.id())),
                        Optional.of(received),
                        Optional.empty(),
                        Optional.empty(),
                        Wanted.Need.DO));
                settle(received.id());
            }
        }
        return !holders.isEmpty();
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
                wanted.during(),
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
                made.during(),
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
        Optional<YearMonth> ended = earliest(only(against, LinkEffect.STOP));
        ended.ifPresentOrElse(
                month -> benefits.endByEvent(decided.get(), month), () -> benefits.continueAsDecided(decided.get()));
        held(only(against, LinkEffect.SUSPEND))
                .ifPresentOrElse(months -> ledger.hold(id, months, decided.get().area()), () -> ledger.release(id));
        List<LinkedEffect> asked = referring(standing, RECHECK);
        earliest(asked).ifPresent(month -> differ(asked, placing.differences().since(month, decided.get(), ended)));
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

    /** From the first month that waits until nothing makes it wait any more. */
    private static Optional<Period> held(List<LinkedEffect> holds) {
        boolean ends = holds.stream().allMatch(hold -> hold.during().until().isPresent());
        Optional<LocalDate> until = holds.stream()
                .flatMap(hold -> hold.during().until().stream())
                .filter(end -> ends)
                .max(Comparator.naturalOrder());
        return earliest(holds).map(month -> new Period(month.atDay(1), until));
    }

    /** A month that has begun when it happens is given whole; what counts from a day counts from the month after it. */
    private static Optional<YearMonth> earliest(List<LinkedEffect> effects) {
        return effects.stream()
                .map(LinkedEffect::from)
                .map(day -> day.getDayOfMonth() == 1
                        ? YearMonth.from(day)
                        : YearMonth.from(day).plusMonths(1))
                .min(Comparator.naturalOrder());
    }

    private static List<LinkedEffect> only(List<LinkedEffect> effects, LinkEffect kind) {
        return effects.stream().filter(effect -> effect.effect() == kind).toList();
    }
}
