package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.weimin.engine.population.Columns;
import org.weimin.engine.population.CompiledMatter;
import org.weimin.engine.population.RandomHouseholds;
import org.weimin.engine.population.Standards;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;

/**
 * Another DMN engine reads the same files and must come to the same value of every decision: the rules mean what DMN
 * says they mean. The households are drawn from the corners of the tables and from beside them.
 */
class OracleTest {
    private static final boolean LONG = Boolean.getBoolean("weimin.long");
    private static final int HOUSEHOLDS_OF_A_MATTER = LONG ? 20_000 : 200;
    private static final int LOT = 50;
    private static final long SEED = 20_261_122;
    private static final DivisionCode SONGJIANG = new DivisionCode("310117");
    private static final Packs PACKS = Packs.read(Path.of("..", "packs"));

    /** Both engines with one edition. */
    private record Bench(Pack pack, Edition edition, LocalDate asOf, DMNRuntime runtime, DMNModel model) {
        static Bench of(Pack pack, Edition edition) {
            LocalDate next = pack.editions().higherKey(edition.from());
            byte[] rules = edition.file("rules.dmn").orElseThrow().getBytes(StandardCharsets.UTF_8);
            DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                    .buildConfiguration()
                    .fromResources(List.of(ResourceFactory.newByteArrayResource(rules)))
                    .getOrElseThrow(RuntimeException::new);
            DMNModel model = runtime.getModels().getFirst();
            assertThat(model.getMessages()).isEmpty();
            return new Bench(
                    pack, edition, next == null ? LocalDate.of(2026, 11, 22) : next.minusDays(1), runtime, model);
        }

        /** How many decisions both engines gave a value; any two that differ fail. */
        int compare(int households) {
            var matter = CompiledMatter.of(pack, edition);
            var standards = Standards.of(pack, asOf, List.of(SONGJIANG), Map.of());
            var columns = Columns.of(pack.dictionary(), matter.facts(), List.of(SONGJIANG));
            int compared = 0;
            for (int lot = 0; lot * LOT < households; lot++) {
                columns.clear();
                new RandomHouseholds(matter, standards, SEED + lot)
                        .fill(columns, Math.min(LOT, households - lot * LOT), 0);
                for (int household = 0; household < columns.households(); household++) {
                    compared += compare(columns.sheet(household));
                }
            }
            return compared;
        }

        private int compare(FactSheet sheet) {
            boolean judgesPersons = pack.matter().judgesPersons();
            int subjects = judgesPersons ? sheet.members().size() : 1;
            return IntStream.range(0, subjects)
                    .map(subject -> compare(sheet, judgesPersons ? Optional.of(subject) : Optional.empty()))
                    .sum();
        }

        private int compare(FactSheet sheet, Optional<Integer> judged) {
            var trace = new Trace();
            var facts = new CaseFacts(pack.dictionary(), sheet, trace);
            var inputs = new CaseInputs(pack, SONGJIANG, asOf, Map.of(), judged, facts, trace);
            var ours = new Evaluation(edition.rules(), facts, inputs.who(), inputs, trace);
            Map<String, Object> theirs = theirs(sheet, facts, inputs);
            int compared = 0;
            for (String decision : edition.rules().decisions().keySet()) {
                Optional<Object> value = attempt(() -> plain(ours.named(decision), sheet, facts));
                Object other = theirs.get(decision);
                if (value.isPresent() && other != null) {
                    compared++;
                    assertThat(alike(value.get()))
                            .as("%s for %s judged %s", decision, sheet, judged)
                            .isEqualTo(alike(other));
                }
            }
            return compared;
        }

        private Map<String, Object> theirs(FactSheet sheet, CaseFacts facts, CaseInputs inputs) {
            var context = runtime.newContext();
            edition.rules()
                    .inputs()
                    .keySet()
                    .forEach(name -> attempt(() -> plain(inputs.get(name), sheet, facts))
                            .ifPresent(value -> context.set(name, value)));
            var results = new HashMap<String, Object>();
            runtime.evaluateAll(model, context).getDecisionResults().forEach(result -> {
                if (result.getResult() != null) {
                    results.put(result.getDecisionName(), result.getResult());
                }
            });
            return results;
        }

        /** The value as the other engine has it: a member is the context of its facts. */
        private Object plain(Value value, FactSheet sheet, CaseFacts facts) {
            return switch (value) {
                case Value.Num(var number) -> number;
                case Value.Txt(var text) -> text;
                case Value.Truth(var truth) -> truth;
                case Value.Day(var day) -> day;
                case Value.Items(var items) -> {
                    var list = new ArrayList<Object>();
                    items.forEach(item -> list.add(plain(item, sheet, facts)));
                    yield list;
                }
                case Value.Member(int index) -> {
                    var member = new HashMap<String, Object>();
                    member.put("#", BigDecimal.valueOf(index));
                    for (String fact : FactsRead.of(edition.rules(), pack.dictionary())) {
                        if (pack.dictionary().get(fact).ofMember()
                                && !(facts.ofMember(index, fact) instanceof Value.Unknown)) {
                            member.put(fact, plain(facts.ofMember(index, fact), sheet, facts));
                        }
                    }
                    yield member;
                }
                default -> throw new Refused("engine.unknown");
            };
        }
    }

    /** A place may lack a standard; then neither engine has a value. */
    private static Optional<Object> attempt(java.util.function.Supplier<Object> value) {
        try {
            return Optional.of(value.get());
        } catch (Refused notHere) {
            return Optional.empty();
        }
    }

    /** One face for one value: numbers without idle zeros. */
    private static String alike(Object value) {
        return switch (value) {
            case BigDecimal number -> Numbers.plain(number);
            case List<?> list -> list.stream().map(OracleTest::alike).toList().toString();
            case Map<?, ?> member -> "member " + member.get("#");
            default -> String.valueOf(value);
        };
    }

    @TestFactory
    Stream<DynamicTest> another_engine_comes_to_the_same_value_of_every_decision() {
        return PACKS.list().stream().flatMap(pack -> {
            List<Edition> editions =
                    pack.editions().values().stream().filter(Edition::hasRules).toList();
            return editions.stream()
                    .skip(LONG || editions.isEmpty() ? 0 : editions.size() - 1)
                    .map(edition -> DynamicTest.dynamicTest(
                            pack.id() + " " + edition.from(),
                            () -> assertThat(Bench.of(pack, edition).compare(HOUSEHOLDS_OF_A_MATTER / editions.size()))
                                    .isPositive()));
        });
    }
}
