package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.weimin.engine.Determination.Outcome;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;

/** Another DMN engine reads the same file and must come to the same answer: the rules mean what DMN says they mean. */
class OracleTest {
    private static final int HOUSEHOLDS = Boolean.getBoolean("weimin.long") ? 20_000 : 250;
    private static final DivisionCode SONGJIANG = new DivisionCode("310117");
    private static final Path PACKS = Path.of("..", "packs");
    private static final Pack DIBAO = Packs.read(PACKS).get(new MatterId("dibao"));
    private static final List<String> RELATIONS = List.of("CHILD", "PARENT", "SIBLING", "OTHER", "SPOUSE");

    private record Household(Map<String, Object> facts, List<Map<String, Object>> members) {
        FactSheet sheet() {
            return new FactSheet(
                    asFacts(facts), members.stream().map(OracleTest::asFacts).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"2014-05-01, 2024-08-15", "2026-07-01, 2026-11-21"})
    void another_engine_comes_to_the_same_answer(String edition, LocalDate asOf) {
        DMNRuntime runtime = runtime(edition);
        DMNModel model = runtime.getModels().getFirst();
        assertThat(model.getMessages()).isEmpty();
        for (long seed = 1; seed <= HOUSEHOLDS; seed++) {
            Household household = draw(new Random(seed));
            assertThat(ours(household, asOf))
                    .as("seed %d: %s", seed, household)
                    .isEqualTo(theirs(runtime, model, household, asOf));
        }
    }

    private static String ours(Household household, LocalDate asOf) {
        var answer = new Interpreter().determine(DIBAO, SONGJIANG, asOf, household.sheet());
        return switch (answer.outcome()) {
            case Outcome.Entitled entitled -> entitled.monthly().plain();
            case Outcome.NotEntitled(var reason) -> reason;
            case Outcome.CannotTell(var missing) -> missing.toString();
        };
    }

    private static String theirs(DMNRuntime runtime, DMNModel model, Household household, LocalDate asOf) {
        DMNContext context = runtime.newContext();
        household.facts().forEach(context::set);
        context.set("members", household.members());
        context.set("asOf", asOf);
        for (Parameter parameter : DIBAO.parameters()) {
            if (DIBAO.editionOn(asOf).rules().inputs().containsKey(parameter.name())) {
                String value = DIBAO.value(parameter.name(), SONGJIANG, asOf).value();
                context.set(parameter.name(), parameter.unit().equals("text") ? value : new BigDecimal(value));
            }
        }
        var results = runtime.evaluateAll(model, context);
        var refusals = (List<?>) results.getDecisionResultByName("refusals").getResult();
        return refusals.isEmpty()
                ? ((BigDecimal) results.getDecisionResultByName("monthlyGrant").getResult())
                        .setScale(2)
                        .toPlainString()
                : String.valueOf(refusals.getFirst());
    }

    private static DMNRuntime runtime(String edition) {
        Path file = PACKS.resolve("dibao/editions").resolve(edition).resolve("rules.dmn");
        return DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newFileResource(file.toFile())))
                .getOrElseThrow(RuntimeException::new);
    }

    private static Household draw(Random random) {
        var members = new ArrayList<Map<String, Object>>();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            members.add(member(random, members.size()));
        }
        var facts = new LinkedHashMap<String, Object>();
        facts.put("meansCheckConsent", random.nextInt(30) > 0);
        facts.put("residenceKind", random.nextInt(3) == 0 ? "RURAL" : "URBAN");
        facts.put("financialAssets", BigDecimal.valueOf(random.nextLong(0, 20_000_000), 2));
        facts.put("dwellings", BigDecimal.valueOf(random.nextInt(6) == 0 ? 2 : 1));
        facts.put("dwellingArea", BigDecimal.valueOf(random.nextInt(200)));
        facts.put("businessPremises", BigDecimal.valueOf(random.nextInt(20) == 0 ? 1 : 0));
        facts.put("cars", BigDecimal.valueOf(random.nextInt(20) == 0 ? 1 : 0));
        facts.put("businessCapital", BigDecimal.valueOf(random.nextInt(20) == 0 ? 200_000 : 0));
        return new Household(facts, members);
    }

    private static Map<String, Object> member(Random random, int number) {
        int grade = random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 0;
        var member = new LinkedHashMap<String, Object>();
        member.put("person", "p" + number);
        member.put("birthDate", LocalDate.of(1935, 1, 1).plusDays(random.nextInt(32_000)));
        member.put("relation", number == 0 ? "HEAD" : RELATIONS.get(random.nextInt(RELATIONS.size())));
        member.put("livesTogether", random.nextInt(4) > 0);
        member.put("absence", random.nextInt(10) == 0 ? "PRISON" : "NONE");
        member.put("student", random.nextInt(6) == 0);
        member.put("labourAbility", random.nextInt(6) == 0 ? "NONE" : "ABLE");
        member.put("disabilityType", grade == 0 ? "NONE" : random.nextBoolean() ? "MENTAL" : "LIMB");
        member.put("disabilityGrade", BigDecimal.valueOf(grade));
        member.put("seriousIllness", random.nextInt(8) == 0);
        member.put("specialHardship", random.nextInt(10) == 0);
        member.put("caresAtHome", random.nextInt(10) == 0);
        member.put("supportsOutside", random.nextInt(4) == 0);
        member.put("supportAgreed", yuan(random, 8, 0, 500_000));
        member.put("supportPaid", yuan(random, 8, 0, 200_000));
        member.put("supporterIncome", yuan(random, 1, 0, 20_000_000));
        member.put("supporterMembers", BigDecimal.valueOf(random.nextInt(4)));
        member.put("supportedPersons", BigDecimal.valueOf(1 + random.nextInt(2)));
        member.put("receivesTekun", random.nextInt(20) == 0);
        member.put("wageIncome", yuan(random, 3, 0, 5_000_000));
        member.put("businessIncome", yuan(random, 8, -500_000, 1_000_000));
        member.put("propertyIncome", yuan(random, 8, 0, 500_000));
        member.put("transferIncome", yuan(random, 1, 0, 2_000_000));
        member.put("basicPension", yuan(random, 5, 0, 400_000));
        member.put("exemptIncome", BigDecimal.ZERO);
        return member;
    }

    /** One in so many has any. */
    private static BigDecimal yuan(Random random, int oneIn, long leastFen, long mostFen) {
        return BigDecimal.valueOf(random.nextInt(oneIn) == 0 ? random.nextLong(leastFen, mostFen) : 0, 2);
    }

    private static List<Fact> asFacts(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(entry -> new Fact(entry.getKey(), Objects.requireNonNull(entry.getValue()), "TEST", ""))
                .toList();
    }
}
