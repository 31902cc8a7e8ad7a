package org.weimin.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.internal.Course;
import org.weimin.casework.internal.CourseDrawing;
import org.weimin.casework.internal.Workflow;
import org.weimin.engine.Pack;
import org.weimin.shell.Texts;

/** Shows where a case stands in its process: as a strip of steps, and as the drawing of the pack. */
@Component
class CaseCourse {
    private final Workflow workflow;

    CaseCourse(Workflow workflow) {
        this.workflow = workflow;
    }

    CaseView.Course of(CaseFile file) {
        Course course = workflow.course(file.claim());
        List<Course.Node> line = line(file, course);
        int current = line.stream().map(Course.Node::id).toList().indexOf(file.step());
        var steps = new ArrayList<CaseView.Step>();
        for (int i = 0; i < line.size(); i++) {
            boolean done = file.status() == Status.ARCHIVED || i < current;
            steps.add(new CaseView.Step(label(line.get(i)), done ? "done" : i == current ? "current" : "todo"));
        }
        var done = line.stream()
                .limit(Math.max(0, file.status() == Status.ARCHIVED ? line.size() : current))
                .map(Course.Node::id)
                .collect(Collectors.toSet());
        String drawing =
                CourseDrawing.of(course, Texts.t("casework.course.title"), file.step(), done, CaseCourse::label);
        return new CaseView.Course(steps, drawing);
    }

    static String label(Course.Node node) {
        return Texts.either(node.name(), Texts.t("casework.step." + node.id()));
    }

    /** The way that this case goes: a granted one is published, another one is delivered. */
    private static List<Course.Node> line(CaseFile file, Course course) {
        boolean refused = file.decision().filter(made -> !made.isGrant()).isPresent();
        boolean published = file.claim().acts() == Pack.Acts.GRANT && !refused;
        return course.tasks().stream()
                .filter(task -> switch (task.id()) {
                    case "supplement" -> file.step().equals("supplement");
                    case "publish", "archive" -> published;
                    case "publicity" -> !refused;
                    case "deliver" -> !published;
                    default -> true;
                })
                .toList();
    }
}
