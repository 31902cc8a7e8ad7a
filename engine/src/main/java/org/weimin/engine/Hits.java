package org.weimin.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.weimin.engine.Rules.Output;
import org.weimin.engine.Rules.Row;
import org.weimin.engine.Rules.Table;
import org.weimin.engine.Value.Items;
import org.weimin.engine.Value.Num;
import org.weimin.engine.Value.Unknown;

/** What a table says once it is known which rows match: the hit policies. */
final class Hits {
    /** A row of a table with the answer whether it matches this case. */
    record Match(Row row, Value matched) {
        boolean sure() {
            return matched.isTrue();
        }
    }

    private final Table table;
    private final List<Match> possible;
    private final List<Value> outputs;
    private final Function<Expr, Value> evaluate;
    private final Consumer<Row> fired;

    Hits(Table table, List<Match> matches, Function<Expr, Value> evaluate, Consumer<Row> fired) {
        this.table = table;
        this.possible = possible(table, matches);
        this.evaluate = evaluate;
        this.outputs = possible.stream()
                .map(match -> evaluate.apply(match.row().output()))
                .toList();
        this.fired = fired;
    }

    /** The rows that match or may; the first that surely does is the last that a FIRST table looks at. */
    private static List<Match> possible(Table table, List<Match> matches) {
        var possible = new ArrayList<Match>();
        for (Match match : matches) {
            if (match.sure() || match.matched().isUnknown()) {
                possible.add(match);
                if (table.hit() == Rules.Hit.FIRST && match.sure()) {
                    break;
                }
            }
        }
        return possible;
    }

    Value value() {
        if (possible.isEmpty()) {
            return ofNone();
        }
        boolean sure = possible.stream().allMatch(Match::sure);
        return switch (table.hit()) {
            case UNIQUE, FIRST, ANY -> single();
            case PRIORITY -> sure ? byWeight().getFirst() : either(Range.ANY);
            case OUTPUT_ORDER -> sure ? new Items(byWeight()) : either(Range.ANY);
            case COLLECT -> all();
            case COLLECT_MAX -> greatest();
            case COLLECT_MIN -> least();
            case COLLECT_SUM -> {
                fireAll();
                yield Operators.sum(weighed());
            }
            case COLLECT_COUNT -> sure ? Num.of(possible.size()) : either(Range.atLeast(BigDecimal.ZERO));
        };
    }

    private Value ofNone() {
        boolean isCollected = table.hit() == Rules.Hit.COLLECT;
        if (table.outputs().stream().allMatch(output -> output.otherwise().isEmpty())) {
            return isCollected ? new Items(List.of()) : Value.nothing();
        }
        var byName = new LinkedHashMap<String, Value>();
        for (Output output : table.outputs()) {
            byName.put(output.name(), output.otherwise().map(evaluate).orElse(Value.nothing()));
        }
        return table.outputs().size() > 1
                ? new Value.Entries(byName)
                : byName.values().iterator().next();
    }

    /** One row decides; while several may, they must agree. */
    private Value single() {
        Value first = outputs.getFirst();
        if (possible.size() == 1) {
            fired.accept(possible.getFirst().row());
            return first;
        }
        boolean sure = possible.stream().allMatch(Match::sure);
        if (outputs.stream().allMatch(first::same) && (table.hit() != Rules.Hit.UNIQUE || !sure)) {
            return first;
        }
        if (sure) {
            return Value.nothing();
        }
        return either(outputs.stream().map(Range::of).reduce(Range::hull).orElse(Range.ANY));
    }

    private Value all() {
        fireAll();
        return possible.stream().allMatch(Match::sure) ? new Items(outputs) : either(Range.ANY);
    }

    private List<Value> byWeight() {
        fireAll();
        return outputs.stream()
                .sorted(Comparator.comparing(this::weights, Hits::lighter))
                .toList();
    }

    /** Where each result stands in the list of what is allowed in its column. */
    private List<Integer> weights(Value output) {
        return table.outputs().stream()
                .map(column -> {
                    Value value = output instanceof Value.Entries(Map<String, Value> entries)
                            ? entries.getOrDefault(column.name(), Value.nothing())
                            : output;
                    List<Value> allowed =
                            column.allowed().stream().map(evaluate).toList();
                    int place = 0;
                    while (place < allowed.size() && !allowed.get(place).same(value)) {
                        place++;
                    }
                    return place;
                })
                .toList();
    }

    private static int lighter(List<Integer> weights, List<Integer> others) {
        for (int i = 0; i < weights.size(); i++) {
            int order = weights.get(i).compareTo(others.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The greatest of the rows that match; only the row that gave it counts as fired. */
    private Value greatest() {
        Value best = outputs.stream().reduce(Operators::max).orElseThrow();
        if (possible.stream().allMatch(Match::sure)) {
            for (int i = 0; i < possible.size(); i++) {
                if (outputs.get(i).same(best)) {
                    fired.accept(possible.get(i).row());
                    return best;
                }
            }
            return best;
        }
        var certain = new ArrayList<Value>();
        for (int i = 0; i < possible.size(); i++) {
            if (possible.get(i).sure()) {
                certain.add(outputs.get(i));
            }
        }
        Range surely = certain.stream().reduce(Operators::max).map(Range::of).orElse(Range.ANY);
        Range whole = surely.hull(Range.of(best));
        return whole.isOne() ? best : either(whole);
    }

    private Value least() {
        fireAll();
        return possible.stream().allMatch(Match::sure)
                ? outputs.stream().reduce(Operators::min).orElseThrow()
                : either(Range.ANY);
    }

    /** What may match may add nothing. */
    private List<Value> weighed() {
        var weighed = new ArrayList<Value>();
        for (int i = 0; i < possible.size(); i++) {
            Value output = outputs.get(i);
            weighed.add(
                    possible.get(i).sure()
                            ? output
                            : Value.unknown(
                                    possible.get(i).matched(),
                                    output,
                                    Range.of(output).hull(Range.of(new Num(BigDecimal.ZERO)))));
        }
        return weighed;
    }

    private Value either(Range range) {
        Value missing = new Unknown(new TreeSet<>(), Range.ANY);
        for (Match match : possible) {
            missing = Value.unknown(missing, match.matched(), range);
        }
        for (Value output : outputs) {
            missing = Value.unknown(missing, output, range);
        }
        return missing;
    }

    private void fireAll() {
        for (int i = 0; i < possible.size(); i++) {
            if (possible.get(i).sure()) {
                fired.accept(possible.get(i).row());
            }
        }
    }
}
