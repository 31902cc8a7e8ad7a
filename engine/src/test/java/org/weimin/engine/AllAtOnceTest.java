package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
import org.weimin.engine.AllAtOnce.Standing;
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
        for (String name : List.of("ill", "hasa", "hasb", "hasc")) {
            facts.append("  - { name: ")
                    .append(name)
                    .append(", subject: person, type: boolean, title: { zh: 甲, en: x }");
            facts.append(
                    name.equals("ill") ? " }\n" : ", absent: { value: \"false\", because: { zh: 无, en: none } } }\n");
        }
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

    @Test
    void matters_that_wait_for_one_another_are_refused() throws IOException {
        matter("a", "300.00", "hasb", "false");
        matter("b", "300.00", "hasa", "false");
        Packs packs = packs(pair("a", "b", "rule: both"));
        assertThatThrownBy(() -> answer(packs, ill(true))).isInstanceOf(Refused.class);
    }
}
