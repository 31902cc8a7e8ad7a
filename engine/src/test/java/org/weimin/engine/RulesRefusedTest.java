package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weimin.kernel.Refused;

/** What a pack must not contain does not publish, and the place is named. */
class RulesRefusedTest {
    private static final FactsDictionary DICTIONARY = FactsDictionary.read("""
        facts:
          - { name: savings, subject: household, type: money, title: { zh: 存款, en: Savings } }
          - { name: rooms, subject: household, type: number, unit: 间, title: { zh: 房间, en: Rooms } }
          - { name: age, subject: household, type: number, unit: 岁, title: { zh: 年龄, en: Age } }
          - name: kind
            subject: household
            type: text
            title: { zh: 类别, en: Kind }
            values: [ { value: A, title: { zh: 甲, en: A } }, { value: B, title: { zh: 乙, en: B } } ]
          - { name: since, subject: household, type: date, title: { zh: 起始, en: Since } }
          - { name: wage, subject: person, type: money, title: { zh: 工资, en: Wage } }
        """);

    private static Rules read(String decisions) {
        return DmnReader.read("test", """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:w="https://weimin.org/ns/rules">
              <inputData id="savings" name="savings"/><inputData id="rooms" name="rooms"/>
              <inputData id="age" name="age"/><inputData id="kind" name="kind"/>
              <inputData id="members" name="members"/>
              <inputData id="since" name="since"/>
            %s
            </definitions>
            """.formatted(decisions), DICTIONARY, Map.of());
    }

    private static String decision(String logic) {
        return """
            <decision id="d" name="d" label="d" w:law="x">
              <informationRequirement><requiredInput href="#savings"/></informationRequirement>
              <informationRequirement><requiredInput href="#rooms"/></informationRequirement>
              <informationRequirement><requiredInput href="#age"/></informationRequirement>
              <informationRequirement><requiredInput href="#kind"/></informationRequirement>
              <informationRequirement><requiredInput href="#members"/></informationRequirement>
              <informationRequirement><requiredInput href="#since"/></informationRequirement>
              %s
            </decision>
            """.formatted(logic);
    }

    private static String literal(String feel) {
        return decision("<literalExpression><text>" + feel.replace("<", "&lt;") + "</text></literalExpression>");
    }

