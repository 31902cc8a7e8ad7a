package org.weimin.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.Outcomes;
import org.weimin.casework.internal.Course;
import org.weimin.casework.internal.CourseDrawing;
import org.weimin.casework.internal.Deliberating;
import org.weimin.casework.internal.DeliberationStore;
import org.weimin.casework.internal.Workflow;
import org.weimin.engine.Pack;
import org.weimin.shell.Texts;

/** Shows where a case stands in its process: as a strip of steps, and as the drawing of the pack. */
@Component
class CaseCourse {
    private final Workflow workflow;
    private final Deliberating deliberating;

    CaseCourse(Workflow workflow, Deliberating deliberating) {
        this.workflow = workflow;
        this.deliberating = deliberating;
    }

    CaseView.Course of(CaseFile file) {
        Course course = workflow.course(file);
        Optional<DeliberationStore.Held> panel = deliberating.last(file.id());
        List<Course.Node> line = line(file, course);
        if (panel.isPresent()) {
            put("review", line, course);
        }
        int current = line.stream().map(Course.Node::id).toList().indexOf(file.step());
        var steps = new ArrayList<CaseView.Step>();
        for (int i = 0; i < line.size(); i++) {
            boolean done = file.status() == Status.ARCHIVED || i < current;
            String found = line.get(i).id().equals("review")
                    ? panel.map(DeliberationView::result).orElse("")
                    : "";
            steps.add(
                    new CaseView.Step(line.get(i).label() + found, done ? "done" : i == current ? "current" : "todo"));
        }
        var done = line.stream()
                .limit(Math.max(0, file.status() == Status.ARCHIVED ? line.size() : current))
                .map(Course.Node::id)
                .collect(Collectors.toSet());
        String drawing =
                CourseDrawing.of(course, Texts.t("casework.course.title"), file.step(), done, Course.Node::label);
        return new CaseView.Course(steps, drawing);
    }

    /** The way that this case goes, as far as it can be seen; where it stands now is always on it. */
    private static List<Course.Node> line(CaseFile file, Course course) {
        String decided = decided(file);
        List<Course.Node> line = course.line(step -> outcome(step, file, decided));
        put(file.step(), line, course);
        return line;
    }

    /** A step beside the usual way stands behind the last one that leads to it. */
    private static void put(String step, List<Course.Node> line, Course course) {
        course.tasks().stream()
                .filter(task -> task.id().equals(step) && !line.contains(task))
                .forEach(task -> {
                    int behind = line.size();
                    while (behind > 1 && !course.leads(line.get(behind - 1).id(), step)) {
                        behind--;
                    }
                    line.add(behind, task);
                });
    }

    /** What was, or may well be, decided. */
    private static String decided(CaseFile file) {
        if (file.claim().acts() == Pack.Acts.STOP) {
            return "stopped";
        }
        boolean no = file.decision()
                .map(made -> !made.isGrant())
                .orElseGet(() -> file.assessment()
                        .filter(made -> Outcomes.word(made.outcome()).equals("not-entitled"))
                        .isPresent());
        return no ? "refused" : "granted";
    }

    /** Aid that is looked at again turns on what the answer means for it; most of it goes on as it is. */
    private static String outcome(String step, CaseFile file, String decided) {
        boolean disputed = file.standing().corrects().isPresent();
        boolean again = file.claim().acts() == Pack.Acts.CHANGE || disputed;
        return again && step.equals("assess")
                ? file.assessment().map(made -> file.word(made.outcome())).orElse(disputed ? "upheld" : "same")
                : Course.outcome(step, decided);
    }
}
