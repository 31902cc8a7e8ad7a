package org.weimin.engine;

import static org.weimin.engine.Builtins.one;
import static org.weimin.engine.Builtins.three;
import static org.weimin.engine.Builtins.two;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.weimin.engine.Builtins.Signature;
import org.weimin.engine.Expr.Op;
import org.weimin.engine.Value.Func;
import org.weimin.engine.Value.Items;
import org.weimin.engine.Value.Num;

/** FEEL's functions of lists. */
final class ListFunctions {
    private ListFunctions() {}

    static List<Signature> all() {
        return Stream.of(places(), wholes(), figures()).flatMap(List::stream).toList();
    }

    private static List<Signature> places() {
        return List.of(
                Signature.of(
                        "list contains(list, element)",
                        two(
                                Items.class,
                                Value.class,
                                (list, element) -> Value.truth(
                                        list.items().stream().anyMatch(item -> Equality.same(item, element))))),
                Signature.of(
                        "count(list)",
                        one(Items.class, list -> Num.of(list.items().size()))),
                Signature.of(
                        "sublist(list, start position)",
                        two(
                                Items.class,
                                Num.class,
                                (list, start) -> sublist(
                                        list.items(), start, Num.of(list.items().size())))),
                Signature.of(
                        "sublist(list, start position, length)",
                        three(
                                Items.class,
                                Num.class,
                                Num.class,
                                (list, start, length) -> sublist(list.items(), start, length))),
                Signature.of(
                        "insert before(list, position, newItem)",
                        three(
                                Items.class,
                                Num.class,
                                Value.class,
                                (list, position, item) -> place(list, position, items -> at -> items.add(at, item)))),
                Signature.of(
                        "remove(list, position)",
                        two(
                                Items.class,
                                Num.class,
                                (list, position) -> place(list, position, items -> at -> items.remove(at)))),
                Signature.of(
                        "list replace(list, position, newItem)",
                        three(Items.class, Value.class, Value.class, ListFunctions::replace)),
                Signature.of(
                        "list replace(list, match, newItem)",
                        three(Items.class, Value.class, Value.class, ListFunctions::replace)),
                Signature.of("index of(list, match)", two(Items.class, Value.class, ListFunctions::indexOf)));
    }

    private static List<Signature> wholes() {
        return List.of(
                Signature.of(
                        "append(list, item...)",
                        two(
                                Items.class,
                                Items.class,
                                (list, more) -> new Items(Stream.concat(list.items().stream(), more.items().stream())
                                        .toList()))),
                Signature.of("concatenate(list...)", ListFunctions::concatenate),
                Signature.of(
                        "union(list...)",
                        arguments -> concatenate(arguments) instanceof Items all ? distinct(all) : Value.nothing()),
                Signature.of("distinct values(list)", one(Items.class, ListFunctions::distinct)),
                Signature.of(
                        "flatten(list)",
                        one(Items.class, list -> new Items(flat(list).toList()))),
                Signature.of(
                        "reverse(list)",
                        one(Items.class, list -> new Items(list.items().reversed()))),
                Signature.of("sort(list, precedes)", two(Items.class, Func.class, ListFunctions::sort)),
                Signature.of(
                        "sort(list)",
                        one(
                                Items.class,
                                list -> sorted(list).<Value>map(Items::new).orElse(Value.nothing()))),
                Signature.of("all(list...)", one(Items.class, list -> truths(Op.AND, list))),
                Signature.of("any(list...)", one(Items.class, list -> truths(Op.OR, list))));
    }

    private static List<Signature> figures() {
        return List.of(
                Signature.of("min(list...)", one(Items.class, list -> end(list, List::getFirst))),
                Signature.of("max(list...)", one(Items.class, list -> end(list, List::getLast))),
                Signature.of("sum(list...)", one(Items.class, list -> fold(list, Op.PLUS))),
                Signature.of("product(list...)", one(Items.class, list -> fold(list, Op.TIMES))),
                Signature.of(
                        "mean(list...)",
                        one(
                                Items.class,
                                list -> Operators.apply(
                                        Op.DIVIDED,
                                        fold(list, Op.PLUS),
                                        Num.of(list.items().size())))),
                Signature.of("median(list...)", one(Items.class, ListFunctions::median)),
                Signature.of("stddev(list...)", one(Items.class, ListFunctions::deviation)),
                Signature.of("mode(list...)", one(Items.class, ListFunctions::mode)));
    }

    private static Value sublist(List<Value> items, Num start, Num length) {
        int at = Builtins.whole(start.number()).orElse(0);
        int from = at < 0 ? items.size() + at : at - 1;
        int count = Builtins.whole(length.number()).orElse(-1);
        return at == 0 || from < 0 || count < 0 || from + count > items.size()
                ? Value.nothing()
                : new Items(items.subList(from, from + count));
    }

    private interface AtPlace {
        void change(int index);
    }

    /** A copy changed at a place that is counted from one, or backwards from minus one. */
    private static Value place(Items list, Num position, Function<List<Value>, AtPlace> change) {
        int size = list.items().size();
        int at = position.number().intValue();
        int index = at < 0 ? size + at : at - 1;
        if (at == 0 || index < 0 || index >= size) {
            return Value.nothing();
        }
        var changed = new ArrayList<>(list.items());
        change.apply(changed).change(index);
        return new Items(changed);
    }

