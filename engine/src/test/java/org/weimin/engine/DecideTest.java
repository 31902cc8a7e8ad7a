package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weimin.kernel.Money;

class DecideTest {
    private static final String PACKS = Path.of("..", "packs").toString();
    private static final String EXAMPLE =
            Path.of("..", "packs", "dibao", "example-household.yaml").toString();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int decide(String matter, String place, String asOf, String file) {
        return run("--matter", matter, "--place", place, "--as-of", asOf, "--packs", PACKS, file, "--json");
    }

    private int run(String... args) {
        return Decide.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void the_example_household_is_answered_with_its_sum() {
        assertThat(decide("dibao", "310117", "2024-08-15", EXAMPLE)).isZero();
        Determination answer = DeterminationJson.read(out.toString(StandardCharsets.UTF_8));
        // 2 × 1595 + 2075 for the child, less 34,800 ÷ 12 − 870, and a fifth of the standard for a grave disability.
        assertThat(answer.outcome())
                .isInstanceOfSatisfying(
                        Determination.Outcome.Entitled.class,
                        entitled -> assertThat(entitled.monthly()).isEqualTo(Money.yuan("3554.00")));
        assertThat(answer.facts()).anySatisfy(fact -> {
            assertThat(fact.name()).isEqualTo("wageIncome");
            assertThat(fact.source()).isEqualTo("CHECKED");
            assertThat(fact.who().name()).isEqualTo("张建国");
        });
        assertThat(answer.parameters()).anySatisfy(parameter -> {
            assertThat(parameter.name()).isEqualTo("standard");
            assertThat(parameter.value().value()).isEqualTo("1595.00");
        });
    }

    @Test
    void a_stop_is_asked_of_the_matter_that_it_stops() {
        assertThat(decide("dibao-stop", "310117", "2024-08-15", EXAMPLE)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"matter\" : \"dibao\"");
    }

    @Test
    void a_file_with_an_unknown_fact_is_refused_in_both_languages(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("house.yaml"), "household: { yachts: \"1\" }\nmembers: []\n");
        assertThat(decide("dibao", "310117", "2024-08-15", file.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("没有名为 yachts", "named yachts");
    }

    @Test
    void a_malformed_file_a_missing_file_and_a_day_before_the_first_edition_are_refused(@TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("house.yaml"), "household: [ { \n");
        assertThat(decide("dibao", "310117", "2024-08-15", file.toString())).isEqualTo(1);
        assertThat(decide(
                        "dibao",
                        "310117",
                        "2024-08-15",
                        folder.resolve("none.yaml").toString()))
                .isEqualTo(1);
        assertThat(decide("dibao", "310117", "2010-01-01", EXAMPLE)).isEqualTo(1);
        assertThat(decide("nothing", "310117", "2024-08-15", EXAMPLE)).isEqualTo(1);
    }

    @Test
    void a_place_without_a_standard_is_refused_by_name() {
        assertThat(decide("dibao", "650000".substring(0, 2), "2024-08-15", EXAMPLE))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("最低生活保障标准", "Minimum living standard");
    }

    @Test
    void a_model_from_elsewhere_is_worked_out(@TempDir Path folder) throws IOException {
        Path model = Files.writeString(folder.resolve("loan.dmn"), """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/">
              <itemDefinition name="tLoan"><itemComponent name="amount due"><typeRef>number</typeRef></itemComponent>
                <itemComponent name="since"><typeRef>date</typeRef></itemComponent></itemDefinition>
              <inputData id="i" name="loans"><variable name="loans" typeRef="tLoans"/></inputData>
              <itemDefinition name="tLoans" isCollection="true"><typeRef>tLoan</typeRef></itemDefinition>
              <decision id="d" name="old debt"><variable name="old debt" typeRef="number"/>
                <informationRequirement><requiredInput href="#i"/></informationRequirement>
                <literalExpression><text>sum(loans[since &lt; today()].amount due)</text></literalExpression>
              </decision>
            </definitions>
            """);
        Path inputs = Files.writeString(folder.resolve("loans.yaml"), """
            loans:
              - { amount due: "100.10", since: 2026-01-01 }
              - { amount due: "0.20", since: 2026-02-01 }
              - { amount due: "7", since: 2027-01-01 }
            """);
        String[] asked = {"--model", model.toString(), "--decision", "old debt", "--as-of", "2026-11-22"};
        assertThat(run(Stream.concat(Arrays.stream(asked), Stream.of(inputs.toString()))
                        .toArray(String[]::new)))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"value\" : 100.3");
        Files.writeString(inputs, "loans: [ { amount due: many } ]");
        assertThat(run(Stream.concat(Arrays.stream(asked), Stream.of(inputs.toString()))
                        .toArray(String[]::new)))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("loans amount due", "many");
    }

    @Test
    void wrong_usage_prints_the_help() {
        assertThat(run("--matter", "dibao")).isEqualTo(2);
        assertThat(decide("dibao", "31011", "2024-08-15", EXAMPLE)).isEqualTo(2);
        assertThat(decide("dibao", "310117", "15.8.2024", EXAMPLE)).isEqualTo(2);
        assertThat(run("--help")).isZero();
    }
}
