package org.weimin.linkage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.audit.Audit;
import org.weimin.engine.EventKind;
import org.weimin.engine.EventKind.Detail;
import org.weimin.engine.LinkEffect;
import org.weimin.engine.LinkageTable;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.linkage.LinkedEvent.Status;
import org.weimin.linkage.internal.Areas;
import org.weimin.linkage.internal.EffectStore;
import org.weimin.linkage.internal.EventStore;
import org.weimin.policy.Policy;
import org.weimin.shell.PageOf;

/** 联动: the front desk of this room. What is told is kept at once and worked as soon as the transaction is over. */
@Service
@Transactional
public class Linkage {
    private static final int LONGEST = 500;
    /** Ids, dates, amounts and codes: no word of a name, and no number that a person could have. */
    private static final Pattern DETAIL = Pattern.compile("(?!.*\\d{15})[0-9A-Za-z:._-]{1,60}");

    private final EventStore events;
    private final EffectStore effects;
    private final Areas areas;
    private final Policy policy;
    private final Books books;
    private final ApplicationEventPublisher publisher;

    /** When it was, and who did it. */
    @org.springframework.stereotype.Component
    record Books(BusinessClock clock, Audit audit) {}

    Linkage(
            EventStore events,
            EffectStore effects,
            Areas areas,
            Policy policy,
            Books books,
            ApplicationEventPublisher publisher) {
        this.events = events;
        this.effects = effects;
        this.areas = areas;
        this.policy = policy;
        this.books = books;
        this.publisher = publisher;
    }

    public LinkageTable table() {
        return policy.packs().linkages();
    }

    /**
     * Told again under the same number it is the same event. The same number with other content is a contradiction: it
     * is kept beside the first, neither acts, and a person decides.
     */
    public EventId register(RegisterEvent told) {
        demandReadable(told);
        var event = new LinkedEvent(
                EventId.next(),
                told.kind(),
                told.origin(),
                told.about(),
                told.happenedOn(),
                new LinkedEvent.Told(
                        told.reportedOn(), books.clock().now(), Acting.current().key()),
                told.details(),
                Status.RECEIVED,
                new LinkedEvent.Handling("", LinkedEvent.Decided.NOTHING, ""),
                areas.of(told));
        if (!events.insert(event)) {
            return again(event);
        }
        publisher.publishEvent(new EventTold(event.id(), event.about().kind()));
        return event.id();
    }

    @Transactional(readOnly = true)
    public LinkedEvent get(EventId id) {
        return events.get(id);
    }

    @Transactional(readOnly = true)
    public Optional<LinkedEvent> find(RegisterEvent.Origin origin) {
        return events.find(origin);
    }

    /** What waits for a person first, then the newest. */
    @Transactional(readOnly = true)
    public PageOf<LinkedEvent> list(EventFilter filter, int page) {
        return events.list(filter, Math.max(1, page), PageOf.SIZE);
    }

    /** The whole list, for a workbook. */
    @Transactional(readOnly = true)
    public List<LinkedEvent> all(EventFilter filter) {
        return events.list(filter, 1, EventStore.MOST_EXPORTED).rows();
    }

    @Transactional(readOnly = true)
    public long countWaiting() {
        return events.countWaiting();
    }

    /** Everything told about these, the newest first. */
    @Transactional(readOnly = true)
    public List<LinkedEvent> about(List<About> those) {
        return events.about(those);
    }

    /** What else was told under the same number. */
    @Transactional(readOnly = true)
    public List<LinkedEvent> otherContent(EventId id) {
        return events.otherContent(events.get(id));
    }

    @Transactional(readOnly = true)
    public List<FilterResult> filters(EventId id) {
        return events.filters(id);
    }

    /** In the order of the matters; what was superseded comes last. */
    @Transactional(readOnly = true)
    public List<LinkedEffect> effects(EventId id) {
        return effects.of(id);
    }

    @Transactional(readOnly = true)
    public LinkedEffect effect(UUID id) {
        return effects.find(id).orElseThrow(() -> new NotFound(id));
    }

    /** The effects in force that led to this case, draft, recheck or entitlement. */
    @Transactional(readOnly = true)
    public List<LinkedEffect> leadingTo(LinkedEffect.Reference reference) {
        return effects.leadingTo(reference);
    }

    /** 累计: one kind of effect that stands, and how often. */
    public record Tally(
            String event,
            org.weimin.kernel.MatterId matter,
            LinkEffect effect,
            LinkedEffect.Status status,
            long times,
            LinkedEffect.Saved saved) {}