    private static Value replace(Items list, Value where, Value item) {
        return switch (where) {
            case Num position -> place(list, position, items -> at -> items.set(at, item));
            case Func matches -> {
                var replaced = new ArrayList<Value>();
                for (Value old : list.items()) {
                    Value matched = Builtins.apply(matches, List.of(), List.of(old, item));
                    if (!(matched instanceof Value.Truth(boolean truth))) {
                        yield Value.nothing();
                    }
                    replaced.add(truth ? item : old);
                }
                yield new Items(replaced);
            }
            default -> Value.nothing();
        };
    }

    private static Value indexOf(Items list, Value match) {
        var places = new ArrayList<Value>();
        for (int i = 0; i < list.items().size(); i++) {
            if (Equality.same(list.items().get(i), match)) {
                places.add(Num.of(i + 1));
            }
        }
        return new Items(places);
    }

    private static Value concatenate(List<Value> arguments) {
        var all = new ArrayList<Value>();
        for (Value list : ((Items) arguments.getFirst()).items()) {
            if (list.isNothing()) {
                return Value.nothing();
            }
            all.addAll(list instanceof Items(var items) ? items : List.of(list));
        }
        return new Items(all);
    }

    private static Value distinct(Items list) {
        var distinct = new ArrayList<Value>();
        for (Value item : list.items()) {
            if (distinct.stream().noneMatch(known -> Equality.same(known, item))) {
                distinct.add(item);
            }
        }
        return new Items(distinct);
    }

    private static Stream<Value> flat(Items list) {
        return list.items().stream().flatMap(item -> item instanceof Items inner ? flat(inner) : Stream.of(item));
    }

    /** Merges halves, because a precedence written by hand need not be an order. */
    private static Value sort(Items list, Func precedes) {
        List<Value> items = list.items();
        if (items.size() < 2) {
            return list;
        }
        int half = items.size() / 2;
        if (!(sort(new Items(items.subList(0, half)), precedes) instanceof Items(var left))
                || !(sort(new Items(items.subList(half, items.size())), precedes) instanceof Items(var right))) {
            return Value.nothing();
        }
        var merged = new ArrayList<Value>();
        int l = 0;
        int r = 0;
        while (l < left.size() && r < right.size()) {
            Value first = Builtins.apply(precedes, List.of(), List.of(right.get(r), left.get(l)));
            if (!(first instanceof Value.Truth(boolean rightFirst))) {
                return Value.nothing();
            }
            merged.add(rightFirst ? right.get(r++) : left.get(l++));
        }
        merged.addAll(left.subList(l, left.size()));
        merged.addAll(right.subList(r, right.size()));
        return new Items(merged);
    }

    private static Value truths(Op op, Items list) {
        Value answer = Value.truth(op == Op.AND);
        for (Value item : list.items()) {
            answer = Operators.apply(op, answer, item);
        }
        return answer;
    }

    private static Optional<List<Value>> sorted(Items list) {
        var sorted = new ArrayList<>(list.items());
        for (Value item : sorted) {
            if (Operators.order(sorted.getFirst(), item).isEmpty()) {
                return Optional.empty();
            }
        }
        Collections.sort(sorted, (a, b) -> Operators.order(a, b).orElseThrow());
        return Optional.of(sorted);
    }

    private static Value end(Items list, Function<List<Value>, Value> which) {
        return sorted(list).filter(items -> !items.isEmpty()).map(which).orElse(Value.nothing());
    }

    private static Value fold(Items list, Op op) {
        boolean durations = op == Op.PLUS
                && list.items().stream()
                        .allMatch(item -> item instanceof Value.Lasting || item instanceof Value.Months);
        return durations || numbers(list)
                ? list.items().stream()
                        .reduce((a, b) -> Operators.apply(op, a, b))
                        .orElse(Value.nothing())
                : Value.nothing();
    }

    private static boolean numbers(Items list) {
        return list.items().stream().allMatch(Num.class::isInstance);
    }

    private static Value median(Items list) {
        if (!numbers(list) || list.items().isEmpty()) {
            return Value.nothing();
        }
        List<Value> sorted = sorted(list).orElseThrow();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : Operators.apply(
                        Op.DIVIDED, Operators.apply(Op.PLUS, sorted.get(middle - 1), sorted.get(middle)), Num.of(2));
    }

    private static Value deviation(Items list) {
        int size = list.items().size();
        if (size < 2 || !numbers(list)) {
            return Value.nothing();
        }
        Value mean = Operators.apply(Op.DIVIDED, fold(list, Op.PLUS), Num.of(size));
        Value squares = list.items().stream()
                .map(item -> Operators.apply(Op.MINUS, item, mean))
                .map(off -> Operators.apply(Op.TIMES, off, off))
                .reduce(new Num(BigDecimal.ZERO), (a, b) -> Operators.apply(Op.PLUS, a, b));
        return Operators.apply(Op.DIVIDED, squares, Num.of(size - 1L)) instanceof Num(var variance)
                ? new Num(variance.sqrt(Decimals.DIGITS))
                : Value.nothing();
    }

    private static Value mode(Items list) {
        if (!numbers(list)) {
            return Value.nothing();
        }
        var counts = new TreeMap<BigDecimal, Integer>();
        list.items().forEach(item -> counts.merge(((Num) item).number(), 1, Integer::sum));
        int most = counts.values().stream().reduce(0, Integer::max);
        return new Items(counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .<Value>map(entry -> new Num(entry.getKey()))
                .toList());
    }
}
