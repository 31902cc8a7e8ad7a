package org.weimin.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.weimin.engine.Rules.Column;
import org.weimin.engine.Rules.Hit;
import org.weimin.engine.Rules.Table;

/**
 * The values of a column that its table can tell apart: a closed list, yes and no, and for numbers and days every bound
 * that a cell writes, with a value before, between and behind. Cells that compare with a parameter are told apart by
 * their words alone.
 */
final class CellPoints {
    private static final String OTHER = "other";
    private final String where;
    private final Vocabulary vocabulary;
    private final Map<String, DmnReader.Draft> drafts;
    private final Map<String, Boolean> whole = new HashMap<>();

    CellPoints(String where, Vocabulary vocabulary, Map<String, DmnReader.Draft> drafts) {
        this.where = where;
        this.vocabulary = vocabulary;
        this.drafts = drafts;
    }

    /** One value, or all values that the same cells accept. */
    record Point(String label, Predicate<Cell> accepts) {
        boolean accepted(Cell cell) {
            return cell.isAny() || accepts.test(cell);
        }
    }

    List<Point> of(Table table, int column) {
        List<Cell> cells = table.rows().stream()
                .map(row -> row.cells().get(column))
                .filter(cell -> !cell.isAny())
                .toList();
        if (cells.isEmpty()) {
            return List.of(new Point("-", cell -> true));
        }
        boolean plain = cells.stream().flatMap(Cell::parts).allMatch(CellPoints::isPlain)
                && cells.stream().flatMap(cell -> cell.tests().stream()).noneMatch(Cell.Holds.class::isInstance);
        if (!plain && table.hit() == Hit.UNIQUE) {
            throw Faults.unsupported(where, "a cell of a UNIQUE table that is not a plain value");
        }
        return plain ? values(table, table.columns().get(column), cells) : words(cells);
    }

    private static boolean isPlain(Expr expression) {
        return expression instanceof Expr.Num
                || expression instanceof Expr.Txt
                || expression instanceof Expr.Truth
                || expression instanceof Expr.Day
                || expression instanceof Expr.Negate(Expr.Num(var number));
    }

    /** Each cell holds once while the others, unless they say the same, do not. */
    private static List<Point> words(List<Cell> cells) {
        return Stream.concat(cells.stream().map(Cell::source).distinct(), Stream.of(OTHER))
                .map(source -> new Point(source, cell -> cell.source().equals(source)))
                .toList();
    }

    private List<Point> values(Table table, Column column, List<Cell> cells) {
        List<Value> literals =
                cells.stream().flatMap(Cell::parts).map(CellPoints::literal).toList();
        List<String> choices = choices(column.expression());
        Value first = literals.getFirst();
        if (!choices.isEmpty()) {
            return points(choices.stream().map(Value.Txt::new));
        }
        return switch (first) {
            case Value.Num ignored -> numbers(literals, isWhole(column.expression()));
            case Value.Day ignored -> days(literals);
            case Value.Truth ignored -> points(Stream.of(Value.truth(true), Value.truth(false)));
            default -> {
                if (table.hit() == Hit.UNIQUE) {
                    throw Faults.unsupported(
                            where, "a UNIQUE table over a text without a closed list: " + column.source());
                }
                yield points(Stream.concat(literals.stream().distinct(), Stream.of(new Value.Txt("\0"))));
            }
        };
    }

    private static List<Point> points(Stream<? extends Value> values) {
        return values.<Point>map(value -> new Point(
                        value.plain(),
                        cell -> Tables.match(cell, value, (expression, tested) -> literal(expression))
                                .isTrue()))
                .toList();
    }

    private static Value literal(Expr expression) {
        return switch (expression) {
            case Expr.Num(var number) -> new Value.Num(number);
            case Expr.Txt(var text) -> new Value.Txt(text);
            case Expr.Truth(var truth) -> new Value.Truth(truth);
            case Expr.Day(var day) -> new Value.Day(day);
            case Expr.Negate(Expr.Num(var number)) -> new Value.Num(number.negate());
            default -> throw new IllegalStateException("Not plain: " + expression);
        };
    }

    /** Between two whole numbers that follow one another there is something unless the column only counts. */
    private static List<Point> numbers(List<Value> literals, boolean whole) {
        var bounds = new TreeSet<BigDecimal>();
        for (Value literal : literals) {
            if (literal instanceof Value.Num(var number)) {
                bounds.add(number);
            }
        }
        var values = new TreeSet<>(bounds);
        values.add(bounds.first().subtract(BigDecimal.ONE));
        values.add(bounds.last().add(BigDecimal.ONE));
        for (BigDecimal bound : bounds) {
            BigDecimal next = bounds.higher(bound);
            if (next != null) {
                BigDecimal between =
                        whole ? bound.add(BigDecimal.ONE) : bound.add(next).divide(BigDecimal.TWO);
                values.add(between);
            }
        }
        return points(values.stream().map(Value.Num::new));
    }

    private static List<Point> days(List<Value> literals) {
        var days = new TreeSet<LocalDate>();
        for (Value literal : literals) {
            if (literal instanceof Value.Day(var day)) {
                days.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
            }
        }
        return points(days.stream().map(Value.Day::new));
    }

    /** Whether the column can only be a whole number, because it counts members or years. */
    private boolean isWhole(Expr expression) {
        return switch (expression) {
            case Expr.Years ignored -> true;
            case Expr.Num(var number) -> number.stripTrailingZeros().scale() <= 0;
            case Expr.Binary(var op, var left, var right) ->
                op.isArithmetic() && op != Expr.Op.DIVIDED && isWhole(left) && isWhole(right);
            case Expr.For(var variable, var in, var body) -> isWhole(body);
            case Expr.If(var condition, var then, var otherwise) -> isWhole(then) && isWhole(otherwise);
            case Expr.Name(var name) -> isWhole(name);
            case Expr.Call call ->
                switch (call.function()) {
                    case "count" -> true;
                    case "sum", "min", "max" -> call.arguments().stream().allMatch(this::isWhole);
                    default -> isWhole(call.function());
                };
            default -> false;
        };
    }

    private boolean isWhole(String decision) {
        DmnReader.Draft draft = drafts.get(decision);
        if (draft == null) {
            return false;
        }
        Boolean known = whole.get(decision);
        if (known == null) {
            known = switch (draft.logic()) {
                case Rules.Literal(var source, var expression) -> isWhole(expression);
                case Table table -> table.rows().stream().allMatch(row -> isWhole(row.output()));
            };
            whole.put(decision, known);
        }
        return known;
    }

    private List<String> choices(Expr column) {
        return switch (column) {
            case Expr.Field(var member, var name) -> vocabulary.choices(name);
            case Expr.Name(var name) -> drafts.containsKey(name) ? outputs(name) : vocabulary.choices(name);
            case Expr.Call(var name, var arguments) -> outputs(name);
            default -> List.of();
        };
    }

    private List<String> outputs(String decision) {
        DmnReader.Draft draft = drafts.get(decision);
        if (draft == null || !(draft.logic() instanceof Table table)) {
            return List.of();
        }
        boolean closed = table.rows().stream().allMatch(row -> row.output() instanceof Expr.Txt);
        return closed
                ? table.rows().stream()
                        .map(row -> ((Expr.Txt) row.output()).value())
                        .distinct()
                        .toList()
                : List.of();
    }
}
