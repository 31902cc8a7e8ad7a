package org.weimin.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.weimin.engine.Expr.Each;
import org.weimin.engine.Expr.Op;
import org.weimin.engine.Value.Items;
import org.weimin.engine.Value.Num;

/** Going through lists and ranges: for, some, every and the filter. */
final class Iteration {
    private static final BigDecimal LONGEST = BigDecimal.valueOf(1_000_000);
    private final BiFunction<Expr, Frame, Value> evaluate;
    private final Effort effort;

    Iteration(BiFunction<Expr, Frame, Value> evaluate, Effort effort) {
        this.evaluate = evaluate;
        this.effort = effort;
    }

    Value loop(Expr.Loop loop, Frame frame) {
        var results = new ArrayList<Value>();
        Optional<Value> fault = forEach(loop.each(), frame, inner -> {
            Frame step = loop.partial() ? inner.with("partial", effort.spent(new Items(List.copyOf(results)))) : inner;
            results.add(evaluate.apply(loop.body(), step));
        });
        return fault.orElse(new Items(results));
    }

    Value quantified(Expr.Quantified quantified, Frame frame) {
        Op op = quantified.every() ? Op.AND : Op.OR;
        var wrong = new boolean[1];
        var answer = new Value[] {Value.truth(quantified.every())};
        Optional<Value> fault = forEach(quantified.each(), frame, inner -> {
            Value satisfied = evaluate.apply(quantified.satisfies(), inner);
            boolean asked = satisfied instanceof Value.Truth || satisfied.isNothing() || satisfied.isUnknown();
            answer[0] = asked ? Operators.apply(op, answer[0], satisfied) : answer[0];
            wrong[0] |= !asked;
        });
        return wrong[0] ? Value.nothing() : fault.orElse(answer[0]);
    }

    /** Every combination of the items, the last list the fastest; a value that cannot be gone through is the answer. */
    private Optional<Value> forEach(List<Each> each, Frame frame, Consumer<Frame> step) {
        if (each.isEmpty()) {
            step.accept(frame);
            return Optional.empty();
        }
        Value in = evaluate.apply(each.getFirst().in(), frame);
        Optional<Stream<Value>> items = items(in);
        if (items.isEmpty()) {
            return Optional.of(in.isUnknown() ? in : Value.nothing());
        }
        var inner = items.get().iterator();
        while (inner.hasNext()) {
            Optional<Value> fault = forEach(
                    each.subList(1, each.size()), frame.with(each.getFirst().variable(), inner.next()), step);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<Stream<Value>> items(Value in) {
        return switch (in) {
            case Items(var items) -> Optional.of(items.stream());
            case Value.Span span -> upwards(span);
            case Value.Nothing ignored -> Optional.empty();
            case Value.Unknown ignored -> Optional.empty();
            default -> Optional.of(Stream.of(in));
        };
    }

    private static Optional<Stream<Value>> upwards(Value.Span span) {
        boolean rises = Operators.order(span.low(), span.high())
                .filter(order -> order <= 0)
                .isPresent();
        return rises
                ? steps(span.low(), span.high())
                        .map(all -> all.filter(at -> (span.lowIncluded() || !at.same(span.low()))
                                && (span.highIncluded() || !at.same(span.high()))))
                : Optional.empty();
    }

    /** Whole numbers or days from one to the other, upwards or downwards; no other values have steps. */
    static Optional<Stream<Value>> steps(Value from, Value until) {
        if (from instanceof Num(var low) && until instanceof Num(var high)) {
            if (high.subtract(low).abs().compareTo(LONGEST) > 0) {
                throw Faults.endless(LONGEST.longValue());
            }
            BigDecimal by = BigDecimal.valueOf(low.compareTo(high) <= 0 ? 1 : -1);
            return Optional.of(Stream.iterate(
                            low, at -> at.subtract(high).signum() * by.signum() <= 0, at -> at.add(by))
                    .map(Num::new));
        }
        if (from instanceof Value.Day(var low) && until instanceof Value.Day(var high)) {
            int by = low.compareTo(high) <= 0 ? 1 : -1;
            return Optional.of(Stream.<LocalDate>iterate(
                            low, at -> Integer.signum(at.compareTo(high)) * by <= 0, at -> at.plusDays(by))
                    .map(Value.Day::new));
        }
        return Optional.empty();
    }

    /** The items for which the condition holds, or the one at a place; a single value is a list of one. */
    Value filter(Expr.Filter filter, Frame frame) {
        Value list = evaluate.apply(filter.list(), frame);
        if (list.isUnknown()) {
            return list;
        }
        List<Value> items = list instanceof Items(var many) ? many : list.isNothing() ? List.of() : List.of(list);
        var kept = new ArrayList<Value>();
        Value missing = new Items(kept);
        effort.spend(items.size());
        for (Value item : items) {
            Value keep = evaluate.apply(filter.keep(), about(frame, item));
            switch (keep) {
                case Value.Truth(boolean truth) -> {
                    if (truth) {
                        kept.add(item);
                    }
                }
                case Num(var place) -> {
                    return at(items, place);
                }
                case Value.Unknown unknown -> missing = Value.unknown(missing, unknown, Range.ANY);
                case Value.Nothing ignored -> {}
                default -> {
                    return Value.nothing();
                }
            }
        }
        return missing.isUnknown() ? missing : items.isEmpty() ? ofEmpty(filter, frame) : new Items(kept);
    }

    /** What an item is called in its filter, and a context's entries by their names. */
    private Frame about(Frame frame, Value item) {
        Frame inner = frame.with("item", item);
        effort.spend(item instanceof Value.Entries(var entries) ? entries.size() : 0);
        return item instanceof Value.Entries(var entries) ? inner.with(entries) : inner;
    }

    private Value ofEmpty(Expr.Filter filter, Frame frame) {
        boolean byPlace = filter.keep() instanceof Expr.Num || filter.keep() instanceof Expr.Negate;
        return byPlace && evaluate.apply(filter.keep(), frame) instanceof Num ? Value.nothing() : new Items(List.of());
    }

    private static Value at(List<Value> items, BigDecimal place) {
        int at = place.intValue();
        int index = at < 0 ? items.size() + at : at - 1;
        return at != 0 && index >= 0 && index < items.size() ? items.get(index) : Value.nothing();
    }
}
