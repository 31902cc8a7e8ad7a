package org.weimin.demo.internal;

import java.io.PrintStream;

/** 进度条: one line on a terminal, one line a fifth elsewhere. */
final class ProgressBar {
    private static final int WIDTH = 40;
    private final PrintStream out;
    private final String label;
    private final long total;
    /** Said by the launcher, which can see it. */
    private final boolean terminal = Boolean.getBoolean("weimin.terminal");

    private long shown = -1;

    ProgressBar(PrintStream out, String label, long total) {
        this.out = out;
        this.label = label;
        this.total = Math.max(1, total);
    }

    void at(long done) {
        long filled = Math.min(WIDTH, done * WIDTH / total);
        if (filled == shown) {
            return;
        }
        shown = filled;
        String bar = "█".repeat((int) filled) + "░".repeat((int) (WIDTH - filled));
        if (terminal) {
            out.print("\r" + label + " " + bar + " " + done + "/" + total + (done >= total ? "\n" : ""));
            out.flush();
        } else if (filled % (WIDTH / 5) == 0) {
            out.println(label + " " + done + "/" + total);
        }
    }
}
