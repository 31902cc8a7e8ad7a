package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.weimin.engine.Determination.Outcome;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;

/** The rules of the pack against the same law worked out by hand in whole fen, on a thousand drawn households. */
class DibaoByHandTest {
    private static final Pack DIBAO = Packs.read(Path.of("..", "packs")).get(new MatterId("dibao"));
    private static final DivisionCode SONGJIANG = new DivisionCode("310117");
    private static final LocalDate AS_OF = LocalDate.of(2024, 8, 15);
    private static final int MONTHS = 12;
    private static final long STANDARD = 159_500;
    private static final long STANDARD_MINOR = 207_500;
    private static final long MINIMUM_WAGE = 269_000;
    private static final long DISREGARD = 87_000;

    private record Member(LocalDate birth, boolean student, int grade, boolean ill, long wageFen, long transferFen) {
        int age() {
            return Period.between(birth, AS_OF).getYears();
        }

        long incomeFen() {
            long disregard = wageFen >= MINIMUM_WAGE * MONTHS ? DISREGARD * MONTHS : 0;
            return Math.max(0, wageFen - disregard + transferFen);
        }

        long standardFen() {
            return age() < 18 || student ? STANDARD_MINOR : STANDARD;
        }

        /** In hundredths of the standard: 30 ill, 20 gravely disabled, 10 at seventy, and no sum of them. */
        int supplement() {
            return ill ? 30 : grade == 1 || grade == 2 ? 20 : age() >= 70 ? 10 : 0;
        }

        boolean mayEnterAlone() {
            return (grade == 1 || grade == 2 || ill) && incomeFen() < standardFen() * MONTHS;
        }
    }

    /** The monthly grant in fen; -1 is a refusal. */
    private static long byHand(List<Member> members, long assetsFen) {
        long income = members.stream().mapToLong(Member::incomeFen).sum();
        int count = members.size();
        boolean below = income < STANDARD * count * MONTHS;
        List<Member> alone = members.stream().filter(Member::mayEnterAlone).toList();
        boolean single = !below && !alone.isEmpty() && income < 2 * STANDARD * count * MONTHS;
        if (!below && !single || assetsFen > 36 * STANDARD * count) {
            return -1;
        }
        List<Member> covered = below ? members : alone;
        long gap = below
                ? upToFen(members.stream().mapToLong(Member::standardFen).sum() * MONTHS - income)
                : alone.stream()
                        .mapToLong(member -> upToFen(member.standardFen() * MONTHS - member.incomeFen()))
                        .sum();
        return gap + STANDARD * covered.stream().mapToInt(Member::supplement).sum() / 100;
    }

    private static long upToFen(long windowFen) {
        return Math.ceilDiv(windowFen, MONTHS);
    }

    private static Member draw(Random random) {
        var birth = LocalDate.of(1935, 1, 1).plusDays(random.nextInt(32_000));
        boolean earns = random.nextInt(3) == 0;
        long wage = earns ? random.nextLong(0, 5_000_000) : random.nextInt(8) == 0 ? MINIMUM_WAGE * MONTHS : 0;
        int age = Period.between(birth, AS_OF).getYears();
        return new Member(
                birth,
                age >= 18 && age < 24 && random.nextBoolean(),
                random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 0,
                random.nextInt(8) == 0,
                wage,
                random.nextLong(0, 2_500_000));
    }

    private static FactSheet sheet(List<Member> members, long assetsFen) {
        var facts = new ArrayList<List<Fact>>();
        for (Member member : members) {
            facts.add(List.of(
                    fact("person", "p" + facts.size()),
                    fact("relation", facts.isEmpty() ? "HEAD" : "SIBLING"),
                    fact("birthDate", member.birth()),
                    fact("student", member.student()),
                    fact("disabilityGrade", BigDecimal.valueOf(member.grade())),
                    fact("disabilityType", member.grade() == 0 ? "NONE" : "LIMB"),
                    fact("seriousIllness", member.ill()),
                    fact("wageIncome", BigDecimal.valueOf(member.wageFen(), 2)),
                    fact("businessIncome", BigDecimal.ZERO),
                    fact("propertyIncome", BigDecimal.ZERO),
                    fact("transferIncome", BigDecimal.valueOf(member.transferFen(), 2))));
        }
        return new FactSheet(
                List.of(
                        fact("meansCheckConsent", true),
                        fact("financialAssets", BigDecimal.valueOf(assetsFen, 2)),
                        fact("dwellings", BigDecimal.ONE),
                        fact("businessPremises", BigDecimal.ZERO),
                        fact("cars", BigDecimal.ZERO),
                        fact("businessCapital", BigDecimal.ZERO)),
                facts);
    }

    private static Fact fact(String name, Object value) {
        return new Fact(name, value, "TEST", "");
    }

    @Test
    void a_thousand_households_come_out_as_by_hand() {
        int granted = 0;
        for (long seed = 1; seed <= 1_000; seed++) {
            var random = new Random(seed);
            var members = new ArrayList<Member>();
            for (int left = 1 + random.nextInt(5); left > 0; left--) {
                members.add(draw(random));
            }
            long assets = random.nextLong(0, 20_000_000);
            long expected = byHand(members, assets);
            Determination answer = new Interpreter().determine(DIBAO, SONGJIANG, AS_OF, sheet(members, assets));
            long found = answer.outcome() instanceof Outcome.Entitled entitled
                    ? entitled.monthly().fen()
                    : -1;
            assertThat(found)
                    .as("seed %d: %s, assets %d", seed, members, assets)
                    .isEqualTo(expected);
            granted += found >= 0 ? 1 : 0;
        }
        assertThat(granted).as("both answers occur").isBetween(200, 800);
    }

    @Test
    void without_one_income_the_answer_is_the_same_or_a_question() {
        int questions = 0;
        for (long seed = 1; seed <= 300; seed++) {
            var random = new Random(seed);
            FactSheet whole = sheet(List.of(draw(random), draw(random), draw(random)), random.nextLong(0, 20_000_000));
            Outcome known = determine(whole);
            switch (determine(withoutOneIncome(whole, random))) {
                case Outcome.Entitled same ->
                    assertThat(same).as("seed %d", seed).isEqualTo(known);
                case Outcome.NotEntitled no ->
                    assertThat(known).as("seed %d: %s", seed, no).isInstanceOf(Outcome.NotEntitled.class);
                case Outcome.CannotTell ignored -> questions++;
            }
        }
        assertThat(questions).as("both occur").isBetween(100, 299);
    }

    private static FactSheet withoutOneIncome(FactSheet whole, Random random) {
        var members = new ArrayList<>(whole.members());
        var last = new ArrayList<>(members.removeLast());
        last.remove(last.size() - 1 - random.nextInt(4));
        members.add(last);
        return new FactSheet(whole.household(), members);
    }

    private static Outcome determine(FactSheet facts) {
        return new Interpreter().determine(DIBAO, SONGJIANG, AS_OF, facts).outcome();
    }

    @Test
    void a_sum_is_printed_in_fen() {
        Determination answer = new Interpreter()
                .determine(
                        DIBAO,
                        SONGJIANG,
                        AS_OF,
                        sheet(List.of(new Member(LocalDate.of(1980, 1, 1), false, 0, false, 0, 1_200_00)), 0));
        assertThat(answer.arithmetic()).anySatisfy(step -> {
            assertThat(step.label().zh()).isEqualTo("家庭补差");
            assertThat(step.working()).isEqualTo("(1,595.00 × 12 − 1,200.00) ÷ 12");
            assertThat(step.result()).isEqualTo(Money.yuan("1495.00"));
        });
    }
}
