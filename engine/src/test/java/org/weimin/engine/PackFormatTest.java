package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Refused;

/** What a matter's folder may leave to the files that all matters share, and what is refused with its line. */
class PackFormatTest {
    private static final MatterId CLUB = new MatterId("club");
    private static final DivisionCode COUNTY = new DivisionCode("310117");
    private static final String RULES = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="club" namespace="x">
          <itemDefinition name="tYuan"><typeRef>number</typeRef></itemDefinition>
          <inputData id="i_founders" name="founders"><variable name="founders" typeRef="number"/></inputData>
          <decision id="d_refusals" name="refusals">
            <variable name="refusals" typeRef="string"/>
            <informationRequirement id="r1"><requiredInput href="#i_founders"/></informationRequirement>
            <decisionTable hitPolicy="COLLECT">
              <input id="in1"><inputExpression typeRef="number"><text>founders</text></inputExpression></input>
              <output id="o1" typeRef="string"/>
              <annotation name="law"/><annotation name="zh"/><annotation name="en"/>
              <rule id="one"><inputEntry><text>&lt; 2</text></inputEntry>
                <outputEntry><text>"too-few"</text></outputEntry>
                <annotationEntry><text>某条例 第一条</text></annotationEntry>
                <annotationEntry><text>发起人太少</text></annotationEntry>
                <annotationEntry><text>Too few founders</text></annotationEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """;
    private static final String MATTER = """
        id: club
        item: SO99
        title: { zh: 社团登记, en: Registering a club }
        about: { zh: 想办社团的，到民政局登记。, en: Found a club. }
        asks: [办社团]
        events: [ORGANISATION]
        law: [ { text: 某条例 } ]
        unit: organisation
        acts: grant
        accept: county
        process: short
        facts: [club]
        outputs:
          - { kind: certificate, title: { zh: 证书, en: Certificate }, register: club, code: ST, fields: [clubName] }
        grants:
          - { kind: document, code: CLUB, title: { zh: 社团, en: Club } }
        conditions:
          - id: founders
            refusal: too-few
            title: { zh: 发起人足够, en: Enough founders }
            refusalText: { zh: 发起人太少, en: Too few founders }
            hint: { zh: 再找人, en: Find more }
        """;

    private final NavigableMap<String, String> files = new TreeMap<>(Map.of(
            "_shared/facts.yaml", "sourceOrder: []\nfacts: []\n",
            "_shared/facts/club.yaml", """
            facts:
              - { name: clubName, subject: organisation, type: text, class: 1, title: { zh: 名称, en: Name } }
              - { name: founders, subject: organisation, type: number, class: 1, title: { zh: 发起人, en: Founders } }
              - { name: account, subject: organisation, type: text, class: 3, title: { zh: 账号, en: Account } }
            """,
            "_shared/events.yaml", "events:\n  - { code: ORGANISATION, title: { zh: 办社团, en: Club } }\n",
            "_shared/materials.yaml", "materials:\n  - { id: M24, mode: share, title: { zh: 证书, en: Code } }\n",
            "_shared/parameters/procedure.yaml", """
            parameters:
              - name: deadlineWorkdays
                title: { zh: 时限, en: Limit }
                unit: workdays
                values: [ { from: 2000-01-01, value: "20", source: 行政许可法 第四十二条 } ]
            """,
            "_shared/processes/short.bpmn", "<old/>",
            "_shared/letters/output.html", "<p>{{number}}</p>",
            "club/matter.yaml", MATTER,
            "club/editions/2020-01-01/rules.dmn", RULES,
            "club/editions/2020-01-01/form.yaml", """
            sections:
              - id: club
                title: { zh: 社团, en: Club }
                fields:
                  - { fact: clubName, required: true }
            materials:
              - { id: M24 }
            """));

    @Test
    void an_organisation_is_judged_by_its_own_facts_and_given_a_paper() {
        Pack club = Packs.of(files).get(CLUB);
        var asked = new FactSheet(
                java.util.List.of(
                        new Fact("founders", club.dictionary().get("founders").parse("3"), "DECLARED", "")),
                java.util.List.of());
        Determination answer =
                new Interpreter().determine(club, COUNTY, LocalDate.of(2026, 7, 1), asked, new Supposing("", Map.of()));
        assertThat(answer.outcome())
                .isInstanceOfSatisfying(
                        Determination.Outcome.Entitled.class,
                        entitled ->
                                assertThat(entitled.grants()).singleElement().isInstanceOf(Grant.Document.class));
        assertThat(club.matter().giving().notScreened()).isPresent();
        assertThat(DeterminationJson.read(DeterminationJson.write(answer))).isEqualTo(answer);
    }

    @Test
    void what_a_matter_does_not_say_it_takes_from_the_shared_files_and_is_stored_with_them() {
        Pack club = Packs.of(files).get(CLUB);
        var edition = club.editions().firstEntry().getValue();
        assertThat(edition.file("process.bpmn")).contains("<old/>");
        assertThat(edition.file("letters/output.html")).isPresent();
        assertThat(club.value("deadlineWorkdays", COUNTY, LocalDate.of(2026, 7, 1))
                        .value())
                .isEqualTo("20");
        assertThat(edition.form().materials()).singleElement().matches(Form.Material::shared);
        var stored = club.filesOf(edition);
        assertThat(stored).containsKeys("_shared/processes/short.bpmn", "_shared/facts/club.yaml");
        assertThat(stored).doesNotContainKey("_shared/events.yaml");
        Pack restored = Packs.restore(CLUB, stored);
        assertThat(restored.packVersion(restored.editionOn(LocalDate.of(2026, 7, 1))))
                .isEqualTo(club.packVersion(edition));
    }

    @Test
    void a_letter_is_the_editions_own_else_the_matters_else_that_of_its_family_else_everybodys() {
        files.put("club/matter.yaml", MATTER + "letters: plain\n");
        files.put("_shared/letters/granted.html", "everybody's");
        assertThat(granted()).isEqualTo("everybody's");
        files.put("_shared/letters/plain/granted.html", "the family's");
        files.put("_shared/letters/other/granted.html", "another family's");
        assertThat(granted()).isEqualTo("the family's");
        files.put("club/letters/granted.html", "the matter's");
        assertThat(granted()).isEqualTo("the matter's");
        files.put("club/editions/2020-01-01/letters/granted.html", "the edition's");
        assertThat(granted()).isEqualTo("the edition's");
    }

    private String granted() {
        Pack club = Packs.of(files).get(CLUB);
        var stored =
                Packs.restore(CLUB, club.filesOf(club.editions().firstEntry().getValue()));
        return stored.editions()
                .firstEntry()
                .getValue()
                .file("letters/granted.html")
                .orElseThrow();
    }

    @Test
    void a_shared_file_in_a_folder_of_a_day_holds_from_that_day_and_the_editions_own_goes_before_it() {
        files.put("_shared/processes/2026-07-01/short.bpmn", "<new/>");
        files.put("club/editions/2026-07-01/rules.dmn", RULES);
        Pack club = Packs.of(files).get(CLUB);
        assertThat(club.editionOn(LocalDate.of(2026, 6, 30)).file("process.bpmn"))
                .contains("<old/>");
        assertThat(club.editionOn(LocalDate.of(2026, 7, 1)).file("process.bpmn"))
                .contains("<new/>");
        files.put("club/editions/2026-07-01/process.bpmn", "<own/>");
        assertThat(Packs.of(files).get(CLUB).editionOn(LocalDate.of(2026, 7, 1)).file("process.bpmn"))
                .contains("<own/>");
    }

    @Test
    void a_matter_sets_a_default_of_the_procedure_itself() {
        files.put("club/parameters/procedure.yaml", """
            parameters:
              - name: deadlineWorkdays
                title: { zh: 时限, en: Limit }
                unit: workdays
                values: [ { from: 2000-01-01, value: "60", source: 某条例 第二条 } ]
            """);
        assertThat(Packs.of(files)
                        .get(CLUB)
                        .value("deadlineWorkdays", COUNTY, LocalDate.of(2026, 7, 1))
                        .value())
                .isEqualTo("60");
    }

    @Test
    void a_paper_that_the_office_can_look_up_is_never_demanded() {
        refused(
                "club/editions/2020-01-01/form.yaml",
                "{ id: M24 }",
                "{ id: M24, required: true }",
                "engine.pack.never-asked",
                "club/editions/2020-01-01/form.yaml:7");
    }

    @Test
    void what_is_wrong_is_named_with_its_file_and_line() {
        refused("club/matter.yaml", "[clubName]", "[account]", "engine.pack.type", "club/matter.yaml");
        refused(
                "club/matter.yaml",
                "fields: [clubName]",
                "fields: [nobody]",
                "engine.pack.unknown-name",
                "club/matter.yaml");
        refused("club/matter.yaml", "code: ST", "code: st", "engine.pack.syntax", "club/matter.yaml:14");
        refused("club/matter.yaml", "[ORGANISATION]", "[WEDDING]", "engine.pack.unknown-name", "club/matter.yaml");
        refused("club/matter.yaml", "facts: [club]", "facts: []", "engine.pack.unknown-name", "club/editions");
        refused("club/matter.yaml", "process: short", "process: long", "engine.pack.unknown-name", "club/matter.yaml");
        refused("club/matter.yaml", "asks: [办社团]", "asks: []", "engine.pack.syntax", "club/matter.yaml");
    }

    private void refused(String file, String part, String other, String code, String where) {
        var faulty = new TreeMap<>(files);
        faulty.computeIfPresent(file, (path, content) -> content.replace(part, other));
        assertThat(faulty).isNotEqualTo(files);
        assertThatThrownBy(() -> Packs.of(faulty)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(String.valueOf(refused.details().getFirst())).startsWith(where);
        });
    }
}
