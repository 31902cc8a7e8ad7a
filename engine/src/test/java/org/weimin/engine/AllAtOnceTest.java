package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weimin.engine.AllAtOnce.Answer;
import org.weimin.engine.AllAtOnce.Item;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;

/** Several matters for one household: what follows from what, and which of two gives way. */
class AllAtOnceTest {
    private static final DivisionCode SOMEWHERE = new DivisionCode("310117");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final FactSheet ALONE =
            new FactSheet(List.of(), List.of(List.of(new Fact("person", "p1", "FILE", ""))));

    @TempDir
    private Path folder;

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** A matter that pays the amount to everybody for whom the fact is as asked, and gives {@code has<Name>}. */
    private void matter(String id, String amount, String fact, String refusedWhen) throws IOException {
        write(id + "/matter.yaml", """
            item: X
            title: { zh: 甲, en: %1$s }
            unit: person
            acts: grant
            gives: [has-%1$s]
            conditions:
              - { id: c, refusal: no, title: { zh: 甲, en: c }, refusalText: { zh: 否, en: no }, hint: { zh: 无, en: no } }
            grants: [ { kind: monthly, amount: pays } ]
            """.formatted(id).replace("has-", "has"));
        write(id + "/parameters/rate.yaml", """
            name: rate
            title: { zh: 标准, en: Rate }
            unit: yuan
            values: [ { from: 2020-01-01, value: "%s", source: 某规定 } ]
            """.formatted(amount));
        write(id + "/editions/2020-01-01/rules.dmn", """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:w="https://weimin.org/ns/rules">
              <inputData id="p" name="person"/><inputData id="r" name="rate"/>
              <decision id="pays" name="pays" w:law="第一条">
                <informationRequirement><requiredInput href="#r"/></informationRequirement>
                <literalExpression><text>rate</text></literalExpression>
              </decision>
              <decision id="refusals" name="refusals">
                <informationRequirement><requiredInput href="#p"/></informationRequirement>
                <decisionTable hitPolicy="COLLECT">
                  <input><inputExpression><text>person.%s</text></inputExpression></input><output/>
                  <annotation name="law"/>
                  <rule><inputEntry><text>%s</text></inputEntry><outputEntry><text>"no"</text></outputEntry>
                    <annotationEntry><text>第一条</text></annotationEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """.formatted(fact, refusedWhen));
    }

    private Packs packs(String overlaps) throws IOException {
        var facts = new StringBuilder("facts:\n");
        facts.append("  - { name: person, subject: person, type: text, title: { zh: 编号, en: Id } }\n");
        for (String name : List.of("ill", "hasa", "hasb", "hasc", "hasd", "hase")) {
            facts.append("  - { name: ")
                    .append(name)
                    .append(", subject: person, type: boolean, title: { zh: 甲, en: x }");
            facts.append(
                    name.equals("ill") ? " }\n" : ", absent: { value: \"false\", because: { zh: 无, en: none } } }\n");
        }
        facts.append("  - { name: income, subject: person, type: number, title: { zh: 收入, en: Income } }\n");
        write("_shared/facts.yaml", facts.toString());
        write("_shared/overlaps.yaml", "pairs:\n" + overlaps);
        return Packs.read(folder);
    }

    private static String pair(String a, String b, String rule) {
        return "  - { of: [" + a + "], with: [" + b + "], " + rule + ", article: x, because: { zh: 规定, en: rule } }\n";
    }

    private static Answer answer(Packs packs, FactSheet sheet) {
        return new AllAtOnce(packs.list(), packs.overlaps()).of(SOMEWHERE, DAY, sheet);
    }

    private static List<String> standing(Answer answer) {
        return answer.items().stream()
                .filter(item -> item.monthly().isPositive())
                .map(item -> item.determination().matter().value())
                .sorted()
                .toList();
    }

    private static FactSheet ill(boolean ill) {
        return ALONE.with("p1", new Fact("ill", ill, "FILE", ""));
    }

