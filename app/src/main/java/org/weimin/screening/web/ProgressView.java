package org.weimin.screening.web;

import org.weimin.screening.Sweep;
import org.weimin.shell.Texts;

/** How far a sweep has come; asked again every second while it runs. */
public record ProgressView(String id, String status, int slices, int done, String text, boolean watched) {
    static final ProgressView NONE = new ProgressView("", "", 0, 0, "", false);

    static ProgressView of(Sweep sweep) {
        var progress = sweep.progress();
        String seconds = String.format("%.1f", sweep.took().whole().toMillis() / 1000.0);
        return new ProgressView(
                sweep.id().toString(),
                sweep.status().name(),
                Math.max(1, progress.slices()),
                progress.slicesDone(),
                Texts.t(
                        "screening.progress." + sweep.status(),
                        progress.households(),
                        progress.persons(),
                        seconds,
                        sweep.asOf().toString()),
                false);
    }

    /** For somebody who has been looking on: at the end, the way to the result. */
    ProgressView whileWatched() {
        return new ProgressView(id, status, slices, done, text, true);
    }

    public boolean isRunning() {
        return status.equals("ASKED") || status.equals("RUNNING");
    }

    /** Shown once, when a sweep that somebody watched has ended. */
    public boolean hasEnded() {
        return watched && !isRunning();
    }
}
