package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weimin.engine.Determination.Outcome;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;

/** What a matter gives, and to whom, stands in {@code matter.yaml}. */
class GrantsTest {
    private static final DivisionCode SOMEWHERE = new DivisionCode("310117");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final MatterId MATTER = new MatterId("jintie");
    private static final String MATTER_YAML = """
        item: WE03
        title: { zh: 津贴, en: Allowance }
        unit: person
        acts: grant
        conditions:
          - id: old
            refusal: too-young
            title: { zh: 年满80岁, en: Eighty years old }
            refusalText: { zh: 未满80岁, en: Younger than eighty }
            hint: { zh: 年满80岁时再申请, en: Apply at eighty }
        grants:
          - { kind: monthly, amount: allowance }
          - { kind: identity, code: CENTENARIAN, title: { zh: 百岁老人, en: Centenarian }, when: isHundred }
        """;
    private static final String RULES = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:w="https://weimin.org/ns/rules">
          <inputData id="p" name="person"/><inputData id="a" name="asOf"/><inputData id="r" name="rate"/>
          <decision id="age" name="age">
            <informationRequirement><requiredInput href="#p"/></informationRequirement>
            <informationRequirement><requiredInput href="#a"/></informationRequirement>
            <literalExpression><text>years and months duration(person.birthDate, asOf).years</text></literalExpression>
          </decision>
          <decision id="isHundred" name="isHundred">
            <informationRequirement><requiredDecision href="#age"/></informationRequirement>
            <literalExpression><text>age >= 100</text></literalExpression>
          </decision>
          <decision id="allowance" name="allowance" w:law="第一条">
            <informationRequirement><requiredInput href="#r"/></informationRequirement>
            <literalExpression><text>rate</text></literalExpression>
          </decision>
          <decision id="refusals" name="refusals">
            <informationRequirement><requiredDecision href="#age"/></informationRequirement>
            <decisionTable hitPolicy="COLLECT">
              <input><inputExpression><text>age</text></inputExpression></input><output/><annotation name="law"/>
              <rule><inputEntry><text>&lt; 80</text></inputEntry><outputEntry><text>"too-young"</text></outputEntry>
                <annotationEntry><text>第一条</text></annotationEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """;

    @TempDir
    private Path folder;

    private Pack pack(String matterYaml) throws IOException {
        write("_shared/facts.yaml", """
            facts:
              - { name: person, subject: person, type: text, title: { zh: 编号, en: Id } }
              - { name: birthDate, subject: person, type: date, title: { zh: 生日, en: Birth } }
              - { name: receivesAllowance, subject: person, type: boolean, title: { zh: 享受, en: Receives } }
              - { name: savings, subject: household, type: money, title: { zh: 存款, en: Savings } }
            """);
        write("_shared/parameters/rate.yaml", """
            name: rate
            title: { zh: 标准, en: Rate }
            unit: yuan
            values: [ { from: 2020-01-01, value: "180.00", source: 某规定 } ]
            """);
        write("jintie/matter.yaml", matterYaml);
        write("jintie/editions/2020-01-01/rules.dmn", RULES);
        return Packs.read(folder).get(MATTER);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static FactSheet couple(LocalDate first, LocalDate second) {
        return new FactSheet(List.of(), List.of(member("p1", first), member("p2", second)));
    }

    private static List<Fact> member(String id, LocalDate birth) {
        return List.of(new Fact("person", id, "FILE", ""), new Fact("birthDate", birth, "FILE", ""));
    }

    @Test
    void each_member_is_judged_alone_and_named_in_the_grant() throws IOException {
        Pack pack = pack(MATTER_YAML + "shares: [rate]\n");
        FactSheet couple = couple(LocalDate.of(1926, 11, 21), LocalDate.of(1946, 11, 22));
        assertThat(new Interpreter()
                        .determine(pack, SOMEWHERE, DAY, couple, "p1")
                        .outcome())
                .isEqualTo(new Outcome.Entitled(List.of(
                        new Grant.Monthly(Money.yuan("180.00"), "", List.of("p1")),
                        new Grant.Identity("CENTENARIAN", new Text("百岁老人", "Centenarian"), 0, List.of("p1")))));
        assertThat(new Interpreter()
                        .determine(pack, SOMEWHERE, DAY, couple, "p2")
                        .outcome())
                .isEqualTo(new Outcome.NotEntitled("too-young"));
    }

    @Test
    void a_matter_about_persons_is_not_asked_of_a_household() throws IOException {
        Pack pack = pack(MATTER_YAML + "shares: [rate]\n");
        FactSheet alone = new FactSheet(List.of(), List.of(member("p1", LocalDate.of(1930, 1, 1))));
        assertThatThrownBy(() -> new Interpreter().determine(pack, SOMEWHERE, DAY, alone))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("engine.whom"));
    }

    @Test
    void a_shared_parameter_is_seen_only_by_matters_that_name_it() {
        assertThatThrownBy(() -> pack(MATTER_YAML))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("engine.pack.unknown-name"));
    }

    @Test
    void a_pack_that_gives_a_fact_which_is_no_yes_or_no_does_not_publish() {
        assertThatThrownBy(() -> pack(MATTER_YAML + "shares: [rate]\ngives: [savings]\n"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("engine.pack.type"));
    }

    @Test
    void a_refusal_without_its_condition_does_not_publish() {
        assertThatThrownBy(() -> pack(MATTER_YAML.replace("refusal: too-young", "refusal: other") + "shares: [rate]\n"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.details()).last().asString().contains("too-young"));
    }
}
