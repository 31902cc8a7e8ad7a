package org.weimin.engine;

import static org.weimin.engine.Builtins.one;
import static org.weimin.engine.Builtins.two;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.weimin.engine.Builtins.Signature;
import org.weimin.engine.Value.Span;
import org.weimin.kernel.Refused;

/** FEEL's functions of ranges: how two of them, or a point and a range, lie to one another. */
final class RangeFunctions {
    private static final Set<String> LITERAL = Set.of("@", "date", "time", "date and time", "duration");

    /** An end of a range: right at the value, or a hair's breadth before (-1) or after it (1). */
    private record End(Value at, int beside) {
        int to(End other) {
            int order = Operators.order(at, other.at).orElseThrow(ArithmeticException::new);
            return order == 0 ? Integer.compare(beside, other.beside) : order;
        }
    }

    private record Extent(End start, End end) {
        static Extent of(Value value) {
            return value instanceof Span(var low, var lowIncluded, var high, var highIncluded)
                    ? new Extent(new End(low, lowIncluded ? 0 : 1), new End(high, highIncluded ? 0 : -1))
                    : new Extent(new End(value, 0), new End(value, 0));
        }

        boolean before(Extent other) {
            return end.to(other.start) < 0;
        }

        boolean meets(Extent other) {
            return end.to(other.start) == 0;
        }

        boolean overlaps(Extent other) {
            return !before(other) && !other.before(this);
        }

        boolean overlapsBefore(Extent other) {
            return start.to(other.start) < 0 && !before(other) && end.to(other.end) <= 0;
        }

        boolean includes(Extent other) {
            return start.to(other.start) <= 0 && end.to(other.end) >= 0;
        }

        boolean starts(Extent other) {
            return start.to(other.start) == 0 && end.to(other.end) <= 0;
        }

        boolean finishes(Extent other) {
            return end.to(other.end) == 0 && start.to(other.start) >= 0;
        }

        boolean coincides(Extent other) {
            return start.to(other.start) == 0 && end.to(other.end) == 0;
        }
    }

    private RangeFunctions() {}

    static List<Signature> all() {
        Map<String, BiPredicate<Extent, Extent>> relations = Map.ofEntries(
                Map.entry("before", Extent::before),
                Map.entry("after", (a, b) -> b.before(a)),
                Map.entry("meets", Extent::meets),
                Map.entry("met by", (a, b) -> b.meets(a)),
                Map.entry("overlaps", Extent::overlaps),
                Map.entry("overlaps before", Extent::overlapsBefore),
                Map.entry("overlaps after", (a, b) -> b.overlapsBefore(a)),
                Map.entry("includes", Extent::includes),
                Map.entry("during", (a, b) -> b.includes(a)),
                Map.entry("starts", Extent::starts),
                Map.entry("started by", (a, b) -> b.starts(a)),
                Map.entry("finishes", Extent::finishes),
                Map.entry("finished by", (a, b) -> b.finishes(a)),
                Map.entry("coincides", Extent::coincides));
        Stream<Signature> allen = relations.entrySet().stream()
                .flatMap(relation -> Stream.of(
                                "(range1, range2)", "(point, range)", "(range, point)", "(point1, point2)")
                        .map(parameters -> Signature.of(
                                relation.getKey() + parameters,
                                two(
                                        Value.class,
                                        Value.class,
                                        (a, b) ->
                                                Value.truth(relation.getValue().test(Extent.of(a), Extent.of(b)))))));
        return Stream.concat(allen, Stream.of(Signature.of("range(from)", one(Value.Txt.class, RangeFunctions::range))))
                .toList();
    }

    /** A range written out in a text, with both ends given as plain values, the lower one first. */
    private static Value range(Value.Txt text) {
        try {
            var reader = new FeelReader(Profile.DMN, new Names(new TreeSet<>(LITERAL)), Map.of());
            if (reader.expression("range", text.text()) instanceof Expr.RangeOf range
                    && range.low().isPresent()
                    && range.high().isPresent()) {
                Value low = literal(range.low().get());
                Value high = literal(range.high().get());
                boolean rises =
                        Operators.order(low, high).filter(order -> order <= 0).isPresent();
                return rises ? new Span(low, range.lowIncluded(), high, range.highIncluded()) : Value.nothing();
            }
            return Value.nothing();
        } catch (Refused notARange) {
            return Value.nothing();
        }
    }

    private static Value literal(Expr expression) {
        return switch (expression) {
            case Expr.Num(var number) -> new Value.Num(number);
            case Expr.Negate(Expr.Num(var number)) -> new Value.Num(number.negate());
            case Expr.Txt(var text) -> new Value.Txt(text);
            case Expr.Day(var day) -> new Value.Day(day);
            case Expr.Call(var function, var arguments)
            when LITERAL.contains(function)
                    && arguments.size() == 1
                    && arguments.getFirst() instanceof Expr.Txt(var text) ->
                Builtins.call(function, List.of(""), List.of(new Value.Txt(text)));
            default -> Value.nothing();
        };
    }
}
