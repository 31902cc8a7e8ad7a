package org.weimin.engine;

/** How much one question may cost: rules that would run for ever, or too deep for the machine, are refused. */
final class Effort {
    private static final int DEEPEST = 600;
    private static final long MOST_STEPS = 5_000_000;
    private int depth;
    private long steps;

    void begin() {
        if (++depth > DEEPEST || ++steps > MOST_STEPS) {
            throw Faults.endless(steps);
        }
    }

    void end() {
        depth--;
    }
}