    /** What stands, counted by event, matter and effect. */
    @Transactional(readOnly = true)
    public List<Tally> tallies(LocalDate from, LocalDate until) {
        return effects.tallies(from, until);
    }

    /** A person decides about an event that could not act by itself, or takes one back that should not have acted. */
    public void settle(EventId id, Settlement settlement) {
        LinkedEvent event = events.get(id);
        String why = words(settlement.why());
        switch (settlement) {
            case Settlement.Accept ignored -> {
                if (event.about().kind() == About.Kind.UNKNOWN) {
                    throw new Refused("linkage.settle.nobody");
                }
                events.decide(event, LinkedEvent.Decided.ACCEPTED, why);
            }
            case Settlement.Dismiss ignored -> events.decide(event, LinkedEvent.Decided.DISMISSED, why);
            case Settlement.Correct(About about, LocalDate happenedOn, String ignored) -> {
                EventKind kind = table().kind(event.kind());
                if (!about.suits(kind) || about.kind() == About.Kind.UNKNOWN) {
                    throw new Refused("linkage.register.other-kind", zh(kind), en(kind));
                }
                events.correct(event, about, happenedOn, areas.of(about, event.area()), why);
            }
        }
        books.audit()
                .changed(
                        "linkage.settled",
                        id.value(),
                        event.area().value(),
                        Map.of("as", settlement.getClass().getSimpleName(), "why", why));
        publisher.publishEvent(new EventTold(id, event.about().kind()));
    }

    /** 解除暂缓: the month's money may go again; the event is not taken back. */
    public void undoHold(UUID effect, String why) {
        LinkedEffect held = effect(effect);
        if (held.effect() != LinkEffect.SUSPEND || !held.inForce()) {
            throw new Refused("linkage.hold.none");
        }
        effects.finish(
                held, LinkedEffect.Status.SUPERSEDED, words(why), books.clock().today());
        LinkedEvent cause = events.get(held.event());
        books.audit().changed("linkage.hold-released", effect, cause.area().value(), Map.of("why", why.strip()));
        publisher.publishEvent(new EventTold(cause.id(), cause.about().kind()));
    }

    /** 办结: somebody has told, handed over, published or begun what the table asks of a person. */
    public void done(UUID effect, String note) {
        LinkedEffect planned = effect(effect);
        if (planned.status() != LinkedEffect.Status.PLANNED) {
            throw new Refused("linkage.effect.not-planned");
        }
        effects.finish(
                planned, LinkedEffect.Status.DONE, words(note), books.clock().today());
        books.audit()
                .changed(
                        "linkage.effect-done",
                        effect,
                        events.get(planned.event()).area().value(),
                        Map.of());
    }

    private EventId again(LinkedEvent event) {
        LinkedEvent first = events.find(event.origin())
                .orElseThrow(() ->
                        new Refused("linkage.register.elsewhere", event.origin().number()));
        if (!EventStore.sameContent(first, event)) {
            events.contradict(first, event);
            publisher.publishEvent(new EventTold(first.id(), first.about().kind()));
        }
        return first.id();
    }

    /** Refuses what cannot be kept as an event. */
    void demandReadable(RegisterEvent told) {
        EventKind kind = table().findKind(told.kind())
                .orElseThrow(() -> new Refused("linkage.register.unknown-kind", told.kind()));
        if (told.origin().number().isBlank() || told.origin().source().isBlank()) {
            throw new Refused("linkage.register.no-number");
        }
        if (!told.about().suits(kind)) {
            throw new Refused("linkage.register.other-kind", zh(kind), en(kind));
        }
        for (Map.Entry<Detail, String> detail : told.details().entrySet()) {
            if (!kind.asks().contains(detail.getKey())
                    || !DETAIL.matcher(detail.getValue()).matches()) {
                throw new Refused("linkage.register.detail", detail.getKey());
            }
        }
    }

    private static String zh(EventKind kind) {
        return kind.title().zh();
    }

    private static String en(EventKind kind) {
        return kind.title().en();
    }

    /** What somebody says about why, as it is kept. */
    static String words(String typed) {
        String told = typed.strip();
        if (told.isEmpty() || told.codePointCount(0, told.length()) > LONGEST) {
            throw new Refused("linkage.words", LONGEST);
        }
        return told;
    }
}
