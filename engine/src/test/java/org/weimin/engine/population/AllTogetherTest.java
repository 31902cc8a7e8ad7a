package org.weimin.engine.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.weimin.engine.AllAtOnce;
import org.weimin.engine.Determination;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Fact;
import org.weimin.engine.FactKind;
import org.weimin.engine.FactSheet;
import org.weimin.engine.Grant;
import org.weimin.engine.InOrder;
import org.weimin.engine.Interpreter;
import org.weimin.engine.Pack;
import org.weimin.engine.Packs;
import org.weimin.engine.Standing;
import org.weimin.engine.Supposing;
import org.weimin.engine.WorkedExample;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;

/** The sweep and the window are one law: all matters over columns answer as all matters for one household do. */
class AllTogetherTest {
    private static final int HOUSEHOLDS = Boolean.getBoolean("weimin.long") ? 20_000 : 300;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final List<DivisionCode> PLACES =
            Stream.of("310117", "330802", "320481", "11").map(DivisionCode::new).toList();
    private static final Packs PACKS = Packs.read(Path.of("..", "packs"));
    /** The same law where the old-age allowance counts as income and a cap bites, so that each rule has work. */
    private static final Packs STRICTER = PACKS.with(Map.of(
            "_shared/parameters/income.added-test.yaml",
            addition("oldAgeAllowanceShare", "0.5"),
            "_shared/parameters/caps.added-test.yaml",
            addition("subsidyCap", "120.00")));

    /** Whose money a cap limits together, and the matter that opens the door to one of them. */
    private static final Set<String> UNDER_A_CAP = Set.of("dibao", "canji-shenghuo", "yanglao-huli");

    private static String addition(String parameter, String value) {
        return "additions:\n  - { parameter: " + parameter + ", from: 2020-01-01, value: \"" + value
                + "\", source: 测试 }\n";
    }

    @TestFactory
    Stream<DynamicTest> every_worked_example_of_every_matter_is_answered_alike() {
        return PACKS.list().stream()
                .filter(pack -> !WorkedExample.of(pack).isEmpty())
                .map(pack -> DynamicTest.dynamicTest(pack.id().value(), () -> {
                    var lot = new Lot(PACKS, DAY);
                    WorkedExample.of(pack).forEach(example -> lot.add(example.facts()));
                    lot.compare();
                }));
    }

    /** And every rule has had something to do, or the likeness would prove little. */
    @TestFactory
    Stream<DynamicTest> drawn_households_are_answered_alike() {
        var work = new HashMap<String, Integer>();
        Stream<DynamicTest> drawn = InOrder.of(PACKS.list(), DAY, PACKS.overlaps()).stream()
                .flatMap(pack -> Stream.of(PACKS, STRICTER)
                        .map(packs -> DynamicTest.dynamicTest(pack.id() + (packs == PACKS ? "" : ", stricter"), () -> {
                            var lot = new Lot(packs, DAY);
                            lot.draw(
                                    packs.get(pack.id()),
                                    HOUSEHOLDS / 20,
                                    pack.id().hashCode());
                            lot.compare();
                            lot.work.forEach((what, count) -> work.merge(what, count, Integer::sum));
                        })));
        Stream<DynamicTest> mixed = Stream.of(PACKS, STRICTER)
                .map(packs -> DynamicTest.dynamicTest("mixed" + (packs == PACKS ? "" : ", stricter"), () -> {
                    var lot = new Lot(packs, DAY);
                    lot.mix(2 * HOUSEHOLDS, 7, matter -> true);
                    lot.mix(HOUSEHOLDS, 8, UNDER_A_CAP::contains);
                    lot.compare();
                    lot.work.forEach((what, count) -> work.merge(what, count, Integer::sum));
                }));
        return Stream.of(drawn, mixed, Stream.of(DynamicTest.dynamicTest("every rule has had work", () -> {
                    System.out.println("All matters together: " + work);
                    assertThat(work).containsKeys("follows", "falls", "gives way", "reduced", "capped", "counted");
                })))
                .flatMap(tests -> tests);
    }

