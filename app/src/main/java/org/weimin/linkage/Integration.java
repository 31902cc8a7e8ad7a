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
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.StaffId;
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
    private static final int MOST_EXPORTED = 50_000;
    private static final String LIMIT = "deadlineWorkdays";
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
        var savings = new Savings(store.savings(since), limits(), policy.calendar());
        return new IntegrationMap(
                since,
                months,
                table.rates(),
                standings(lines, since),
                ties(lines, savings, months),
                links(savings, months));
    }

    /** 公开时限: within how many working days the matter is answered, where it is counted so. */
    private Map<MatterId, Integer> limits() {
        var limits = new java.util.HashMap<MatterId, Integer>();
        var place = new DivisionCode(Acting.current().areaRange().from());
        for (Pack pack : policy.packs().list()) {
            pack.findParameter(LIMIT)
                    .flatMap(parameter -> parameter.find(place, clock.today()))
                    .filter(limit -> limit.value().matches("[1-9]\\d{0,3}"))
                    .ifPresent(limit -> limits.put(pack.id(), Integer.valueOf(limit.value())));
        }
        return limits;
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
            LocalDate toldOn,
            LocalDate doneOn,
            Gain gain) {
        Done with(Gain measured) {
            return new Done(event, kind, about, matter, effect, toldOn, doneOn, measured);
        }
    }

    /** 联动查找: by event, matter, the two lines that one event served, and what was saved; empty texts ask for all. */
    public record DoneFilter(String event, String matter, String line, String other, String saves) {
        public boolean isOfPair() {
            return !line.isEmpty() && !other.isEmpty();
        }
    }

    public PageOf<Done> done(DoneFilter filter, int page) {
        return done(filter, page, PageOf.SIZE);
    }

    /** The whole list, for a workbook. */
    public List<Done> done(DoneFilter filter) {
        return done(filter, 1, MOST_EXPORTED).rows();
    }

    private PageOf<Done> done(DoneFilter filter, int page, int size) {
        var done = store.done(filter, new IntegrationStore.Lines(lineOfMatter()), since(), page, size);
        var savings = new Savings(List.of(), limits(), policy.calendar());
        return new PageOf<>(
                done.rows().stream().map(savings::measured).toList(), done.number(), done.size(), done.total());
    }

    /** 经办人: how much of a line one official has in hand, and how much of that is late. */
    public record Hand(StaffId staff, long open, long late) {}

    public List<Hand> hands(String line) {
        return store.hands(matters(line), clock.today());
    }

    /** What each matter of the line pays now. */
    public Map<MatterId, Received> received(String line) {
        var each = new java.util.LinkedHashMap<MatterId, String>();
        matters(line).forEach(matter -> each.put(matter, matter.value()));
        var received = new java.util.LinkedHashMap<MatterId, Received>();
        store.received(new IntegrationStore.Lines(each), clock.today())
                .forEach((matter, paid) -> received.put(
                        new MatterId(matter), new Received(paid.entitlements(), new Money(paid.monthlyFen()))));
        return received;
    }

    /** 在享: how many receive, and what that is a month. */
    public record Received(long receiving, Money monthly) {
        public static final Received NOTHING = new Received(0, Money.ZERO);
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

    private List<Tie> ties(IntegrationStore.Lines lines, Savings savings, int months) {
        var objects = new LineObjects(policy.packs(), clock.today());
        Map<IntegrationStore.Pair, Long> people = store.people(lines, clock.today());
        Map<IntegrationStore.Pair, Gain> gains = savings.byPair(lineOfMatter());
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
    private List<Link> links(Savings savings, int months) {
        Map<IntegrationStore.Cell, Gain> done = savings.byCell();
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
