package org.weimin.screening.web;

import static org.weimin.shell.Texts.t;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.weimin.policy.Draft;
import org.weimin.screening.Effect;
import org.weimin.screening.Impact;
import org.weimin.screening.Scenario;
import org.weimin.screening.Sweep;

/** Whom a draft would concern, by what becomes of them. */
public record DraftEffectsView(
        String draft, String title, State state, String scenario, Progress progress, List<Row> rows, String lead) {
    /** Where the figures stand. */
    public enum State {
        NEVER,
        NONE,
        WORKING,
        DONE,
        FAILED
    }

    public record Progress(int done, int all) {}

    public record Row(
            String kind,
            String receiving,
            long subjects,
            long persons,
            String before,
            String after,
            String difference) {}

    public boolean isWorking() {
        return state == State.WORKING;
    }

    public boolean mayAsk() {
        return !scenario.equals("-") && (state == State.NONE || state == State.FAILED);
    }

    static DraftEffectsView of(
            Draft draft, boolean canBeReckoned, Optional<Scenario> scenario, Impact impact, boolean maySuppose) {
        return new DraftEffectsView(
                draft.id().toString(),
                draft.purpose().title(),
                scenario.map(each -> state(each.status())).orElse(canBeReckoned ? State.NONE : State.NEVER),
                maySuppose ? scenario.map(each -> each.id().toString()).orElse("") : "-",
                scenario.map(each -> new Progress(
                                each.reach().slicesDone(),
                                Math.max(1, each.reach().slices())))
                        .orElse(new Progress(0, 1)),
                Stream.of(Effect.Kind.MORE, Effect.Kind.LESS, Effect.Kind.NEWLY, Effect.Kind.NO_LONGER)
                        .flatMap(kind -> Stream.of(row(impact, kind, true), row(impact, kind, false)))
                        .filter(row -> row.subjects() > 0)
                        .toList(),
                scenario.map(each -> t("screening.draft.lead", each.asOf().toString()))
                        .orElse(""));
    }

    private static State state(Sweep.Status status) {
        return switch (status) {
            case ASKED, RUNNING -> State.WORKING;
            case DONE -> State.DONE;
            case FAILED -> State.FAILED;
        };
    }

    private static Row row(Impact impact, Effect.Kind kind, boolean receiving) {
        Impact.Counted counted = impact.of(line -> line.kind() == kind && line.receiving() == receiving);
        return new Row(
                t("screening.whatif.kind." + kind),
                t(receiving ? "screening.draft.receiving" : "screening.draft.not-receiving"),
                counted.subjects(),
                counted.persons(),
                counted.before().grouped(),
                counted.after().grouped(),
                counted.difference().grouped());
    }
}
