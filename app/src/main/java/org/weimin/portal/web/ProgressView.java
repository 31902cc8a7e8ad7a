package org.weimin.portal.web;

import java.time.LocalDate;
import java.util.List;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.Deadline;
import org.weimin.casework.Progress;
import org.weimin.shell.Texts;

/** What the progress page prints: stage, date, next step, who holds it; nothing about the benefit itself. */
public record ProgressView(String errorKey, List<Case> cases) {
    /** One case: its stages, and in words what comes next and by when. */
    public record Case(
            String title,
            String openedOn,
            List<Stage> stages,
            String nextKey,
            String office,
            String due,
            boolean guessed) {}

    /** One stage: its text key, and {@code done}, {@code current} or {@code todo}. */
    public record Stage(String key, String state) {}

    private static final List<String> STAGES = List.of("accepted", "inquiry", "publicity", "decision", "finished");

    public ProgressView {
        cases = List.copyOf(cases);
    }

    static ProgressView asking() {
        return new ProgressView("", List.of());
    }

    static ProgressView wrong(String errorKey) {
        return new ProgressView(errorKey, List.of());
    }

    static ProgressView of(List<Progress> cases, Offices offices, LocalDate today) {
        return new ProgressView(
                "",
                cases.stream().map(progress -> one(progress, offices, today)).toList());
    }

    static Case one(Progress progress, Offices offices, LocalDate today) {
        return new Case(
                offices.title(progress.claim().pack(), Texts.isEnglish()),
                Texts.date(progress.claim().openedOn()),
                stages(progress.status()),
                "portal.progress.next." + stage(progress.status()),
                offices.holding(progress, today),
                progress.due()
                        .filter(due -> !due.isPaused())
                        .map(due -> Texts.date(due.dueOn()))
                        .orElse(""),
                progress.due().filter(Deadline::provisional).isPresent());
    }

    private static List<Stage> stages(Status status) {
        int current = STAGES.indexOf(stage(status));
        return STAGES.stream()
                .map(name -> new Stage("portal.progress.stage." + name, state(STAGES.indexOf(name), current)))
                .toList();
    }

    private static String state(int stage, int current) {
        if (stage == current) {
            return stage == STAGES.size() - 1 ? "done" : "current";
        }
        return stage < current ? "done" : "todo";
    }

    static String stage(Status status) {
        return switch (status) {
            case ACCEPTING, ASSESSING, SUPPLEMENT, VISITING, REVIEWING, HEARING, WAITING -> "inquiry";
            case PUBLICITY -> "publicity";
            case FIRST_REVIEW, AWAITING_DECISION -> "decision";
            case ISSUING, PAPERS, DECIDED, PUBLISHED, ARCHIVED -> "finished";
            case WITHDRAWN -> "withdrawn";
        };
    }
}
