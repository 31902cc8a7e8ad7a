package org.weimin.engine.population;

import java.math.RoundingMode;
import org.weimin.engine.Expr.Op;

/**
 * A value that need not be known: then the facts it waits for, as bits, and for a number the bounds that it cannot
 * leave. A register of generated code, written again for every household; the rules are the interpreter's own.
 */
final class Maybe {
    static final long OPEN_LOW = Long.MIN_VALUE;
    static final long OPEN_HIGH = Long.MAX_VALUE;
    boolean known;
    long low;
    long high;
    long missing;
    /** For whom a kept value was worked out. */
    int stamp;

    static Maybe set(Maybe into, long value) {
        into.known = true;
        into.low = value;
        into.high = value;
        into.missing = 0;
        return into;
    }

    private static Maybe unknown(Maybe into, long low, long high, long missing) {
        into.known = false;
        into.low = low;
        into.high = high;
        into.missing = missing;
        return into;
    }

    static Maybe copy(Maybe into, Maybe from) {
        into.known = from.known;
        into.low = from.low;
        into.high = from.high;
        into.missing = from.missing;
        return into;
    }

    /** A fact of a row: its value, or that it is missing and what it cannot be below. */
    static Maybe fact(Maybe into, Column column, int row, long bit) {
        return column.isKnown(row) ? set(into, column.values[row]) : unknown(into, column.least(), OPEN_HIGH, bit);
    }

    boolean isTrue() {
        return known && low != 0;
    }

    boolean isFalse() {
        return known && low == 0;
    }

    private boolean same(Maybe other) {
        return known == other.known && low == other.low && high == other.high && missing == other.missing;
    }

    private static long missing(Maybe left, Maybe right) {
        return (left.known ? 0 : left.missing) | (right.known ? 0 : right.missing);
    }

    static Maybe plus(Maybe into, Maybe left, Maybe right) {
        if (left.known && right.known) {
            return set(into, Math.addExact(left.low, right.low));
        }
        return unknown(
                into,
                left.low == OPEN_LOW || right.low == OPEN_LOW ? OPEN_LOW : Math.addExact(left.low, right.low),
                left.high == OPEN_HIGH || right.high == OPEN_HIGH ? OPEN_HIGH : Math.addExact(left.high, right.high),
                missing(left, right));
    }

    static Maybe minus(Maybe into, Maybe left, Maybe right) {
        if (left.known && right.known) {
            return set(into, Math.subtractExact(left.low, right.low));
        }
        return unknown(
                into,
                left.low == OPEN_LOW || right.high == OPEN_HIGH ? OPEN_LOW : Math.subtractExact(left.low, right.high),
                left.high == OPEN_HIGH || right.low == OPEN_LOW ? OPEN_HIGH : Math.subtractExact(left.high, right.low),
                missing(left, right));
    }

    static Maybe times(Maybe into, Maybe left, Maybe right) {
        if (left.known && right.known) {
            return set(into, Math.multiplyExact(left.low, right.low));
        }
        if (!left.known && !right.known) {
            return unknown(into, OPEN_LOW, OPEN_HIGH, missing(left, right));
        }
        Maybe open = left.known ? right : left;
        long factor = left.known ? left.low : right.low;
        long low = open.low == OPEN_LOW ? OPEN_LOW : Math.multiplyExact(open.low, factor);
        long high = open.high == OPEN_HIGH ? OPEN_HIGH : Math.multiplyExact(open.high, factor);
        return bounded(into, low, high, factor < 0, open.missing);
    }

    /** Bounds after a scaling, which a negative factor turns round. */
    private static Maybe bounded(Maybe into, long low, long high, boolean turned, long missing) {
        if (!turned) {
            return unknown(into, low, high, missing);
        }
        return unknown(into, high == OPEN_HIGH ? OPEN_LOW : high, low == OPEN_LOW ? OPEN_HIGH : low, missing);
    }