    /** Households in columns, and what both roads say of them. */
    private static final class Lot {
        private final Packs packs;
        private final LocalDate asOf;
        private final List<Law> laws;
        private final Columns columns;
        private final AllTogether together;
        private final Map<String, Integer> work = new HashMap<>();

        Lot(Packs packs, LocalDate asOf) {
            this.packs = packs;
            this.asOf = asOf;
            this.laws = InOrder.of(packs.list(), asOf, packs.overlaps()).stream()
                    .map(pack -> new Law(
                            CompiledMatter.of(pack, pack.editionOn(asOf)), Standards.of(pack, asOf, PLACES, Map.of())))
                    .toList();
            this.columns = Columns.of(
                    packs.dictionary(),
                    laws.stream()
                            .flatMap(law -> Stream.concat(
                                    law.rules().facts().stream(),
                                    law.rules().pack().matter().giving().facts().stream()))
                            .distinct()
                            .toList(),
                    PLACES);
            this.together = new AllTogether(laws, packs.overlaps());
        }

        void add(FactSheet sheet) {
            put(columns.household(0), sheet.household());
            sheet.members().forEach(member -> put(columns.member(), member));
        }

        private void put(int row, List<Fact> facts) {
            for (Fact fact : facts) {
                columns.find(fact.name()).ifPresent(column -> column.put(row, column.encode(fact.value())));
            }
        }

        /** Like the examples of one matter; what that one does not ask is drawn, most of it quiet. */
        void draw(Pack pack, int households, long seed) {
            Law like = laws.stream()
                    .filter(law -> law.matter().equals(pack.id()))
                    .findFirst()
                    .orElseThrow();
            var random = new Random(seed);
            int household = 0;
            int member = 0;
            for (int lot = 0; lot < 4; lot++) {
                new RandomHouseholds(like.rules(), like.standards(), seed + lot)
                        .fill(columns, households / 4 + 1, lot == 3 ? 10 : 0);
                for (; household < columns.households(); household++) {
                    rest(like, false, household, random);
                }
                for (; member < columns.members(); member++) {
                    rest(like, true, member, random);
                }
            }
        }

        /** Who is as several examples of several matters are: what the first of them leaves open the next one says. */
        void mix(int households, long seed, Predicate<String> matters) {
            var random = new Random(seed);
            List<FactSheet> examples = laws.stream()
                    .filter(law -> matters.test(law.matter().value()))
                    .flatMap(law -> WorkedExample.of(law.rules().pack()).stream())
                    .map(WorkedExample::facts)
                    .toList();
            for (int i = 0; i < households; i++) {
                FactSheet mixed = examples.get(random.nextInt(examples.size()));
                for (int more = 0; more < 5; more++) {
                    mixed = filled(mixed, examples.get(random.nextInt(examples.size())));
                }
                add(mixed);
            }
        }

        private static FactSheet filled(FactSheet first, FactSheet next) {
            var members = new ArrayList<List<Fact>>();
            for (int i = 0; i < first.members().size(); i++) {
                members.add(
                        i < next.members().size()
                                ? filled(first.members().get(i), next.members().get(i))
                                : first.members().get(i));
            }
            return new FactSheet(filled(first.household(), next.household()), members);
        }

        private static List<Fact> filled(List<Fact> first, List<Fact> next) {
            return Stream.concat(
                            first.stream(),
                            next.stream()
                                    .filter(fact -> first.stream()
                                            .noneMatch(known -> known.name().equals(fact.name()))))
                    .toList();
        }

