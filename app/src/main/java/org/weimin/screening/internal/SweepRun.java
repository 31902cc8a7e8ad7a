package org.weimin.screening.internal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.engine.Pack;
import org.weimin.engine.population.CompiledMatter;
import org.weimin.engine.population.Standards;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.policy.Policy;
import org.weimin.screening.Sweep;

/** 执行筛查: several workers take slice after slice: read, judge, write, each slice in one transaction. */
@Component
class SweepRun {
    private static final Logger log = LoggerFactory.getLogger(SweepRun.class);
    private static final int KEPT_LISTS = 2;
    private static final String WINDOW = "incomeWindowMonths";
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

    /** What every worker of one sweep has in common. */
    private record Plan(
            Sweep sweep, int window, List<CompiledMatter> matters, List<Standards> standards, Queue<Slice> slices) {
        List<String> facts() {
            return matters.stream()
                    .flatMap(matter -> java.util.stream.Stream.concat(
                            matter.facts().stream(), matter.pack().matter().giving().facts().stream()))
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
        var queue = new ConcurrentLinkedQueue<>(Slices.of(areas));
        sweeps.planned(sweep.id(), queue.size(), packs, sweep.asOf());
        return new Plan(
                sweep,
                window(packs, places, sweep.asOf()),
                packs.stream().map(pack -> compiled(pack, sweep.asOf())).toList(),
                packs.stream()
                        .map(pack -> Standards.of(pack, sweep.asOf(), places, Map.of()))
                        .toList(),
                queue);
    }

    /** Every matter that gives something, but for those that no register can judge. */
    private List<Pack> packs(Sweep sweep) {
        return policy.packs().list().stream()
                .filter(pack -> pack.matter().acts() == Pack.Acts.GRANT)
                .filter(pack -> pack.editions().floorKey(sweep.asOf()) != null)
                .filter(pack -> pack.matter().giving().notScreened().isEmpty())
                .filter(pack -> sweep.only().map(pack.id()::equals).orElse(true))
                .toList();
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
        var packs = plan.matters().stream().map(CompiledMatter::pack).toList();
        if (packs.isEmpty()) {
            return;
        }
        var reader = new PopulationReader(
                plan.sweep().asOf(),
                plan.window(),
                packs.getFirst().dictionary(),
                plan.facts(),
                plan.standards().getFirst().places(),
                packs.stream().map(Pack::id).toList());
        var judging = new Judging(plan.matters(), plan.standards());
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
        return java.util.Objects.requireNonNull(result);
    }
}
