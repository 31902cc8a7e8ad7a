package org.weimin.engine.population;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.weimin.engine.WorkedExample;

/**
 * 临界点: what a matter's rules can tell apart: the numbers, days and words that they name, the parameters that they
 * read, and the matter's worked examples. Gathered once; households and standards are drawn around it.
 */
final class Corners {
    private final CompiledMatter matter;
    private final List<WorkedExample> examples;
    private final Set<Long> constants = new TreeSet<>();
    private final Set<LocalDate> days = new TreeSet<>();
    private final Set<Node.Standard> parameters = new HashSet<>();
    private final Map<Integer, Set<String>> words = new HashMap<>();

    Corners(CompiledMatter matter) {
        this.matter = matter;
        this.examples = WorkedExample.of(matter.pack());
        matter.program().nodes().forEach(this::add);
    }

    private void add(Node node) {
        switch (node) {
            case Node.Constant(long value, var shape)
            when shape.isNumber() -> constants.add(withTwoDecimals(value, shape.scale()));
            case Node.Constant(long value, var shape) when shape.equals(Shape.DATE) -> days.add(Scaled.day(value));
            case Node.Standard standard when standard.shape().isNumber() -> parameters.add(standard);
            case Node.Comparison(var op, Node.Standard(int slot, var shape), Node.Constant(long word, var ofWord))
            when ofWord.equals(Shape.TEXT) ->
                words.computeIfAbsent(slot, first -> new TreeSet<>()).add(Words.text(word));
            default -> {}
        }
    }

    private static long withTwoDecimals(long value, int scale) {
        return scale <= Scaled.FACT
                ? Exact.shifted(value, Scaled.FACT - scale)
                : value / Exact.power(scale - Scaled.FACT);
    }

    CompiledMatter matter() {
        return matter;
    }

    List<WorkedExample> examples() {
        return examples;
    }

    List<LocalDate> days() {
        return List.copyOf(days);
    }

    /** The words that rules compare the parameter of that place in the standards with. */
    Set<String> words(int slot) {
        return words.getOrDefault(slot, Set.of());
    }

    /** Every number of the rules and of the parameters at any of the places, with two decimals. */
    List<Long> numbers(Standards standards) {
        var numbers = new TreeSet<>(constants);
        for (int place = 0; place < standards.places().size(); place++) {
            long[] values = standards.at(place);
            if (values.length > 0) {
                parameters.forEach(each -> numbers.add(
                        withTwoDecimals(values[each.slot()], each.shape().scale())));
            }
        }
        return List.copyOf(numbers);
    }
}