        private void rest(Law like, boolean ofMember, int row, Random random) {
            laws.stream()
                    .flatMap(law -> law.rules().facts().stream())
                    .distinct()
                    .filter(fact -> !like.rules().facts().contains(fact))
                    .map(columns::column)
                    .filter(column -> column.kind().ofMember() == ofMember)
                    .filter(column -> random.nextInt(4) == 0 || (!column.isKnown(row) && random.nextInt(20) > 0))
                    .forEach(column -> column.put(row, column.encode(drawn(column.kind(), random))));
        }

        private Object drawn(FactKind kind, Random random) {
            return switch (kind.type()) {
                case "boolean" -> random.nextInt(4) == 0;
                case "date" -> DAY.minusDays(random.nextInt(33_000));
                case "text" ->
                    kind.choices().get(random.nextInt(kind.choices().size())).value();
                case "money" -> BigDecimal.valueOf(random.nextInt(3) == 0 ? random.nextInt(3_000_000) : 0, 2);
                default -> kind.atLeast().orElse(BigDecimal.ZERO).add(BigDecimal.valueOf(random.nextInt(3)));
            };
        }

        void compare() {
            together.judge(columns);
            compareEveryThird();
            var whole = new AllAtOnce(packs.list(), packs.overlaps());
            for (int household = 0; household < columns.households(); household++) {
                FactSheet sheet = columns.sheet(household);
                DivisionCode place = PLACES.get(columns.place(household));
                assertThat(registered(household)).as("registered, %s", sheet).isEqualTo(single(place, sheet));
                try {
                    AllAtOnce.Answer answer = whole.of(place, asOf, sheet);
                    assertThat(together(household)).as("together, %s", sheet).isEqualTo(text(answer));
                    note(registered(household), answer);
                } catch (Refused refused) {
                    assertThat(together.isUnsettled(household) || isRefused(household))
                            .as("%s, %s", refused.code(), sheet)
                            .isTrue();
                }
            }
        }

        private void note(List<String> registered, AllAtOnce.Answer answer) {
            for (int i = 0; i < registered.size(); i++) {
                AllAtOnce.Item item = answer.items().get(i);
                boolean now = item.determination().outcome() instanceof Outcome.Entitled;
                boolean was = registered.get(i).contains(" yes ");
                count("follows", now && !was);
                count("falls", was && !now);
                count("gives way", item.standing() instanceof Standing.GivesWay);
                count("reduced", item.standing() instanceof Standing.Reduced);
                count("capped", item.standing().toString().contains("上限"));
                count(
                        "counted",
                        item.determination().facts().stream()
                                .anyMatch(fact -> fact.name().equals("transferIncome")
                                        && fact.source().equals("SYSTEM")));
            }
        }

        private void count(String what, boolean happened) {
            if (happened) {
                work.merge(what, 1, Integer::sum);
            }
        }

        private boolean isRefused(int household) {
            return together(household).stream().anyMatch(line -> line.contains("REFUSED"));
        }

        /** Each matter alone, as the window asks it. */
        private List<String> single(DivisionCode place, FactSheet sheet) {
            var lines = new ArrayList<String>();
            for (Law law : together.laws()) {
                List<String> persons = law.judgesPersons() ? sheet.persons() : List.of("");
                for (String person : persons) {
                    Pack pack = law.rules().pack();
                    try {
                        Determination answer =
                                new Interpreter().determine(pack, place, asOf, sheet, new Supposing(person, Map.of()));
                        lines.add(pack.id() + " " + person + " " + text(answer.outcome()));
                    } catch (Refused refused) {
                        lines.add(pack.id() + " " + person + " REFUSED " + refused.code());
                    }
                }
            }
            return lines;
        }

        private static List<String> text(AllAtOnce.Answer answer) {
            return answer.items().stream()
                    .map(item -> item.determination().matter() + " "
                            + item.determination().question().person() + " "
                            + text(item.determination().outcome())
                            + standing(item.standing(), item.monthly().fen()))
                    .toList();
        }

        private static String standing(Standing standing, long monthlyFen) {
            return switch (standing) {
                case Standing.Stands ignored -> "";
                case Standing.GivesWay(var to, var rule) -> " gives way to " + to;
                case Standing.Reduced(var less) -> " reduced to " + monthlyFen + " " + less;
            };
        }

