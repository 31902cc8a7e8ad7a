package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.weimin.engine.population.Columns;
import org.weimin.engine.population.CompiledMatter;
import org.weimin.engine.population.Parity;
import org.weimin.engine.population.RandomHouseholds;
import org.weimin.engine.population.RandomStandards;
import org.weimin.engine.population.Standards;
import org.weimin.kernel.DivisionCode;

/** No row and no bound of any table goes untried: what is drawn reaches them, and all three engines agree there. */
class EdgesTest {
    private static final boolean LONG = Boolean.getBoolean("weimin.long");
    private static final int HOUSEHOLDS = LONG ? 30_000 : 6_000;
    private static final int LOT = 50;
    private static final int ONE_BOUND_IN = LONG ? 1 : 30;
    private static final int OTHER_STANDARDS = LONG ? 12 : 2;
    private static final long SEED = 20_261_122;
    private static final List<DivisionCode> PLACES =
            Stream.of("310117", "330802").map(DivisionCode::new).toList();
    private static final Packs PACKS = Packs.read(Path.of("..", "packs"));

    /** Every edition, or the newest of every matter. */
    private static Stream<CompiledMatter> matters() {
        return PACKS.list().stream().flatMap(pack -> {
            List<Edition> editions =
                    pack.editions().values().stream().filter(Edition::hasRules).toList();
            return editions.stream()
                    .skip(LONG || editions.isEmpty() ? 0 : editions.size() - 1)
                    .map(edition -> CompiledMatter.of(pack, edition));
        });
    }

    private static String name(CompiledMatter matter) {
        return matter.pack().id() + " " + matter.edition().from();
    }

    private static Standards inForce(CompiledMatter matter) {
        LocalDate next = matter.pack().editions().higherKey(matter.edition().from());
        LocalDate asOf = next == null ? LocalDate.of(2026, 11, 22) : next.minusDays(1);
        return Standards.of(matter.pack(), asOf, PLACES, Map.of());
    }

    @TestFactory
    Stream<DynamicTest> drawn_households_reach_the_rows_of_every_table() {
        return matters()
                .map(matter -> DynamicTest.dynamicTest(name(matter), () -> {
                    Set<String> reached = reached(matter);
                    int rows = 0;
                    for (Question.Named named : Question.tables(matter.edition().rules())) {
                        List<String> missed = named.table().rows().stream()
                                .map(row -> named.label().zh() + " " + row.id())
                                .filter(row -> !reached.contains(row))
                                .toList();
                        rows += named.table().rows().size() - missed.size();
                        // one row may be there for whoever asks the table by another way
                        assertThat(missed)
                                .hasSizeLessThanOrEqualTo(
                                        Math.max(1, named.table().rows().size() / 10));
                    }
                    report("%s: %d rows reached".formatted(name(matter), rows));
                }));
    }

    private static Set<String> reached(CompiledMatter matter) {
        var reached = new HashSet<String>();
        for (int lot = 0; lot * LOT < HOUSEHOLDS; lot++) {
            Standards standards = inForce(matter);
            if (lot % 3 > 0) {
                standards = new RandomStandards(matter).draw(standards, SEED + lot);
            }
            var columns = Columns.of(matter.pack().dictionary(), matter.facts(), PLACES);
            new RandomHouseholds(matter, standards, SEED + lot).fill(columns, LOT, 0);
            for (int household = 0; household < columns.households(); household++) {
                Question.of(
                                matter.pack(),
                                matter.edition(),
                                standards,
                                PLACES.get(columns.place(household)),
                                columns.sheet(household))
                        .forEach(question -> question.askAll(new Trace())
                                .rules()
                                .forEach(row -> reached.add(row.table().zh() + " " + row.row())));
            }
        }
        return reached;
    }

    @TestFactory
    Stream<DynamicTest> on_either_side_of_every_bound_all_engines_agree() {
        return matters()
                .map(matter -> DynamicTest.dynamicTest(name(matter), () -> {
                    var settings = new ArrayList<>(List.of(inForce(matter)));
                    IntStream.range(0, OTHER_STANDARDS)
                            .mapToObj(other -> new RandomStandards(matter).draw(settings.getFirst(), SEED + other))
                            .forEach(settings::add);
                    var edges = new Edges(matter, settings, SEED);
                    List<String> bounds = edges.bounds();
                    List<String> tried = IntStream.range(0, bounds.size())
                            .filter(i -> i % ONE_BOUND_IN == 0)
                            .mapToObj(bounds::get)
                            .toList();
                    List<Edges.Edge> found = tried.stream()
                            .map(edges::at)
                            .flatMap(Optional::stream)
                            .toList();
                    report("%s: %d of %d bounds; only the place decides, or nothing: %s"
                            .formatted(name(matter), found.size(), tried.size(), edges.oneSided()));
                    assertThat(found).hasSizeGreaterThanOrEqualTo(tried.size() * 9 / 10);
                    settings.forEach(standards -> agree(
                            matter,
                            standards,
                            found.stream()
                                    .filter(edge -> edge.standards() == standards)
                                    .toList()));
                }));
    }

    private static void agree(CompiledMatter matter, Standards standards, List<Edges.Edge> edges) {
        var columns = Columns.of(matter.pack().dictionary(), matter.facts(), PLACES);
        var oracle = Oracle.of(matter.edition());
        for (Edges.Edge edge : edges) {
            edge.sides().forEach(side -> {
                Question.add(columns, edge.place(), side);
                Question.of(matter.pack(), matter.edition(), standards, PLACES.get(edge.place()), side)
                        .forEach(oracle::compare);
            });
            Question.add(columns, edge.place(), edge.unknown());
        }
        assertThat(new Parity(matter, standards).on(columns)).isEmpty();
    }

    /** The long run is asked what it tried. */
    private static void report(String line) {
        if (LONG) {
            System.out.println(line);
        }
    }
}
