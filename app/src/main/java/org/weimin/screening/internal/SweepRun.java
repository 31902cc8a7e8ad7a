package org.weimin.screening.internal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.engine.Overlaps;
import org.weimin.engine.Pack;
import org.weimin.engine.Parameter;
import org.weimin.engine.Ties;
import org.weimin.engine.population.AllTogether;
import org.weimin.engine.population.CompiledMatter;
import org.weimin.engine.population.Law;
import org.weimin.engine.population.Standards;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.policy.Policy;
import org.weimin.screening.Sweep;

/** 执行筛查: several workers take slice after slice: read, judge, write, each slice in one transaction. */
@Component
class SweepRun {
    private static final Logger log = LoggerFactory.getLogger(SweepRun.class);
    private static final int KEPT_LISTS = 2;
    private static final String WINDOW = "incomeWindowMonths";
    private static final String LINE = "standard";
    private static final String OVERSIGHT = "oversight";
    private static final String LITTLE = "nearLineYuan";
    private final DataSource dataSource;
    private final TransactionTemplate transaction;
    private final SweepStore sweeps;
    private final Slices slices;
    private final FindingWriter writer;
    private final Policy policy;
    private final Map<String, CompiledMatter> compiled = new ConcurrentHashMap<>();

    SweepRun(
            DataSource dataSource,
            TransactionTemplate transaction,
            SweepStore sweeps,
            Slices slices,
            FindingWriter writer,
            Policy policy) {
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.sweeps = sweeps;
        this.slices = slices;
        this.writer = writer;
        this.policy = policy;
    }

    /** What every worker of one sweep has in common: all matters that bear on those asked for, and which these are. */
    private record Plan(
            Sweep sweep,
            int window,
            List<Law> laws,
            Overlaps overlaps,
            Set<MatterId> asked,
            Queue<Slice> slices,
            Optional<Standings.Ruler> ruler) {
        List<String> facts() {
            return laws.stream()
                    .map(Law::rules)
                    .flatMap(rules ->
                            Stream.concat(rules.facts().stream(), rules.pack().matter().giving().facts().stream()))
                    .distinct()
                    .toList();
        }
    }

    void run(Sweep sweep) {
        try {
            var plan = inTransaction(sweep, () -> plan(sweep));
            Workers.share("sweep", plan.slices(), () -> slices(plan));
            inTransaction(sweep, () -> {
                sweeps.end(sweep.id(), Sweep.Status.DONE, "");
                writer.forgetBefore(sweep.id(), KEPT_LISTS);
                return sweep;
            });
        } catch (RuntimeException failed) {
            log.error("Sweep {} failed", sweep.id(), failed);
            inTransaction(sweep, () -> {
                sweeps.end(sweep.id(), Sweep.Status.FAILED, failed.getClass().getSimpleName());
                return sweep;
            });
        }
    }

    private Plan plan(Sweep sweep) {
        writer.forget(sweep.id());
        var areas = slices.populated(sweep.place());
        List<DivisionCode> places = areas.stream().map(Slices.Populated::area).toList();
        List<Pack> packs = packs(sweep);
        Set<MatterId> asked = sweep.only()
                .map(Set::of)
                .orElseGet(() -> packs.stream().map(Pack::id).collect(Collectors.toSet()));
        var queue = new ConcurrentLinkedQueue<>(Slices.of(areas));
        sweeps.planned(
                sweep.id(),
                queue.size(),
                packs.stream().filter(pack -> asked.contains(pack.id())).toList(),
                sweep.asOf());
        int window = window(packs, places, sweep.asOf());
        return new Plan(
                sweep,
                window,
                packs.stream()
                        .map(pack -> new Law(
                                compiled(pack, sweep.asOf()), Standards.of(pack, sweep.asOf(), places, Map.of())))
                        .toList(),
                policy.packs().overlaps(),
                asked,
                queue,
                sweep.only().isPresent() ? Optional.empty() : ruler(packs, places, window, sweep.asOf()));
    }

