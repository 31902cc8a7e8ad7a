package org.weimin.linkage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.engine.LinkCell;
import org.weimin.engine.LinkEffect;
import org.weimin.engine.LinkageTable;
import org.weimin.engine.LinkageTable.Line;
import org.weimin.engine.Pack;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.linkage.IntegrationMap.Link;
import org.weimin.linkage.IntegrationMap.Queue;
import org.weimin.linkage.IntegrationMap.Standing;
import org.weimin.linkage.internal.IntegrationStore;
import org.weimin.linkage.internal.LineObjects;
import org.weimin.policy.Policy;
import org.weimin.shell.PageOf;

/**
 * 整合: counts what the lines of business share and what linking them saves. It joins nothing by itself: whether two
 * lines are drawn together is for people, and the figures are theirs to judge by.
 */
@Service
@Transactional(readOnly = true)
public class Integration {
    private static final int MONTHS_SHOWN = 12;
    private final IntegrationStore store;
    private final Linkage linkage;
    private final Policy policy;
    private final BusinessClock clock;

    Integration(IntegrationStore store, Linkage linkage, Policy policy, BusinessClock clock) {
        this.store = store;
        this.linkage = linkage;
        this.policy = policy;
        this.clock = clock;
    }

    /** Everything the reader's area shows of the last twelve months, or since the first event if that is later. */
    public IntegrationMap map() {
        LinkageTable table = linkage.table();
        LocalDate since = since();
        int months = months(since);
        var lines = new IntegrationStore.Lines(lineOfMatter());
        return new IntegrationMap(
                since,
                months,
                table.rates(),
                standings(lines, since),
                ties(lines, since, months),
                links(since, months));
    }

    /** One pair with everything that it shares. */
    public Tie tie(String one, String other) {
        return map().ties().stream()
                .filter(tie -> tie.joins(one) && tie.joins(other) && !one.equals(other))
                .findFirst()
                .orElseThrow(() -> new NotFound(one + " " + other));
    }

    public Standing standing(String line) {
        return map().lines().stream()
                .filter(each -> each.line().code().equals(line))
                .findFirst()
                .orElseThrow(() -> new NotFound(line));
    }

    /** The matters of one line, each with its own queue. */
    public Map<MatterId, Queue> queues(String line) {
        return store.queuesByMatter(matters(line), clock.today(), since());
    }

    /** The residents whom both lines know. */
    public PageOf<PersonId> peopleOf(String one, String other, int page) {
        var lines = new IntegrationStore.Lines(lineOfMatter());
        return store.peopleOf(lines, one, other, clock.today(), page);
    }

    /** 已办联动: one effect that was done, as a line of the list behind a number. */
    public record Done(
            EventId event,
            String kind,
            About about,
            MatterId matter,
            LinkEffect effect,
            LocalDate doneOn,
            LinkedEffect.Saved saved) {}

    /** What was done by these kinds of events in these matters; empty texts ask for all. */
    public PageOf<Done> done(String event, String matter, int page) {
        return store.done(event, matter, since(), page, PageOf.SIZE);
    }

    private LocalDate since() {
        LocalDate earliest =
                YearMonth.from(clock.today()).minusMonths(MONTHS_SHOWN - 1L).atDay(1);
        return store.firstDone()
                .map(first -> YearMonth.from(first).atDay(1))
                .filter(first -> first.isAfter(earliest))
                .orElse(earliest);
    }

    private int months(LocalDate since) {
        return (int) ChronoUnit.MONTHS.between(YearMonth.from(since), YearMonth.from(clock.today())) + 1;
    }

    private Map<MatterId, String> lineOfMatter() {
        var lines = new java.util.LinkedHashMap<MatterId, String>();
        policy.packs().list().forEach(pack -> lines.put(pack.id(), pack.line()));
        return lines;
    }

    private Set<MatterId> matters(String line) {
        var matters = new java.util.LinkedHashSet<MatterId>();
        policy.packs().list().stream()
                .filter(pack -> pack.line().equals(line))
                .map(Pack::id)
                .forEach(matters::add);
        return matters;
    }

    private List<Standing> standings(IntegrationStore.Lines lines, LocalDate since) {
        Map<String, Queue> queues = store.queues(lines, clock.today(), since);
        Map<String, IntegrationStore.Received> received = store.received(lines, clock.today());
        return linkage.table().lines().stream()
                .map(line -> {
                    var paid = received.getOrDefault(line.code(), IntegrationStore.Received.NOTHING);
                    return new Standing(
                            line,
                            matters(line.code()).size(),
                            queues.getOrDefault(line.code(), Queue.EMPTY),
                            paid.entitlements(),
                            new Money(paid.monthlyFen()));
                })
                .toList();
    }

    private List<Tie> ties(IntegrationStore.Lines lines, LocalDate since, int months) {
        var objects = new LineObjects(policy.packs(), clock.today());
        Map<IntegrationStore.Pair, Long> people = store.people(lines, clock.today());
        Map<IntegrationStore.Pair, Gain> gains = store.gains(lines, since);
        List<String> codes = linkage.table().lines().stream().map(Line::code).toList();
        var ties = new ArrayList<Tie>();
        for (int i = 0; i < codes.size(); i++) {
            for (String other : codes.subList(i + 1, codes.size())) {
                var pair = IntegrationStore.Pair.of(codes.get(i), other);
                ties.add(new Tie(
                        codes.get(i),
                        other,
                        objects.papers(codes.get(i), other),
                        objects.facts(codes.get(i), other),
                        objects.events(codes.get(i), other),
                        people(people, codes.get(i), other),
                        gains.getOrDefault(pair, Gain.NONE)
                                .costing(objects.upkeepMinutes(codes.get(i), other) * months)));
            }
        }
        return ties;
    }

    private static Tie.Shared people(Map<IntegrationStore.Pair, Long> known, String one, String other) {
        long both = known.getOrDefault(IntegrationStore.Pair.of(one, other), 0L);
        long smaller = Math.min(
                known.getOrDefault(IntegrationStore.Pair.of(one, one), 0L),
                known.getOrDefault(IntegrationStore.Pair.of(other, other), 0L));
        return new Tie.Shared(List.of(), both, smaller);
    }

    /** Every cell that acts, used or not: one that is never used costs all the same. */
    private List<Link> links(LocalDate since, int months) {
        Map<IntegrationStore.Cell, Gain> done = store.gainsByCell(since);
        var costs = new java.util.LinkedHashMap<IntegrationStore.Cell, Long>();
        linkage.table().cells().stream()
                .filter(cell -> cell.effect() != LinkEffect.NONE)
                .forEach(cell -> costs.merge(
                        new IntegrationStore.Cell(cell.event(), cell.matter()), upkeep(cell, months), Math::max));
        return costs.entrySet().stream()
                .map(entry -> new Link(
                        entry.getKey().event(),
                        entry.getKey().matter(),
                        done.getOrDefault(entry.getKey(), Gain.NONE).costing(entry.getValue())))
                .toList();
    }

    private static long upkeep(LinkCell cell, int months) {
        return (long) cell.worth().upkeepMinutes() * months;
    }
}
