package org.weimin.engine;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** FEEL's equality: values of one kind are equal or not, nothing equals nothing, and two kinds cannot be compared. */
final class Equality {
    private Equality() {}

    static Optional<Boolean> of(Value left, Value right) {
        if (left.isNothing() || right.isNothing()) {
            return Optional.of(left.isNothing() && right.isNothing());
        }
        return switch (left) {
            case Value.Items(var items) ->
                right instanceof Value.Items(var others) ? Optional.of(same(items, others)) : Optional.empty();
            case Value.Entries(var entries) ->
                right instanceof Value.Entries(var others) ? Optional.of(same(entries, others)) : Optional.empty();
            case Value.Span span ->
                switch (right) {
                    case Value.Span other -> Optional.of(same(span, other));
                    case Value.Only ignored -> Optional.of(false);
                    default -> Optional.empty();
                };
            case Value.Only(var only, var negated) ->
                switch (right) {
                    case Value.Only(var other, var otherNegated) ->
                        Optional.of(negated == otherNegated && same(only, other));
                    case Value.Span ignored -> Optional.of(false);
                    default -> Optional.empty();
                };
            case Value.Clock(var time, var zone) -> sameTime(new Value.Clock(time.truncatedTo(SECONDS), zone), right);
            case Value.Moment(var at, var zone) -> sameTime(new Value.Moment(at.truncatedTo(SECONDS), zone), right);
            case Value.Func ignored -> Optional.empty();
            default -> left.getClass() == right.getClass() ? Optional.of(left.same(right)) : Optional.empty();
        };
    }

    /** FEEL compares times by their hours, minutes and whole seconds. */
    private static Optional<Boolean> sameTime(Value left, Value right) {
        Value whole = switch (right) {
            case Value.Clock(var time, var zone) -> new Value.Clock(time.truncatedTo(SECONDS), zone);
            case Value.Moment(var at, var zone) -> new Value.Moment(at.truncatedTo(SECONDS), zone);
            default -> right;
        };
        return Temporal.order(left, whole).map(order -> order == 0);
    }

    static boolean same(Value left, Value right) {
        return of(left, right).orElse(false);
    }

    private static boolean same(List<Value> left, List<Value> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Map<String, Value> left, Map<String, Value> right) {
        return left.keySet().equals(right.keySet())
                && left.entrySet().stream()
                        .allMatch(entry -> same(entry.getValue(), right.getOrDefault(entry.getKey(), Value.nothing())));
    }

    private static boolean same(Value.Span left, Value.Span right) {
        return left.lowIncluded() == right.lowIncluded()
                && left.highIncluded() == right.highIncluded()
                && same(left.low(), right.low())
                && same(left.high(), right.high());
    }
}