        private static String text(Outcome outcome) {
            return switch (outcome) {
                case Outcome.NotEntitled(var code) -> "no " + code;
                case Outcome.CannotTell(var missing) -> "ask " + new TreeSet<>(missing);
                case Outcome.Entitled(var grants) ->
                    "yes "
                            + grants.stream()
                                    .map(grant -> amount(grant) + "" + grant.persons())
                                    .toList();
            };
        }

        private static long amount(Grant grant) {
            return switch (grant) {
                case Grant.Monthly monthly -> monthly.amount().fen();
                case Grant.OneOff once -> once.amount().fen();
                case Grant.Identity ignored -> 0;
                case Grant.Document ignored -> 0;
                case Grant.Service service -> service.monthly().fen();
            };
        }

        private List<String> registered(int household) {
            return lines(together, household, false);
        }

        private List<String> together(int household) {
            return lines(together, household, true);
        }

        private void compareEveryThird() {
            BitSet every = IntStream.range(0, columns.households() / 3)
                    .map(third -> 3 * third)
                    .collect(BitSet::new, BitSet::set, BitSet::or);
            var some = new AllTogether(laws, packs.overlaps());
            some.judge(columns, every);
            every.stream()
                    .forEach(household ->
                            assertThat(lines(some, household, true)).isEqualTo(together(household)));
        }

        private List<String> lines(AllTogether by, int household, boolean all) {
            var lines = new ArrayList<String>();
            for (int matter = 0; matter < by.laws().size(); matter++) {
                Law law = by.laws().get(matter);
                Outcomes outcomes = all ? by.together(matter) : by.registered(matter);
                int first = columns.firstMember(household);
                int from = law.judgesPersons() ? first : household;
                int until = law.judgesPersons() ? columns.firstMember(household + 1) : household + 1;
                for (int row = from; row < until; row++) {
                    String person = law.judgesPersons() ? Columns.nameOf(row - first) : "";
                    long left = monthly(law, outcomes, row) - by.lessFen(matter, household, row);
                    String beside = all ? standing(by.standing(matter, household, row), left) : "";
                    lines.add(law.matter() + " " + person + " " + text(law, outcomes, row, household) + beside);
                }
            }
            return lines;
        }

        private static long monthly(Law law, Outcomes outcomes, int row) {
            var grants = law.rules().pack().matter().grants();
            return outcomes.status(row) != Outcomes.Status.ENTITLED
                    ? 0
                    : IntStream.range(0, grants.size())
                            .filter(grant -> grants.get(grant).kind() == org.weimin.engine.GrantRule.Kind.MONTHLY
                                    && outcomes.given(row, grant))
                            .mapToLong(grant -> outcomes.amountFen(row, grant))
                            .sum();
        }

        private String text(Law law, Outcomes outcomes, int row, int household) {
            return switch (outcomes.status(row)) {
                case NOT_ENTITLED -> "no " + outcomes.reason(row);
                case CANNOT_TELL -> "ask " + new TreeSet<>(outcomes.missing(row));
                case REFUSED -> "REFUSED " + outcomes.reason(row);
                case ENTITLED ->
                    "yes "
                            + IntStream.range(
                                            0,
                                            law.rules().pack().matter().grants().size())
                                    .filter(grant -> outcomes.given(row, grant))
                                    .mapToObj(grant ->
                                            outcomes.amountFen(row, grant) + persons(outcomes, row, grant, household))
                                    .toList();
            };
        }

        private String persons(Outcomes outcomes, int row, int grant, int household) {
            long bits = outcomes.persons(row, grant);
            return IntStream.range(0, columns.size(household))
                    .filter(member -> (bits & (1L << member)) != 0)
                    .mapToObj(Columns::nameOf)
                    .toList()
                    .toString();
        }
    }
}