    private static String table(String attributes, String input, String... cells) {
        var rows = new StringBuilder();
        for (String cell : cells) {
            rows.append("<rule><inputEntry><text>")
                    .append(cell.replace("<", "&lt;"))
                    .append("</text></inputEntry><outputEntry><text>1</text></outputEntry>")
                    .append("<annotationEntry><text>第一条</text></annotationEntry></rule>");
        }
        return decision("<decisionTable " + attributes + "><input><inputExpression><text>" + input
                + "</text></inputExpression></input><output/><annotation name=\"law\"/>" + rows + "</decisionTable>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "savings / 3                                     | engine.pack.type",
                "savings + rooms                                 | engine.pack.type",
                "age < rooms                                     | engine.pack.type",
                "age + 1 - rooms > 0                             | engine.pack.type",
                "savings < rooms                                 | engine.pack.type",
                "savings < 200000                                | engine.pack.type",
                "savings * savings                               | engine.pack.type",
                "if rooms then 1 else 2                          | engine.pack.type",
                "kind = \"C\"                                    | engine.pack.type",
                "yachts > 1                                      | engine.pack.unknown-name",
                "sum(for m in members return m.salary)           | engine.pack.unknown-name",
                "some m in members satisfies m.wage > 0          | engine.pack.unknown-in-quantifier",
                "rooms between kind and 2                        | engine.pack.type",
                "rooms in (1, savings)                           | engine.pack.type",
                "rooms ** 2                                      | engine.pack.unsupported",
                "mean(members)                                   | engine.pack.unknown-name",
                "{ a: 1 }                                        | engine.pack.unsupported",
                "date(\"2024-02-30\")                            | engine.pack.syntax",
            })
    void an_expression_outside_the_language_is_refused(String feel, String code) {
        assertThatThrownBy(() -> read(literal(feel))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.details().getFirst().toString()).startsWith("test d");
        });
    }

    @Test
    void a_gap_between_ranges_is_named() {
        assertThatThrownBy(() -> read(table("hitPolicy=\"UNIQUE\"", "age", "< 18", "[19..60)", ">= 60")))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("engine.pack.gap");
                    assertThat(refused.details()).contains("age = 18");
                });
    }

    @Test
    void an_overlap_is_named_with_its_rows() {
        assertThatThrownBy(() -> read(table("hitPolicy=\"UNIQUE\"", "age", "<= 18", ">= 18")))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("engine.pack.overlap");
                    assertThat(refused.details().getLast().toString()).contains("[1, 2]", "age = 18");
                });
    }

    private static void assertRefused(String dmn, String code, String detail) {
        assertThatThrownBy(() -> read(dmn)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.details()).contains(detail);
        });
    }

    @Test
    void what_is_not_counted_may_lie_between_two_whole_numbers() {
        assertRefused(
                table("hitPolicy=\"UNIQUE\"", "rooms", "<= 1", "[2..3]", "> 3"), "engine.pack.gap", "rooms = 1.5");
        assertThat(read(table("hitPolicy=\"UNIQUE\"", "count(members)", "<= 1", "[2..3]", "> 3"))
                        .decisions())
                .containsKey("d");
    }

    @Test
    void days_are_tried_like_numbers() {
        assertRefused(
                table("hitPolicy=\"UNIQUE\"", "since", "< date(\"2026-07-01\")", "> date(\"2026-07-01\")"),
                "engine.pack.gap",
                "since = 2026-07-01");
    }

    @Test
    void a_row_that_is_never_the_answer_is_named() {
        assertRefused(
                table("hitPolicy=\"FIRST\"", "age", "<= 18", "< 10", "-"), "engine.pack.unreachable", "test d row 2");
        assertRefused(
                table("hitPolicy=\"COLLECT\"", "age", "<= 18", "[9..3]"), "engine.pack.unreachable", "test d row 2");
        assertRefused(table("hitPolicy=\"FIRST\"", "kind", "-", "\"A\""), "engine.pack.unreachable", "test d row 2");
        assertRefused(
                table("hitPolicy=\"FIRST\"", "count(members)", "> rooms", "> 3", "> rooms", "-"),
                "engine.pack.unreachable",
                "test d row 3");
    }

    @Test
    void a_fault_in_a_cell_names_its_row_and_column() {
        assertRefused(table("hitPolicy=\"FIRST\"", "kind", "\"C\"", "-"), "engine.pack.type", "test d row 1 column 1");
    }

    @Test
    void a_missing_value_of_a_closed_list_is_a_gap() {
        assertThatThrownBy(() -> read(table("hitPolicy=\"UNIQUE\"", "kind", "\"A\"")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.details()).contains("kind = B"));
        assertThat(read(table("hitPolicy=\"UNIQUE\"", "kind", "\"A\"", "\"B\"")).decisions())
                .containsKey("d");
    }

    @Test
    void a_first_hit_table_ends_with_a_row_of_dashes() {
        assertThatThrownBy(() -> read(table("hitPolicy=\"FIRST\"", "age", "< 18")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("engine.pack.gap"));
    }

    @Test
    void other_hit_policies_are_refused_by_name() {
        assertThatThrownBy(() -> read(table("hitPolicy=\"PRIORITY\"", "age", "-")))
                .hasMessageContaining("hit policy PRIORITY");
        assertThatThrownBy(() -> read(table("hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", "age", "-")))
                .hasMessageContaining("COLLECT COUNT");
    }

    @Test
    void a_row_without_a_law_is_refused() {
        String table = table("hitPolicy=\"FIRST\"", "age", "-").replace("第一条", " ");
        assertThatThrownBy(() -> read(table)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("engine.pack.no-law");
            assertThat(refused.details()).containsExactly("test d row 1");
        });
    }

    @Test
    void an_amount_without_a_law_is_refused() {
        assertThatThrownBy(() -> read(literal("savings + 0").replace(" w:law=\"x\"", "")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("engine.pack.no-law"));
    }

    @Test
    void a_name_that_the_drawing_does_not_require_is_unknown() {
        String undrawn =
                "<decision id=\"d\" name=\"d\"><literalExpression><text>rooms</text></literalExpression></decision>";
        assertThatThrownBy(() -> read(undrawn)).hasMessageContaining("rooms");
    }

    @Test
    void services_contexts_and_document_types_are_refused() {
        assertThatThrownBy(() -> read("<decisionService id=\"s\" name=\"s\"/>"))
                .hasMessageContaining("decisionService");
        assertThatThrownBy(() -> read(decision("<context/>"))).hasMessageContaining("context");
        assertThatThrownBy(() -> DmnReader.read(
                        "test",
                        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>",
                        DICTIONARY,
                        Map.of()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("engine.pack.syntax"));
    }

    @Test
    void a_decision_that_needs_itself_is_refused() {
        assertThatThrownBy(() -> read("""
            <decision id="d" name="d">
              <informationRequirement><requiredDecision href="#d"/></informationRequirement>
              <literalExpression><text>d</text></literalExpression>
            </decision>
            """)).hasMessageContaining("depends on itself");
    }
}
