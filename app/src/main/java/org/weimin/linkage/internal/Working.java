package org.weimin.linkage.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.engine.EventKind;
import org.weimin.engine.LinkageTable;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.PersonId;
import org.weimin.linkage.About;
import org.weimin.linkage.EventId;
import org.weimin.linkage.FilterResult;
import org.weimin.linkage.LinkedEvent;
import org.weimin.linkage.LinkedEvent.Decided;
import org.weimin.linkage.LinkedEvent.Status;
import org.weimin.linkage.internal.RegisterStore.Known;
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

    /** In the transaction of the system that works the event; nothing of it stands if anything of it fails. */
    @Transactional(propagation = Propagation.MANDATORY)
    void work(EventId id) {
        events.lock();
        LinkedEvent event = events.get(id);
        Set<About> circle = new LinkedHashSet<>(circle(event.about()));
        List<LinkedEvent> others = events.otherContent(event);
        others.forEach(other -> circle.addAll(circle(other.about())));
        History history = history(circle);
        LinkageTable table = policy.packs().linkages();
        var judged = new LinkedHashMap<LinkedEvent, Status>();
        history.events().forEach(each -> judged.put(each, judge(each, table, history)));
        conclusions.deaths().register(history);
        var held = conclusions.holdings().lookUp();
        var wanted = new ArrayList<Wanted>();
        judged.forEach((each, status) -> {
            if (status == Status.DONE && history.toldAlready(each).isEmpty()) {
                wanted.addAll(conclusions.planning().wanted(each, history, held));
            }
        });
        conclusions.doing().settle(history.events(), wanted);
        judged.forEach((each, status) -> events.worked(each, status, table.version()));
    }

    private Status judge(LinkedEvent event, LinkageTable table, History history) {
        Optional<EventKind> kind = table.findKind(event.kind());
        if (event.handling().decided() == Decided.DISMISSED || kind.isEmpty()) {
            return Status.REFUSED;
        }
        List<FilterResult> results = conclusions.filters().judge(kind.get(), event, history);
        events.keep(event, results);
        boolean passed = results.stream().allMatch(each -> each.outcome() == FilterResult.Outcome.PASSED);
        return passed ? Status.DONE : Status.WAITS_FOR_PERSON;
    }

    /** Whoever ever lived in a household with the person: an event of one may change what follows for another. */
    private List<About> circle(About about) {
        return switch (about.kind()) {
            case PERSON ->
                about.person().stream()
                        .flatMap(person -> Stream.concat(
                                Stream.of(person),
                                registers.households(person).stream().flatMap(home -> registers.everIn(home).stream())))
                        .distinct()
                        .map(About::of)
                        .toList();
            case HOUSEHOLD, ORGANISATION, DIVISION, MATTER, UNKNOWN -> List.of(about);
        };
    }

    private History history(Set<About> circle) {
        List<LinkedEvent> told = events.about(List.copyOf(circle));
        Map<PersonId, Known> people = new HashMap<>();
        circle.stream()
                .flatMap(about -> about.person().stream())
                .flatMap(person -> registers.person(person).stream())
                .forEach(known -> people.put(known.id(), known));
        Set<EventId> contradicted = events.contradicted(told).stream().collect(Collectors.toCollection(HashSet::new));
        return new History(told, contradicted, people, clock.today());
    }
}
