package org.weimin.linkage.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.benefits.Entitlement;
import org.weimin.engine.EventKind;
import org.weimin.engine.LinkCell;
import org.weimin.engine.LinkEffect;
import org.weimin.engine.LinkageTable;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.PersonId;
import org.weimin.linkage.About;
import org.weimin.linkage.EventId;
import org.weimin.linkage.FilterResult;
import org.weimin.linkage.LinkedEvent;
import org.weimin.linkage.LinkedEvent.Decided;
import org.weimin.linkage.LinkedEvent.Status;
import org.weimin.policy.Policy;

/**
 * 处理事件: what follows from everything that is known of a circle of people is worked out anew with each event, compared
 * with what stands, and only the difference is done. So it does not matter in which order events come, or how often.
 */
@Component
class Working {
    private final EventStore events;
    private final RegisterStore registers;
    private final Conclusions conclusions;
    private final Policy policy;
    private final BusinessClock clock;

    /** What is asked of an event, what follows from it, and what is done about that. */
    @Component
    record Conclusions(Filters filters, Deaths deaths, Planning planning, Holdings holdings, Doing doing) {}

    Working(EventStore events, RegisterStore registers, Conclusions conclusions, Policy policy, BusinessClock clock) {
        this.events = events;
        this.registers = registers;
        this.conclusions = conclusions;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * In the transaction of the system that works the event; nothing of it stands if anything of it fails. False where
     * it is to be called again: who receives a matter is looked at some at a time.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean work(EventId id) {
        events.lock();
        LinkedEvent event = events.get(id);
        List<LinkedEvent> alsoTold = events.otherContent(event);
        Set<About> circle = circle(event, alsoTold);
        History history = history(circle);
        List<LinkedEvent> concerned = history.events().stream()
                .filter(each -> circle.contains(each.about()))
                .toList();
        LinkageTable table = policy.packs().linkages();
        Map<LinkedEvent, Status> judged = judge(concerned, table, history);
        conclusions.deaths().register(history);
        if (event.handling().decided() == Decided.ACCEPTED) {
            conclusions.deaths().withdraw(alsoTold, history);
        }
        var held = conclusions.holdings().lookUp();
        var wanted = new ArrayList<Wanted>();
        judged.forEach((each, status) -> {
            if (status == Status.DONE && history.toldAlready(each).isEmpty()) {
                wanted.addAll(conclusions.planning().wanted(each, history, held));
            }
        });
        conclusions.doing().settle(judged, wanted);
        boolean goesOn = judged.get(event) == Status.DONE && askHolders(event, table);
        judged.forEach((each, status) ->
                events.worked(each, goesOn && each.equals(event) ? Status.RECEIVED : status, table.version()));
        return !goesOn;
    }

    /** What a standard changes is reckoned for everybody who receives its matter in the place. */
    private boolean askHolders(LinkedEvent event, LinkageTable table) {
        if (event.about().kind() != About.Kind.MATTER) {
            return false;
        }
        var matter = new MatterId(event.about().id());
        return table.cells(event.kind(), matter).stream()
                .filter(cell -> cell.effect() == LinkEffect.RECHECK && cell.whom() == LinkCell.Whom.HOLDERS)
                .findFirst()
                .map(cell -> {
                    List<Entitlement> next = conclusions.holdings().next(event, cell, events.lookedThrough(event));
                    next.stream()
                            .map(Entitlement::id)
                            .reduce((one, last) -> last)
                            .ifPresent(last -> events.lookedThrough(event, last));
                    return conclusions.doing().askHolders(event, cell, next);
                })
                .orElse(false);
    }

    private Map<LinkedEvent, Status> judge(List<LinkedEvent> concerned, LinkageTable table, History history) {
        var judged = new LinkedHashMap<LinkedEvent, Status>();
        var results = new LinkedHashMap<LinkedEvent, List<FilterResult>>();
        for (LinkedEvent event : concerned) {
            Optional<EventKind> kind = table.findKind(event.kind());
            if (event.handling().decided() == Decided.DISMISSED || kind.isEmpty()) {
                judged.put(event, Status.REFUSED);
            } else {
                List<FilterResult> found = conclusions.filters().judge(kind.get(), event, history);
                boolean passed = found.stream().allMatch(each -> each.outcome() == FilterResult.Outcome.PASSED);
                judged.put(event, passed ? Status.DONE : Status.WAITS_FOR_PERSON);
                results.put(event, found);
            }
        }
        events.keep(results);
        return judged;
    }

    /** For whom something may follow: whoever ever lived with them, their kin, and whoever an event joins to them. */
    private Set<About> circle(LinkedEvent event, List<LinkedEvent> alsoTold) {
        var told = new ArrayList<>(alsoTold);
        told.add(event);
        var circle = new LinkedHashSet<About>();
        told.stream().map(LinkedEvent::about).forEach(circle::add);
        List<PersonId> people = peopleOf(circle);
        if (!people.isEmpty()) {
            registers.near(people).stream().map(About::of).forEach(circle::add);
            // Also of the near: whether somebody may marry a widow rests on the death of her husband.
            events.naming(peopleOf(circle)).stream().map(LinkedEvent::about).forEach(circle::add);
        }
        return circle;
    }

    private static List<PersonId> peopleOf(Set<About> circle) {
        return circle.stream().flatMap(about -> about.person().stream()).toList();
    }

    /** What is known about the circle, and about everybody on whom it may rest. */
    private History history(Set<About> circle) {
        List<LinkedEvent> own = events.about(List.copyOf(circle));
        var around = new LinkedHashSet<PersonId>();
        circle.forEach(about -> about.person().ifPresent(around::add));
        own.forEach(event -> History.otherPerson(event).ifPresent(around::add));
        Neighbours neighbours = registers.neighbours(around);
        var all = new LinkedHashSet<>(circle);
        neighbours.ids().stream().map(About::of).forEach(all::add);
        List<LinkedEvent> told = all.size() == circle.size() ? own : events.about(List.copyOf(all));
        return new History(told, Set.copyOf(events.contradicted(told)), neighbours, clock.today());
    }
}
