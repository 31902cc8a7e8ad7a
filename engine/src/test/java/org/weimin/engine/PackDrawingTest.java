package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PackDrawingTest {
    private static final Path PACKS = Path.of("..", "packs");

    @Test
    void every_rules_file_is_complete_as_its_logic_has_it() {
        assertThat(PackDrawing.drawn(PackFiles.in(PACKS)).keySet())
                .as("run ./weimin packs draw packs")
                .isEmpty();
    }

    @Test
    void people_write_only_decisions_and_tables() {
        var files = new TreeMap<String, String>();
        files.put("_shared/facts.yaml", PackFiles.in(PACKS).get("_shared/facts.yaml"));
        files.put("small/matter.yaml", "id: small\n");
        files.put("small/parameters/standard.yaml", """
            name: standard
            title: { zh: 标准, en: Standard }
            unit: yuan
            values: [ { from: 2014-05-01, value: "1.00", source: 文件 } ]
            """);
        files.put("_shared/functions/2014-05-01/household.dmn", """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/">
              <businessKnowledgeModel name="age" label="周岁"><encapsulatedLogic>
                <formalParameter name="m" typeRef="tMember"/><formalParameter name="asOf" typeRef="date"/>
                <literalExpression typeRef="number">
                  <text>years and months duration(m.birthDate, asOf).years</text>
                </literalExpression>
              </encapsulatedLogic></businessKnowledgeModel>
              <businessKnowledgeModel name="isOld" label="老年"><encapsulatedLogic>
                <formalParameter name="m" typeRef="tMember"/><formalParameter name="asOf" typeRef="date"/>
                <literalExpression typeRef="boolean"><text>age(m, asOf) &gt;= 60</text></literalExpression>
              </encapsulatedLogic></businessKnowledgeModel>
            </definitions>
            """);
        files.put("small/editions/2020-01-01/rules.dmn", """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:w="https://weimin.org/ns/rules"
                id="small" name="small" namespace="https://weimin.org/packs/small">
              <businessKnowledgeModel name="isOld" w:from="household"/>
              <decision name="oldOnes"><literalExpression typeRef="tMembers">
                <text>members[isOld(item, asOf)]</text>
              </literalExpression></decision>
              <decision name="total"><literalExpression typeRef="tYuan">
                <text>standard * count(oldOnes)</text>
              </literalExpression></decision>
            </definitions>
            """);
        String once = PackDrawing.drawn(files).get("small/editions/2020-01-01/rules.dmn");
        assertThat(once)
                .contains("<inputData id=\"i_standard\" name=\"standard\"><variable name=\"standard\""
                        + " typeRef=\"tYuan\"/>")
                .contains("<requiredKnowledge href=\"#f_isOld\"/>", "<requiredKnowledge href=\"#f_age\"/>")
                .contains("<requiredDecision href=\"#d_oldOnes\"/>", "<requiredInput href=\"#i_members\"/>")
                .contains("<itemComponent name=\"birthDate\"><typeRef>date</typeRef></itemComponent>")
                .doesNotContain("wageIncome");
        files.put("small/editions/2020-01-01/rules.dmn", once);
        assertThat(PackDrawing.drawn(files)).isEmpty();
    }
}
