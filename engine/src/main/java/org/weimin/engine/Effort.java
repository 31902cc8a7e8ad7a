package org.weimin.engine;

/** How much one question may cost: rules that would run for ever, or too deep for the machine, are refused. */
final class Effort {
    private static final int DEEPEST = 300;
    private static final long MOST_STEPS = 1_000_000;
    private static final int LARGEST = 1_000_000;
    private int depth;
    private long steps;

    void begin() {
        if (++depth > DEEPEST || ++steps > MOST_STEPS) {
            throw Faults.endless(steps);
        }
    }

    /** A text or list that doubles itself would fill the machine long before its steps are used up. */
    static void check(Value value) {
        int size = value instanceof Value.Txt(var text)
                ? text.length()
                : value instanceof Value.Items(var items) ? items.size() : 0;
        if (size > LARGEST) {
            throw Faults.endless(size);
        }
    }

    /** Counts a value that comes without an expression of its own. */
    Value begun(Value value) {
        begin();
        end();
        return value;
    }

    void end() {
        depth--;
    }
}