    static Maybe shifted(Maybe into, Maybe value, int digits) {
        if (value.known) {
            return set(into, Exact.shifted(value.low, digits));
        }
        return unknown(
                into,
                value.low == OPEN_LOW ? OPEN_LOW : Exact.shifted(value.low, digits),
                value.high == OPEN_HIGH ? OPEN_HIGH : Exact.shifted(value.high, digits),
                value.missing);
    }

    static Maybe quotient(Maybe into, Maybe left, Maybe right, RoundingMode mode, int shift, int digits, int scale) {
        if (left.known && right.known) {
            return set(into, Exact.quotient(mode, left.low, right.low, shift, digits, scale));
        }
        if (!right.known) {
            return unknown(into, OPEN_LOW, OPEN_HIGH, missing(left, right));
        }
        long by = right.low;
        long low = left.low == OPEN_LOW ? OPEN_LOW : Exact.quotient(mode, left.low, by, shift, digits, scale);
        long high = left.high == OPEN_HIGH ? OPEN_HIGH : Exact.quotient(mode, left.high, by, shift, digits, scale);
        return bounded(into, low, high, by < 0, left.missing);
    }

    static Maybe max(Maybe into, Maybe left, Maybe right) {
        if (left.known && right.known) {
            return set(into, Math.max(left.low, right.low));
        }
        long high = left.high == OPEN_HIGH || right.high == OPEN_HIGH ? OPEN_HIGH : Math.max(left.high, right.high);
        return unknown(into, Math.max(left.low, right.low), high, missing(left, right));
    }

    static Maybe min(Maybe into, Maybe left, Maybe right) {
        if (left.known && right.known) {
            return set(into, Math.min(left.low, right.low));
        }
        long low = left.low == OPEN_LOW || right.low == OPEN_LOW ? OPEN_LOW : Math.min(left.low, right.low);
        return unknown(into, low, Math.min(left.high, right.high), missing(left, right));
    }

    static Maybe years(Maybe into, Maybe from, Maybe until) {
        return from.known && until.known
                ? set(into, Scaled.years(from.low, until.low))
                : unknown(into, OPEN_LOW, OPEN_HIGH, missing(from, until));
    }

    static Maybe count(Maybe into, Maybe list) {
        return list.known ? set(into, Long.bitCount(list.low)) : unknown(into, 0, OPEN_HIGH, list.missing);
    }

    static Maybe not(Maybe into, Maybe value) {
        return value.known ? set(into, value.low == 0 ? 1 : 0) : value;
    }

    static Maybe compare(Maybe into, Maybe left, Maybe right, Op op) {
        return switch (op) {
            case EQUAL -> equal(into, left, right, true);
            case UNEQUAL -> equal(into, left, right, false);
            case BELOW -> below(into, left, right, true);
            case AT_LEAST -> below(into, left, right, false);
            case ABOVE -> below(into, right, left, true);
            case AT_MOST -> below(into, right, left, false);
            default -> throw new IllegalStateException("Not a comparison: " + op);
        };
    }

    private static Maybe equal(Maybe into, Maybe left, Maybe right, boolean yes) {
        if (left.known && right.known) {
            return set(into, (left.low == right.low) == yes ? 1 : 0);
        }
        return isBelow(left, right) || isBelow(right, left)
                ? set(into, yes ? 0 : 1)
                : unknown(into, OPEN_LOW, OPEN_HIGH, missing(left, right));
    }

    /** Left below right, or its contrary. */
    private static Maybe below(Maybe into, Maybe left, Maybe right, boolean yes) {
        if (left.known && right.known) {
            return set(into, (left.low < right.low) == yes ? 1 : 0);
        }
        if (isBelow(left, right)) {
            return set(into, yes ? 1 : 0);
        }
        boolean never = right.high != OPEN_HIGH && left.low != OPEN_LOW && right.high <= left.low;
        return never ? set(into, yes ? 0 : 1) : unknown(into, OPEN_LOW, OPEN_HIGH, missing(left, right));
    }

