package org.weimin.engine.population;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weimin.engine.Cell;
import org.weimin.engine.Edition;
import org.weimin.engine.Expr;
import org.weimin.engine.Expr.Op;
import org.weimin.engine.FactKind;
import org.weimin.engine.GrantRule;
import org.weimin.engine.Interpreter;
import org.weimin.engine.Pack;
import org.weimin.engine.Rules;
import org.weimin.kernel.Refused;

/** Resolves an edition's names and scales: from the typed model to a {@link Program}. */
final class Lowering {
    private static final int MOST_UNITS = 5_000;
    private static final int MOST_FACTS = 64;
    private static final int MOST_LOOPS = 8;
    private static final Node YES = new Node.Constant(1, Shape.TRUTH);

    /** Names of one scope, and how many loops are around it. */
    private record Scope(Map<String, Node> names, int depth) {
        Scope with(String name, Node node) {
            var wider = new HashMap<>(names);
            wider.put(name, node);
            return new Scope(wider, depth + 1);
        }
    }

    private final Pack pack;
    private final Rules rules;
    private final List<String> parameters;
    private final List<Unit> units = new ArrayList<>();
    private final Map<Object, Node> known = new HashMap<>();
    private final Map<String, Integer> householdFacts = new LinkedHashMap<>();
    private final Map<String, Integer> memberFacts = new LinkedHashMap<>();
    private String where;

    private Lowering(Pack pack, Edition edition) {
        this.pack = pack;
        this.rules = edition.rules();
        this.parameters = Standards.order(pack);
        this.where = pack.id() + " " + edition.from();
    }

    static Program program(Pack pack, Edition edition) {
        return new Lowering(pack, edition).program();
    }

    private Program program() {
        Rules.Decision table = rules.decisions().get(Interpreter.REFUSALS);
        if (table == null || !(table.logic() instanceof Rules.Table refusals)) {
            throw unsupported("rules without a table of refusals");
        }
        List<Node.Row> rows = rows(refusals, new Scope(Map.of(), 0));
        var codes = new ArrayList<Program.Refusal>();
        for (int i = 0; i < rows.size(); i++) {
            if (!(refusals.rows().get(i).output() instanceof Expr.Txt(var code))) {
                throw unsupported("a refusal that is not a word");
            }
            codes.add(new Program.Refusal(rows.get(i).matches(), code));
        }
        List<Program.Grant> grants =
                pack.matter().grants().stream().map(this::grant).toList();
        if (householdFacts.size() + memberFacts.size() > MOST_FACTS) {
            throw unsupported("more than " + MOST_FACTS + " facts");
        }
        return new Program(
                units, codes, grants, List.copyOf(householdFacts.keySet()), List.copyOf(memberFacts.keySet()));
    }

    private Program.Grant grant(GrantRule rule) {
        Node persons = pack.matter().judgesPersons() ? new Node.Judged() : new Node.Everybody();
        return new Program.Grant(
                rule.when().isEmpty() ? YES : named(rule.when()),
                rule.amount().isEmpty() ? new Node.Constant(0, Shape.number(Scaled.FACT)) : named(rule.amount()),
                rule.kind() == GrantRule.Kind.IDENTITY ? months(rule) : basis(rule),
                rule.members().isEmpty() ? persons : named(rule.members()));
    }

    private Node months(GrantRule rule) {
        return rule.validMonths().isEmpty() ? new Node.Constant(0, Shape.number(0)) : named(rule.validMonths());
    }

    private Node basis(GrantRule rule) {
        return rule.basis().isEmpty() ? new Node.Constant(Words.code(""), Shape.TEXT) : named(rule.basis());
    }

    /** A decision or an input, outside of any loop. */
    private Node named(String name) {
        Node found = known.get(name);
        if (found == null) {
            Rules.Decision decision = rules.decisions().get(name);
            found = decision == null ? input(name) : unit(name, logic(name, decision.logic(), new Scope(Map.of(), 0)));
            known.put(name, found);
        }
        return found;
    }

    private Node input(String name) {
        if (name.equals("members")) {
            return new Node.Everybody();
        }
        if (name.equals("person")) {
            return new Node.Judged();
        }
        if (name.equals("asOf")) {
            return new Node.Standard(Standards.AS_OF, Shape.DATE);
        }
        if (name.equals("monthEnd")) {
            return new Node.Standard(parameters.size() + 1, Shape.DATE);
        }
        if (parameters.contains(name)) {
            Shape shape = Shape.of(name, pack.parameter(name).type(), Standards.scale(pack, name));
            return new Node.Standard(parameters.indexOf(name) + 1, shape);
        }
        return new Node.HouseholdFact(column(householdFacts, name), shape(name));
    }

    private static int column(Map<String, Integer> columns, String fact) {
        return columns.computeIfAbsent(fact, added -> columns.size());
    }

    private Shape shape(String fact) {
        FactKind kind = pack.dictionary().get(fact);
        if (kind.type().equals("text") && kind.choices().isEmpty()) {
            throw unsupported(fact + ", a text without a closed list");
        }
        return Shape.of(fact, kind.feelType(), Scaled.FACT);
    }