    /** Every matter that gives something and can be judged by registers; of one alone, those on which it depends. */
    private List<Pack> packs(Sweep sweep) {
        List<Pack> screened = policy.packs().list().stream()
                .filter(pack -> pack.matter().acts() == Pack.Acts.GRANT)
                .filter(pack -> pack.isInForce(sweep.asOf()))
                .filter(pack -> pack.matter().giving().notScreened().isEmpty())
                .toList();
        Optional<Set<MatterId>> needed = sweep.only()
                .map(only -> Ties.of(screened, sweep.asOf(), policy.packs().overlaps())
                        .withThoseBefore(Set.of(only)));
        return screened.stream()
                .filter(pack -> needed.map(ids -> ids.contains(pack.id())).orElse(true))
                .toList();
    }

    /** By the line of the first matter that has one; what is a little, the packs say as well. */
    private Optional<Standings.Ruler> ruler(List<Pack> packs, List<DivisionCode> places, int window, LocalDate asOf) {
        return packs.stream()
                .filter(pack -> pack.findParameter(LINE).isPresent())
                .findFirst()
                .map(pack -> new Standings.Ruler(
                        places.stream()
                                .map(place -> pack.parameter(LINE)
                                        .find(place, asOf)
                                        .map(line -> Money.yuan(line.value()))
                                        .orElse(Money.ZERO))
                                .toList(),
                        window,
                        little(asOf)));
    }

    private Money little(LocalDate asOf) {
        Parameter little =
                Objects.requireNonNull(policy.packs().parameters(OVERSIGHT).get(LITTLE), LITTLE);
        return Money.yuan(little.on(DivisionCode.COUNTRY, asOf).value());
    }

    private CompiledMatter compiled(Pack pack, LocalDate asOf) {
        var edition = pack.editionOn(asOf);
        return compiled.computeIfAbsent(pack.packVersion(edition), version -> CompiledMatter.of(pack, edition));
    }

    /** All matters share one accounting window of income, for income is read once. */
    private static int window(List<Pack> packs, Collection<DivisionCode> places, LocalDate asOf) {
        var windows = packs.stream()
                .filter(pack -> pack.findParameter(WINDOW).isPresent())
                .flatMap(pack -> places.stream().map(place -> pack.value(WINDOW, place, asOf)))
                .map(value -> new BigDecimal(value.value()).intValueExact())
                .distinct()
                .toList();
        if (windows.size() > 1) {
            throw new IllegalStateException("Matters with different income windows: " + windows);
        }
        return windows.isEmpty() ? 1 : windows.getFirst();
    }

    private void slices(Plan plan) {
        if (plan.laws().isEmpty()) {
            return;
        }
        var together = new AllTogether(plan.laws(), plan.overlaps());
        var reader = new PopulationReader(
                plan.sweep().asOf(),
                plan.window(),
                plan.laws().getFirst().rules().pack().dictionary(),
                plan.facts(),
                plan.laws().getFirst().standards().places(),
                together.laws().stream().map(Law::matter).toList());
        var judging = new Judging(
                together, plan.asked(), plan.ruler().map(ruler -> new Standings(plan.laws(), plan.overlaps(), ruler)));
        for (Slice next = plan.slices().poll();
                next != null;
                next = plan.slices().poll()) {
            Slice slice = next;
            inTransaction(plan.sweep(), () -> {
                slice(plan.sweep(), slice, reader, judging);
                return slice;
            });
        }
    }

    private void slice(Sweep sweep, Slice slice, PopulationReader reader, Judging judging) {
        long start = System.nanoTime();
        read(reader, slice);
        long read = System.nanoTime();
        judging.judge(reader);
        long judged = System.nanoTime();
        writer.write(sweep.id(), judging.findings(), judging.tallies());
        writer.write(sweep.id(), judging.standings());
        long written = System.nanoTime();
        sweeps.sliceDone(
                sweep.id(),
                reader.homes().households(),
                reader.homes().members(),
                new Sweep.Took(
                        Duration.ofNanos(written - start),
                        Duration.ofNanos(read - start),
                        Duration.ofNanos(judged - read),
                        Duration.ofNanos(written - judged)));
    }

    private void read(PopulationReader reader, Slice slice) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            reader.read(connection, slice);
        } catch (SQLException failed) {
            throw new IllegalStateException("Cannot read " + slice, failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private <T> T inTransaction(Sweep sweep, java.util.function.Supplier<T> work) {
        var job = new Actor.SystemJob("screening", sweep.id().toString());
        T result = Acting.as(job, () -> transaction.execute(status -> work.get()));
        return Objects.requireNonNull(result);
    }
}
