package org.weimin.policy;

import java.util.Map;

/** The files of a matter that exists nowhere but in a test. */
final class OwnMatter {
    private static final String YAML = """
        id: laonian-xuexi
        item: WE99
        title: { zh: 老年学习证, en: Learning card for elders }
        about: { zh: 六十岁以上的老人，凭证免费上老年大学。, en: Whoever is sixty studies without a fee. }
        asks: [老年大学, 学习]
        events: [OLD_AGE]
        law: [ { text: 老年人权益保障法, article: 第七十一条, from: 2018-12-29 } ]
        unit: person
        acts: grant
        accept: town
        process: filing
        facts: [learning]
        outputs:
          - kind: certificate
            title: { zh: 老年学习证, en: Learning card }
            register: learning-card
            code: LX
            fields: [learningSubject]
            valid: { months: 24 }
        grants:
          - { kind: document, code: LEARNING, title: { zh: 老年学习证, en: Learning card } }
        conditions:
          - id: age
            refusal: too-young
            title: { zh: 年满六十周岁, en: Sixty years old }
            refusalText: { zh: 未满六十周岁, en: Younger than sixty }
            hint: { zh: 年满六十周岁后再来, en: Come back at sixty }
        """;
    private static final String FACTS = """
        facts:
          - { name: learningSubject, subject: person, type: text, class: 1, title: { zh: 学习科目, en: Subject } }
        """;
    private static final String FORM = """
        sections:
          - id: learning
            per: person
            title: { zh: 学习, en: Learning }
            fields:
              - { fact: learningSubject, required: true }
        materials:
          - { id: M01 }
        """;
    private static final String RULES = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="learning"
                     namespace="https://example.org/x">
          <itemDefinition name="tMember">
            <itemComponent name="person"><typeRef>string</typeRef></itemComponent>
            <itemComponent name="name"><typeRef>string</typeRef></itemComponent>
            <itemComponent name="birthDate"><typeRef>date</typeRef></itemComponent>
          </itemDefinition>
          <inputData id="i_person" name="person"><variable name="person" typeRef="tMember"/></inputData>
          <inputData id="i_asOf" name="asOf"><variable name="asOf" typeRef="date"/></inputData>
          <decision id="d_age" name="age">
            <variable name="age" typeRef="number"/>
            <informationRequirement id="r1"><requiredInput href="#i_person"/></informationRequirement>
            <informationRequirement id="r2"><requiredInput href="#i_asOf"/></informationRequirement>
            <literalExpression typeRef="number">
              <text>years and months duration(person.birthDate, asOf).years</text>
            </literalExpression>
          </decision>
          <decision id="d_refusals" name="refusals">
            <variable name="refusals" typeRef="string"/>
            <informationRequirement id="r3"><requiredDecision href="#d_age"/></informationRequirement>
            <decisionTable hitPolicy="COLLECT">
              <input id="in1"><inputExpression><text>age</text></inputExpression></input>
              <output id="o1" typeRef="string"/>
              <annotation name="law"/><annotation name="zh"/><annotation name="en"/>
              <rule id="one"><inputEntry><text>&lt; 60</text></inputEntry>
                <outputEntry><text>"too-young"</text></outputEntry>
                <annotationEntry><text>老年人权益保障法 第二条</text></annotationEntry>
                <annotationEntry><text>未满六十周岁</text></annotationEntry>
                <annotationEntry><text>younger than sixty</text></annotationEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """;
    private static final String PROCESS =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                     xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI"
                         xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                     xmlns:di="http://www.omg.org/spec/DD/20100524/DI">
              <process id="short">
                <startEvent id="start"/><userTask id="assess" name="审核"/><userTask id="decide" name="决定"/>
                <userTask id="deliver" name="送达"/><endEvent id="end"/>
                <sequenceFlow id="f1" sourceRef="start" targetRef="assess"/>
                <sequenceFlow id="f2" sourceRef="assess" targetRef="decide"/>
                <sequenceFlow id="f3" sourceRef="decide" targetRef="deliver"/>
                <sequenceFlow id="f4" sourceRef="deliver" targetRef="end"/>
              </process>
              <d:BPMNDiagram><d:BPMNPlane>%s%s</d:BPMNPlane></d:BPMNDiagram>
            </definitions>
            """.formatted(shapes("start", "assess", "decide", "deliver", "end"), edges(4));

    private OwnMatter() {}

    static Map<String, String> files() {
        String edition = "laonian-xuexi/editions/2020-01-01/";
        return Map.of(
                "laonian-xuexi/matter.yaml",
                YAML,
                "_shared/facts/learning.yaml",
                FACTS,
                edition + "form.yaml",
                FORM,
                edition + "rules.dmn",
                RULES,
                edition + "process.bpmn",
                PROCESS);
    }

    private static String shapes(String... ids) {
        var drawn = new StringBuilder();
        for (int i = 0; i < ids.length; i++) {
            drawn.append("<d:BPMNShape bpmnElement=\"%s\"><dc:Bounds x=\"%d\" y=\"0\" width=\"90\" height=\"40\"/>"
                            .formatted(ids[i], i * 120))
                    .append("</d:BPMNShape>");
        }
        return drawn.toString();
    }

    private static String edges(int count) {
        var drawn = new StringBuilder();
        for (int i = 0; i < count; i++) {
            drawn.append("<d:BPMNEdge bpmnElement=\"f%d\"><di:waypoint x=\"%d\" y=\"20\"/>"
                            .formatted(i + 1, i * 120 + 90))
                    .append("<di:waypoint x=\"%d\" y=\"20\"/></d:BPMNEdge>".formatted(i * 120 + 120));
        }
        return drawn.toString();
    }
}