    private Node logic(String name, Rules.Logic logic, Scope scope) {
        String outside = where;
        where = pack.id() + " " + name;
        Node node = switch (logic) {
            case Rules.Literal(var source, var expression) -> lower(expression, scope);
            case Rules.Table table -> table(table, scope);
        };
        where = outside;
        return node;
    }

    /** The value under a name of its own, unless it is as cheap to ask again. */
    private Node unit(String name, Node body) {
        if (body.isSimple()) {
            return body;
        }
        if (units.size() == MOST_UNITS) {
            throw unsupported("more than " + MOST_UNITS + " values");
        }
        var unit = new Unit(units.size(), name, body);
        units.add(unit);
        return new Node.Use(unit);
    }

    /** What is asked in several places is worked out once. */
    private Node shared(String name, Node body) {
        if (body.isSimple()) {
            return body;
        }
        Node found = known.get(body);
        if (found == null) {
            found = unit(name, body);
            known.put(body, found);
        }
        return found;
    }

    private Node table(Rules.Table table, Scope scope) {
        switch (table.hit()) {
            case UNIQUE, FIRST, COLLECT_MAX, COLLECT_SUM -> {}
            default -> throw unsupported("a table with the hit policy " + table.hit());
        }
        List<Node.Row> rows = rows(table, scope);
        int scale = rows.stream()
                .mapToInt(row -> row.output().shape().scale())
                .max()
                .orElse(0);
        return new Node.Table(
                table.hit(),
                rows.stream()
                        .map(row -> new Node.Row(row.matches(), rescaled(row.output(), scale)))
                        .toList());
    }

    private List<Node.Row> rows(Rules.Table table, Scope scope) {
        List<Node> columns = table.columns().stream()
                .map(column -> shared("column", lower(column.expression(), scope)))
                .toList();
        return table.rows().stream()
                .map(row -> new Node.Row(matches(row, columns, scope), output(row, scope)))
                .toList();
    }

    private Node output(Rules.Row row, Scope scope) {
        return lower(row.output(), scope);
    }