    private static boolean isBelow(Maybe left, Maybe right) {
        return left.high != OPEN_HIGH && right.low != OPEN_LOW && left.high < right.low;
    }

    /** One more part of an "and" (all) or an "or": what settles it stays, else the unknown parts add up. */
    static boolean join(Maybe into, Maybe part, boolean all) {
        if (part.known) {
            if ((part.low != 0) != all) {
                set(into, all ? 0 : 1);
                return true;
            }
        } else {
            unknown(into, OPEN_LOW, OPEN_HIGH, missing(into, part));
        }
        return false;
    }

    /** One of two, when which is not known; they may agree. */
    static Maybe either(Maybe into, Maybe condition, Maybe then, Maybe otherwise, boolean numbers) {
        if (then.same(otherwise)) {
            return then;
        }
        long missing = condition.missing | missing(then, otherwise);
        return numbers
                ? unknown(into, Math.min(then.low, otherwise.low), Math.max(then.high, otherwise.high), missing)
                : unknown(into, OPEN_LOW, OPEN_HIGH, missing);
    }

    /** Keeps a member in a list of which the rest may be known or not. */
    static void keep(Maybe into, int member, Maybe keep) {
        if (keep.known) {
            if (keep.low != 0) {
                into.low |= 1L << member;
            }
        } else {
            into.known = false;
            into.missing |= keep.missing;
        }
    }

    /** A list of which one member is not known to be in it is not known. */
    static Maybe listed(Maybe into) {
        return into.known ? set(into, into.low) : unknown(into, OPEN_LOW, OPEN_HIGH, into.missing);
    }

    /** The rows of a table that may match, gathered one after another. */
    static final class Rows {
        private final Maybe result = new Maybe();
        private final Maybe surely = new Maybe();
        private int possible;
        private int certain;
        private boolean alike;
        private long missing;
        private long low;
        private long high;

        void begin() {
            possible = 0;
            certain = 0;
            alike = true;
            missing = 0;
            set(result, 0);
        }

        /** A row that may match: the first one, or another that must agree with it. */
        void single(Maybe matched, Maybe output) {
            if (possible++ == 0) {
                copy(result, output);
                low = output.low;
                high = output.high;
            } else {
                alike &= result.same(output);
                low = Math.min(low, output.low);
                high = Math.max(high, output.high);
            }
            missing |= missing(matched, output);
        }

        Maybe single(boolean numbers) {
            mustHave(possible);
            if (alike) {
                return result;
            }
            return numbers ? unknown(result, low, high, missing) : unknown(result, OPEN_LOW, OPEN_HIGH, missing);
        }

        /** A row whose result counts if it is the greatest. */
        void greatest(Maybe matched, Maybe output) {
            if (possible++ == 0) {
                copy(result, output);
            } else {
                max(result, result, output);
            }
            if (matched.known) {
                if (certain++ == 0) {
                    copy(surely, output);
                } else {
                    max(surely, surely, output);
                }
            }
            missing |= missing(matched, output);
        }

        Maybe greatest() {
            mustHave(certain);
            if (possible == certain || surely.same(result)) {
                return result;
            }
            return unknown(result, Math.min(surely.low, result.low), Math.max(surely.high, result.high), missing);
        }

        /** A row whose result is added, if it matches. */
        void sum(Maybe matched, Maybe output) {
            if (matched.known) {
                plus(result, result, output);
            } else {
                unknown(surely, Math.min(0, output.low), Math.max(0, output.high), missing(matched, output));
                plus(result, result, surely);
            }
        }

        Maybe sum() {
            return result;
        }

        private static void mustHave(int rows) {
            if (rows == 0) {
                throw new ArithmeticException("no row of a table matches");
            }
        }
    }
}
