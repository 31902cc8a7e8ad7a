package org.weimin.engine;

import java.util.List;

/** How much one question may cost: rules that would run for ever, or too deep for the machine, are refused. */
final class Effort {
    private static final int DEEPEST = 300;
    private static final long MOST_STEPS = 500_000;
    private static final long MOST_WORK = 5_000_000;
    private static final int CHARACTERS_A_STEP = 8;
    private static final int LARGEST = 1_000_000;
    private int depth;
    private long steps;
    private long work;

    void begin() {
        if (++depth > DEEPEST || ++steps > MOST_STEPS) {
            throw Faults.endless(steps);
        }
    }

    /** Work within one step, that grows with what the step looks at. */
    void spend(long units) {
        work += units;
        if (work > MOST_WORK) {
            throw Faults.endless(work);
        }
    }

    /** Every item and text of the values, however deep; lists of lists may be far larger than the memory they take. */
    void spend(List<Value> values) {
        for (Value value : values) {
            spend(value, 0);
        }
    }

    Value spent(Value value) {
        spend(value, 0);
        return value;
    }

    private void spend(Value value, int nesting) {
        if (nesting > DEEPEST) {
            throw Faults.endless(nesting);
        }
        spend(value instanceof Value.Txt(var text) ? 1 + text.length() / CHARACTERS_A_STEP : 1);
        switch (value) {
            case Value.Items(var items) -> items.forEach(item -> spend(item, nesting + 1));
            case Value.Entries(var entries) -> entries.values().forEach(entry -> spend(entry, nesting + 1));
            case Value.Span span -> {
                spend(span.low(), nesting + 1);
                spend(span.high(), nesting + 1);
            }
            default -> {}
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