    private Node matches(Rules.Row row, List<Node> columns, Scope scope) {
        var cells = new ArrayList<Node>();
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = row.cells().get(i);
            if (!cell.isAny()) {
                cells.add(matches(cell, columns.get(i), scope));
            }
        }
        return junction(true, cells);
    }

    private static Node junction(boolean all, List<Node> parts) {
        return parts.size() == 1 ? parts.getFirst() : parts.isEmpty() ? YES : new Node.Junction(all, parts);
    }

    private Node matches(Cell cell, Node column, Scope scope) {
        List<Node> tests = cell.tests().stream()
                .map(test -> switch (test) {
                    case Cell.Against(Op op, var value) -> comparison(op, column, lower(value, scope));
                    case Cell.Between(var low, var lowIncluded, var high, var highIncluded) ->
                        (Node) new Node.Junction(
                                true,
                                List.of(
                                        comparison(lowIncluded ? Op.AT_LEAST : Op.ABOVE, column, lower(low, scope)),
                                        comparison(highIncluded ? Op.AT_MOST : Op.BELOW, column, lower(high, scope))));
                    case Cell.Holds ignored -> throw unsupported("a cell that tests \"?\"");
                })
                .toList();
        Node matched = junction(false, tests);
        return cell.negated() ? new Node.Not(matched) : matched;
    }

    private Node lower(Expr expression, Scope scope) {
        return switch (expression) {
            case Expr.Num(var number) -> number(number);
            case Expr.Txt(var text) -> new Node.Constant(Words.code(text), Shape.TEXT);
            case Expr.Truth(var truth) -> new Node.Constant(truth ? 1 : 0, Shape.TRUTH);
            case Expr.Day(var day) -> new Node.Constant(Scaled.day(day), Shape.DATE);
            case Expr.Name(var name) ->
                Optional.ofNullable(scope.names().get(name)).orElseGet(() -> named(name));
            case Expr.Field(var of, var name) ->
                new Node.MemberFact(column(memberFacts, name), lower(of, scope), shape(name));
            case Expr.Not(var value) -> new Node.Not(lower(value, scope));
            case Expr.Negate(Expr.Num(var number)) -> number(number.negate());
            case Expr.Negate(var value) -> arithmetic(Op.MINUS, number(BigDecimal.ZERO), lower(value, scope));
            case Expr.Binary(var op, var left, var right) -> binary(op, lower(left, scope), lower(right, scope));
            case Expr.If(var condition, var then, var otherwise) -> {
                Node yes = lower(then, scope);
                Node no = lower(otherwise, scope);
                int scale = Math.max(yes.shape().scale(), no.shape().scale());
                yield new Node.Choice(lower(condition, scope), rescaled(yes, scale), rescaled(no, scale));
            }
            case Expr.Filter(var list, var keep) -> {
                var each = each(scope);
                yield new Node.Kept(lower(list, scope), each, lower(keep, scope.with("item", each)));
            }
            case Expr.Years(var from, var until) -> new Node.Years(lower(from, scope), lower(until, scope));
            case Expr.Rounded(var mode, Expr.Binary(Op op, var left, var right), var digits)
            when op == Op.DIVIDED -> quotient(mode, lower(left, scope), lower(right, scope), lower(digits, scope));
            case Expr.Rounded(var mode, var value, var digits) ->
                quotient(mode, lower(value, scope), number(BigDecimal.ONE), lower(digits, scope));
            case Expr.Call call -> call(call, scope);
            default -> throw unsupported(expression.getClass().getSimpleName() + " in compiled rules");
        };
    }

    private Node.Bound each(Scope scope) {
        if (scope.depth() == MOST_LOOPS) {
            throw unsupported("more than " + MOST_LOOPS + " loops inside one another");
        }
        return new Node.Bound(scope.depth());
    }

    private static Node number(BigDecimal number) {
        int scale = Math.max(0, number.stripTrailingZeros().scale());
        return new Node.Constant(Scaled.of(number, scale), Shape.number(scale));
    }

    private Node binary(Op op, Node left, Node right) {
        if (op.isLogic()) {
            return new Node.Junction(op == Op.AND, List.of(left, right));
        }
        return op.isArithmetic() ? arithmetic(op, left, right) : comparison(op, left, right);
    }

    private Node arithmetic(Op op, Node left, Node right) {
        if (op == Op.TIMES) {
            int scale = left.shape().scale() + right.shape().scale();
            return new Node.Arithmetic(op, left, right, Shape.number(scale));
        }
        if (op != Op.PLUS && op != Op.MINUS) {
            throw unsupported("the operator " + op.sign());
        }
        int scale = Math.max(left.shape().scale(), right.shape().scale());
        return new Node.Arithmetic(op, rescaled(left, scale), rescaled(right, scale), Shape.number(scale));
    }

    private static Node comparison(Op op, Node left, Node right) {
        int scale = Math.max(left.shape().scale(), right.shape().scale());
        return new Node.Comparison(op, rescaled(left, scale), rescaled(right, scale));
    }

    private static Node rescaled(Node node, int scale) {
        int more = scale - node.shape().scale();
        if (more == 0 || !node.shape().isNumber()) {
            return node;
        }
        return node instanceof Node.Constant(long value, var shape)
                ? new Node.Constant(Exact.shifted(value, more), Shape.number(scale))
                : new Node.Rescaled(node, Shape.number(scale));
    }

    /** To how many digits is a plain number, or a parameter of the place. */
    private Node quotient(RoundingMode mode, Node left, Node right, Node digits) {
        int most = switch (digits) {
            case Node.Constant(long value, var shape) when shape.scale() == 0 -> (int) value;
            case Node.Standard(int slot, var shape) -> Math.max(Scaled.FACT, shape.scale());
            default -> throw unsupported("a rounding to digits that are worked out");
        };
        return new Node.Quotient(mode, left, right, digits, Shape.number(Math.max(0, most)));
    }

    private Node call(Expr.Call call, Scope scope) {
        List<Expr> arguments = call.arguments();
        return switch (call.function()) {
            case "count" -> new Node.Count(lower(arguments.getFirst(), scope));
            case "sum" -> sum(arguments.getFirst(), scope);
            case "max" -> extreme(true, arguments, scope);
            case "min" -> extreme(false, arguments, scope);
            default -> apply(call, scope);
        };
    }

    private Node sum(Expr list, Scope scope) {
        if (!(list instanceof Expr.For(var variable, var in, var body))) {
            throw unsupported("a sum of anything but a loop over members");
        }
        var each = each(scope);
        return new Node.Total(lower(in, scope), each, lower(body, scope.with(variable, each)));
    }

    private Node extreme(boolean greatest, List<Expr> arguments, Scope scope) {
        return arguments.stream()
                .map(argument -> lower(argument, scope))
                .reduce((left, right) -> {
                    int scale = Math.max(left.shape().scale(), right.shape().scale());
                    return new Node.Extreme(greatest, rescaled(left, scale), rescaled(right, scale));
                })
                .orElseThrow(() -> unsupported("max or min of nothing"));
    }

    /** A function for these arguments is a value of its own: nothing is handed over while the code runs. */
    private Node apply(Expr.Call call, Scope scope) {
        Rules.Function function = rules.functions().get(call.function());
        if (function == null) {
            throw unsupported("the function " + call.function());
        }
        List<Node> arguments = call.arguments().stream()
                .map(argument -> shared("argument", lower(argument, scope)))
                .toList();
        record Applied(String function, List<Node> arguments, int depth) {}
        var applied = new Applied(call.function(), arguments, scope.depth());
        Node found = known.get(applied);
        if (found == null) {
            var names = new HashMap<String, Node>();
            for (int i = 0; i < arguments.size(); i++) {
                names.put(function.parameters().get(i).name(), arguments.get(i));
            }
            found = unit(function.name(), logic(function.name(), function.logic(), new Scope(names, scope.depth())));
            known.put(applied, found);
        }
        return found;
    }

    private Refused unsupported(String what) {
        return new Refused("engine.pack.unsupported", where, what);
    }
}