    @Test
    void what_one_matter_gives_the_next_one_sees() throws IOException {
        matter("a", "100.00", "ill", "false");
        matter("b", "50.00", "hasa", "false");
        Packs packs = packs(pair("a", "b", "rule: both"));
        assertThat(standing(answer(packs, ill(true)))).containsExactly("a", "b");
        assertThat(answer(packs, ill(true)).monthly()).isEqualTo(Money.yuan("150.00"));
        assertThat(standing(answer(packs, ill(false)))).isEmpty();
    }

    @Test
    void a_question_upstream_is_a_question_downstream_and_not_a_no() throws IOException {
        matter("a", "100.00", "ill", "false");
        matter("b", "50.00", "hasa", "false");
        assertThat(answer(packs(pair("a", "b", "rule: both")), ALONE).items())
                .allSatisfy(item -> assertThat(item.determination().outcome())
                        .isInstanceOf(Determination.Outcome.CannotTell.class));
    }

    @Test
    void whoever_has_given_way_gives_nothing_to_others() throws IOException {
        matter("a", "100.00", "ill", "false");
        matter("b", "900.00", "ill", "false");
        matter("c", "50.00", "hasa", "false");
        Answer answer = answer(
                packs(pair("a", "b", "rule: higher") + pair("a", "c", "rule: both") + pair("b", "c", "rule: both")),
                ill(true));
        assertThat(standing(answer)).containsExactly("b");
        assertThat(answer.items())
                .anySatisfy(item -> assertThat(item.standing()).isInstanceOf(Standing.GivesWay.class));
    }

    @Test
    void the_winner_that_the_rule_names_stands_even_if_it_pays_less() throws IOException {
        matter("a", "100.00", "ill", "false");
        matter("b", "900.00", "ill", "false");
        assertThat(standing(answer(packs(pair("a", "b", "rule: excludes, winner: a")), ill(true))))
                .containsExactly("a");
    }

    @Test
    void who_was_beaten_beats_nobody() throws IOException {
        matter("a", "300.00", "ill", "false");
        matter("b", "200.00", "ill", "false");
        matter("c", "100.00", "ill", "false");
        Packs packs =
                packs(pair("a", "b", "rule: higher") + pair("b", "c", "rule: higher") + pair("a", "c", "rule: both"));
        assertThat(standing(answer(packs, ill(true)))).containsExactly("a", "c");
    }

    @Test
    void an_offset_takes_off_what_the_other_pays() throws IOException {
        matter("a", "300.00", "ill", "false");
        matter("b", "200.00", "ill", "false");
        Answer answer = answer(packs(pair("a", "b", "rule: offset, reduced: a")), ill(true));
        assertThat(answer.monthly()).isEqualTo(Money.yuan("300.00"));
    }

    @Test
    void the_order_in_which_matters_come_changes_nothing() throws IOException {
        matter("a", "300.00", "ill", "false");
        matter("b", "300.00", "ill", "false");
        matter("c", "100.00", "hasb", "true");
        Packs packs =
                packs(pair("a", "b", "rule: higher") + pair("b", "c", "rule: higher") + pair("a", "c", "rule: both"));
        var orders = new ArrayList<List<String>>();
        for (int seed = 0; seed < 10; seed++) {
            var shuffled = new ArrayList<>(packs.list());
            Collections.shuffle(shuffled, new Random(seed));
            orders.add(standing(new AllAtOnce(shuffled, packs.overlaps()).of(SOMEWHERE, DAY, ill(true))));
        }
        assertThat(orders.stream().distinct().collect(Collectors.toList())).containsExactly(List.of("a", "c"));
    }

