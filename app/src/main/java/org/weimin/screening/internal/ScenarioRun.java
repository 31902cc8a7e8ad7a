package org.weimin.screening.internal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.engine.Pack;
import org.weimin.home.Job;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;
import org.weimin.screening.Scenario;
import org.weimin.screening.Supposition;
import org.weimin.screening.Sweep;

/**
 * 执行测算: reads the population once and asks two laws of it, slice after slice in an order of chance, so that the first
 * slices speak for all.
 */
@Component
public class ScenarioRun {
    private static final Logger log = LoggerFactory.getLogger(ScenarioRun.class);
    private final DataSource dataSource;
    private final TransactionTemplate transaction;
    private final ScenarioStore scenarios;
    private final EffectStore effects;
    private final Slices slices;
    private final SupposedLaw law;

    ScenarioRun(
            DataSource dataSource,
            TransactionTemplate transaction,
            ScenarioStore scenarios,
            EffectStore effects,
            Slices slices,
            SupposedLaw law) {
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.scenarios = scenarios;
        this.effects = effects;
        this.slices = slices;
        this.law = law;
    }

    /** What every worker has in common. */
    private record Plan(
            Scenario scenario,
            int window,
            List<Comparison> comparisons,
            List<DivisionCode> places,
            Queue<Slice> slices) {
        Pack pack() {
            return comparisons.getFirst().before().rules().pack();
        }
    }

    /** Works everything that was asked for, one after the other. */
    public void work() {
        for (var next = claim(); next.isPresent(); next = claim()) {
            run(next.get());
        }
    }

    private Optional<Scenario> claim() {
        return Objects.requireNonNull(transaction.execute(status -> scenarios.claim()));
    }

    private void run(Scenario scenario) {
        try {
            Plan plan = inTransaction(scenario, () -> plan(scenario));
            Workers.share("what-if", plan.slices(), () -> slices(plan));
            end(scenario, Sweep.Status.DONE, "");
        } catch (Refused refused) {
            end(scenario, Sweep.Status.FAILED, refused.code());
        } catch (RuntimeException failed) {
            log.error("Scenario {} failed", scenario.id(), failed);
            end(scenario, Sweep.Status.FAILED, failed.getClass().getSimpleName());
        }
    }

    private void end(Scenario scenario, Sweep.Status status, String failure) {
        inTransaction(scenario, () -> {
            scenarios.end(scenario.id(), status, failure);
            return status;
        });
    }

    private Plan plan(Scenario scenario) {
        effects.forget(scenario.id());
        var areas = slices.populated(scenario.place());
        List<DivisionCode> places = areas.stream().map(Slices.Populated::area).toList();
        List<Comparison> comparisons = law.comparisons(scenario.supposition(), places);
        var order = new ArrayList<>(Slices.of(areas));
        Collections.shuffle(order, new Random(scenario.id().value().getLeastSignificantBits()));
        scenarios.planned(
                scenario.id(),
                order.size(),
                areas.stream().mapToInt(Slices.Populated::households).sum(),
                comparisons.stream().filter(Comparison::asked).toList());
        return new Plan(scenario, window(comparisons, places), comparisons, places, new ConcurrentLinkedQueue<>(order));
    }

    /** Income is read once; so nobody can suppose another window of accounting. */
    private static int window(List<Comparison> comparisons, List<DivisionCode> places) {
        var windows = comparisons.stream()
                .flatMap(comparison -> java.util.stream.Stream.of(comparison.before(), comparison.after()))
                .filter(law ->
                        law.rules().pack().findParameter(Supposition.READ_ONCE).isPresent())
                .flatMap(law -> places.stream()
                        .map(place -> law.rules()
                                .pack()
                                .value(
                                        Supposition.READ_ONCE,
                                        place,
                                        law.standards().asOf())))
                .map(value -> new BigDecimal(value.value()).intValueExact())
                .distinct()
                .toList();
        if (windows.size() > 1) {
            throw new Refused("screening.whatif.window");
        }
        return windows.isEmpty() ? 1 : windows.getFirst();
    }

    private void slices(Plan plan) {
        var reader = new PopulationReader(
                plan.scenario().asOf(),
                plan.window(),
                plan.pack().dictionary(),
                plan.comparisons().stream()
                        .flatMap(comparison -> comparison.facts().stream())
                        .distinct()
                        .toList(),
                plan.places(),
                plan.comparisons().stream().map(Comparison::matter).toList());
        var weighing = new Weighing(plan.comparisons(), law.overlaps());
        for (Slice next = plan.slices().poll();
                next != null;
                next = plan.slices().poll()) {
            Slice slice = next;
            inTransaction(plan.scenario(), () -> {
                read(reader, slice);
                weighing.weigh(reader);
                effects.write(plan.scenario().id(), weighing.effects(), weighing.counts());
                scenarios.sliceDone(
                        plan.scenario().id(),
                        reader.homes().households(),
                        reader.homes().members());
                return slice;
            });
        }
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

    private <T> T inTransaction(Scenario scenario, Supplier<T> work) {
        var job = new Actor.SystemJob("what-if", scenario.id().toString());
        return Objects.requireNonNull(Acting.as(job, () -> transaction.execute(status -> work.get())));
    }

    /** What is worked again and again. */
    @Configuration(proxyBeanMethods = false)
    static class Jobs {
        @Bean
        static Job scenarios(ScenarioRun run) {
            return new Job("what-if", Duration.ofMillis(250), run::work);
        }
    }
}
