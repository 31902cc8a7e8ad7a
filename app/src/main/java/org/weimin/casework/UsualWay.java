package org.weimin.casework;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.weimin.casework.internal.Course;
import org.weimin.casework.internal.CourseDrawing;
import org.weimin.engine.Edition;
import org.weimin.shell.Texts;

/** 办理流程: the steps of a matter that goes well, and its whole process as a drawing, for whoever has no case yet. */
public record UsualWay(List<String> steps, String drawing) {
    /** Nothing for a matter that follows no process. */
    public static Optional<UsualWay> of(Edition edition) {
        return edition.file("process.bpmn").map(Course::parse).map(UsualWay::of);
    }

    private static UsualWay of(Course course) {
        return new UsualWay(
                course.line(step -> Course.outcome(step, "granted")).stream()
                        .map(Course.Node::label)
                        .toList(),
                CourseDrawing.of(course, Texts.t("casework.course.title"), "", Set.of(), Course.Node::label));
    }
}
