package org.weimin.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weimin.casework.CaseFile;
import org.weimin.engine.Pack;
import org.weimin.engine.Packs;
import org.weimin.kernel.Refused;

class CourseTest {
    private static final String ONE_TASK = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
            xmlns:di="http://www.omg.org/spec/DD/20100524/DI">
          <process id="p"><startEvent id="s"/>%s<endEvent id="end"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="assess"/>
            <sequenceFlow id="f2" sourceRef="assess" targetRef="end"/></process>
          <bpmndi:BPMNDiagram><bpmndi:BPMNPlane>
            <bpmndi:BPMNShape bpmnElement="s"><dc:Bounds x="0" y="0" width="36" height="36"/></bpmndi:BPMNShape>
            <bpmndi:BPMNShape bpmnElement="assess">
              <dc:Bounds x="60.5" y="0" width="90" height="36"/></bpmndi:BPMNShape>
            <bpmndi:BPMNShape bpmnElement="end"><dc:Bounds x="200" y="0" width="36" height="36"/></bpmndi:BPMNShape>
            <bpmndi:BPMNEdge bpmnElement="f1">
              <di:waypoint x="36" y="18"/><di:waypoint x="60" y="18"/>
            </bpmndi:BPMNEdge>
            <bpmndi:BPMNEdge bpmnElement="f2">
              <di:waypoint x="150" y="18"/><di:waypoint x="200" y="18"/>
            </bpmndi:BPMNEdge>
          </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
        </definitions>
        """;

    @Test
    void every_process_of_every_pack_names_only_steps_that_a_case_knows() {
        for (Pack pack : Packs.fromClassPath().list()) {
            pack.editions()
                    .values()
                    .forEach(edition -> edition.file("process.bpmn").ifPresent(bpmn -> {
                        Course course = Course.parse(bpmn);
                        assertThat(course.tasks()).isNotEmpty().allSatisfy(task -> CaseFile.Status.at(task.id()));
                    }));
        }
    }

    @Test
    void a_grant_goes_from_assessment_through_visit_and_publicity_to_the_decision() {
        Course dibao = dibao();
        assertThat(dibao.first().id()).isEqualTo("assess");
        assertThat(dibao.next("assess", "entitled").id()).isEqualTo("visit");
        assertThat(dibao.next("visit", "entitled").id()).isEqualTo("publicity");
        assertThat(dibao.next("visit", "not-entitled").id()).isEqualTo("decide");
        assertThat(dibao.next("publicity", "objection-upheld").id()).isEqualTo("assess");
        assertThat(dibao.next("decide", "granted").id()).isEqualTo("publish");
        assertThat(dibao.next("archive", "").kind()).isEqualTo(Course.Kind.END);
    }

    @Test
    void an_outcome_that_the_process_does_not_draw_has_no_way_out() {
        assertThatThrownBy(() -> dibao().next("decide", "maybe")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_script_task_is_refused_by_its_name() {
        assertThatThrownBy(() -> Course.parse(ONE_TASK.formatted("<scriptTask id=\"assess\"/>")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("scriptTask");
    }

    @Test
    void a_condition_that_is_more_than_an_outcome_is_refused() {
        String evil = ONE_TASK.formatted("<userTask id=\"assess\"/>")
                .replace(
                        "<sequenceFlow id=\"f2\" sourceRef=\"assess\" targetRef=\"end\"/>",
                        "<sequenceFlow id=\"f2\" sourceRef=\"assess\" targetRef=\"end\">"
                                + "<conditionExpression>${bean.run()}</conditionExpression></sequenceFlow>");
        assertThatThrownBy(() -> Course.parse(evil)).isInstanceOf(Refused.class).hasMessageContaining("bean.run");
    }

    @Test
    void a_document_type_is_not_read() {
        assertThatThrownBy(() -> Course.parse("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("casework.process.malformed");
    }

    @Test
    void the_drawing_marks_what_is_done_and_what_is_current() {
        String svg = CourseDrawing.of(dibao(), "低保", "visit", Set.of("assess"), Course.Node::name);
        assertThat(svg)
                .contains("class=\"node task current\"")
                .contains("class=\"node task done\"")
                .contains("入户调查")
                .doesNotContain("style=")
                .doesNotContain("<script");
    }

    private static Course dibao() {
        return Course.parse(Packs.fromClassPath()
                .get(new org.weimin.kernel.MatterId("dibao"))
                .editionOn(java.time.LocalDate.of(2026, 11, 2))
                .file("process.bpmn")
                .orElseThrow());
    }
}