    /** Whatever the table says: neither the order of the matters nor that of the lines makes a difference. */
    @Test
    void any_table_of_overlaps_gives_one_answer_in_any_order() throws IOException {
        var ids = List.of("a", "b", "c", "d", "e");
        var rules =
                List.of("both", "higher", "excludes, winner: %1$s", "excludes, winner: %2$s", "offset, reduced: %1$s");
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            for (String id : ids) {
                String asks = random.nextInt(3) == 0 ? "has" + ids.get(random.nextInt(5)) : "ill";
                matter(id, 100 * (1 + random.nextInt(4)) + ".00", asks.endsWith(id) ? "ill" : asks, "false");
            }
            var lines = new ArrayList<String>();
            for (int i = 0; i < 5; i++) {
                for (int j = i + 1; j < 5; j++) {
                    String rule = rules.get(random.nextInt(rules.size())).formatted(ids.get(i), ids.get(j));
                    lines.add(pair(ids.get(i), ids.get(j), "rule: " + rule));
                }
            }
            String caps = random.nextBoolean() ? cap("b, d", "highest") : "";
            String first = inOrder(lines, caps, new Random(seed));
            for (int again = 1; again < 5; again++) {
                Collections.shuffle(lines, random);
                assertThat(inOrder(lines, caps, random)).as("seed " + seed).isEqualTo(first);
            }
        }
    }

    /** What stands and for how much, or the code of the refusal, with the matters in an order of chance. */
    private String inOrder(List<String> lines, String caps, Random random) throws IOException {
        try {
            Packs packs = packs(String.join("", lines) + caps);
            var shuffled = new ArrayList<>(packs.list());
            Collections.shuffle(shuffled, random);
            Answer answer = new AllAtOnce(shuffled, packs.overlaps()).of(SOMEWHERE, DAY, ill(true));
            return answer.items().stream()
                    .map(item ->
                            item.matter() + " " + item.standing().getClass().getSimpleName() + " " + item.monthly())
                    .sorted()
                    .toList()
                    .toString();
        } catch (Refused refused) {
            return refused.code();
        }
    }

    private static String cap(String of, String limit) {
        return "caps:\n  - { of: [" + of + "], per: person, limit: " + limit
                + ", article: 第九条, because: { zh: 封顶, en: cap } }\n";
    }

    @Test
    void what_is_over_a_cap_comes_off_the_last_of_its_matters_and_says_by_which_article() throws IOException {
        matter("a", "300.00", "ill", "false");
        matter("b", "200.00", "ill", "false");
        matter("c", "100.00", "ill", "false");
        String both = pair("a", "b", "rule: both") + pair("a", "c", "rule: both") + pair("b", "c", "rule: both");
        write("_shared/parameters/caps.yaml", """
            name: most
            title: { zh: 上限, en: Most }
            unit: yuan
            values: [ { from: 2020-01-01, value: "250.00", source: 某规定 } ]
            """);
        for (String id : List.of("a", "b", "c")) {
            Path file = folder.resolve(id + "/matter.yaml");
            Files.writeString(file, Files.readString(file) + "shares: [caps]\n");
        }
        Answer answer = answer(packs(both + cap("a, b, c", "most")), ill(true));
        assertThat(answer.monthly()).isEqualTo(Money.yuan("250.00"));
        assertThat(standing(answer)).containsExactly("a");
        assertThat(answer.items())
                .filteredOn(item -> item.determination().matter().value().equals("b"))
                .first()
                .satisfies(item -> assertThat(item.standing())
                        .isInstanceOfSatisfying(
                                Standing.Reduced.class,
                                reduced -> assertThat(reduced.less()).first().satisfies(less -> {
                                    assertThat(less.off()).isEqualTo(Money.yuan("200.00"));
                                    assertThat(less.article()).isEqualTo("第九条");
                                })));
        assertThat(answer(packs(both + cap("c, b, a", "most")), ill(true)).items())
                .extracting(Item::monthly)
                .containsExactly(Money.ZERO, Money.yuan("150.00"), Money.yuan("100.00"));
    }

    @Test
    void a_cap_at_the_highest_leaves_no_more_than_the_greatest_amount() throws IOException {
        matter("a", "100.00", "ill", "false");
        matter("b", "230.00", "ill", "false");
        Answer answer = answer(packs(pair("a", "b", "rule: both") + cap("a, b", "highest")), ill(true));
        assertThat(answer.monthly()).isEqualTo(Money.yuan("230.00"));
        assertThat(standing(answer)).containsExactly("a", "b");
    }

    @Test
    void a_cap_without_its_parameter_or_a_second_cap_on_one_matter_is_refused() throws IOException {
        matter("a", "100.00", "ill", "false");
        matter("b", "230.00", "ill", "false");
        String both = pair("a", "b", "rule: both");
        assertThatThrownBy(() -> packs(both + cap("a, b", "nowhere"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> packs(
                        both + cap("a, b", "highest") + cap("b", "highest").substring(6)))
                .isInstanceOf(Refused.class);
    }

    /** A matter b that pays only whoever has less than 2400 yuan in twelve months; a pays 150 a month. */
    private Packs whereIncomeCounts(String share, String rule) throws IOException {
        matter("a", "150.00", "ill", "false");
        matter("b", "50.00", "income", ">= 2400");
        write("b/parameters/income.yaml", """
            parameters:
              - name: months
                title: { zh: 月, en: m }
                unit: months
                values: [ { from: 2020-01-01, value: "12", source: 某规定 } ]
              - name: share
                title: { zh: 比例, en: s }
                unit: ratio
                values: [ { from: 2020-01-01, value: "%s", source: 某规定 } ]
            """.formatted(share));
        return packs(pair("a", "b", "rule: both") + """
            income:
              fact: income
              months: months
              lines:
                - { of: [a], for: [b], rule: %s, article: 第八条, because: { zh: 规定, en: rule } }
            """.formatted(rule));
    }

    private static FactSheet earning(boolean ill, String income, boolean receives) {
        return ill(ill).with("p1", new Fact("income", new BigDecimal(income), "FILE", ""))
                .with("p1", new Fact("hasa", receives, "FILE", ""));
    }

    @Test
    void what_counts_as_income_is_seen_by_who_asks_for_income_and_what_is_exempt_is_not() throws IOException {
        Packs counts = whereIncomeCounts("1", "counts, share: share");
        assertThat(standing(answer(counts, earning(true, "599", false)))).containsExactly("a", "b");
        assertThat(answer(counts, earning(true, "600", false)).items())
                .last()
                .satisfies(item -> assertThat(item.added()).singleElement().satisfies(added -> {
                    assertThat(added.total()).isEqualTo(Money.yuan("1800.00"));
                    assertThat(added.rule().article()).isEqualTo("第八条");
                }));
        assertThat(standing(answer(counts, earning(true, "600", false)))).containsExactly("a");
        assertThat(standing(answer(counts, earning(false, "600", false)))).containsExactly("b");
        assertThat(standing(answer(whereIncomeCounts("0.5", "counts, share: share"), earning(true, "600", false))))
                .containsExactly("a", "b");
        assertThat(standing(answer(whereIncomeCounts("1", "exempt"), earning(true, "600", false))))
                .containsExactly("a", "b");
    }

    @Test
    void what_is_received_already_is_not_added_to_the_registered_income_again() throws IOException {
        Packs counts = whereIncomeCounts("1", "counts, share: share");
        assertThat(standing(answer(counts, earning(true, "2399", true)))).containsExactly("a", "b");
    }

    @Test
    void a_question_about_what_counts_is_a_question_about_the_income() throws IOException {
        Packs counts = whereIncomeCounts("1", "counts, share: share");
        FactSheet unsure = ALONE.with("p1", new Fact("income", BigDecimal.ZERO, "FILE", ""));
        assertThat(answer(counts, unsure).items())
                .allSatisfy(item -> assertThat(item.determination().outcome())
                        .isInstanceOf(Determination.Outcome.CannotTell.class));
    }

    @Test
    void matters_that_wait_for_one_another_are_refused() throws IOException {
        matter("a", "300.00", "hasb", "false");
        matter("b", "300.00", "hasa", "false");
        assertThatThrownBy(() -> packs(pair("a", "b", "rule: both"))).isInstanceOf(Refused.class);
    }
}
