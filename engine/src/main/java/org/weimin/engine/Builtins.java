package org.weimin.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.weimin.engine.Value.Func;
import org.weimin.engine.Value.Items;

/** FEEL's own functions by name; what does not fit a function's parameters comes to nothing. */
final class Builtins {
    /** One way to call a function; after "..." the last parameter takes a list or all arguments that are left. */
    record Signature(String name, List<String> parameters, boolean open, Func.Body body) {
        static Signature of(String text, Func.Body body) {
            int bracket = text.indexOf('(');
            String inside = text.substring(bracket + 1, text.length() - 1);
            boolean open = inside.endsWith("...");
            List<String> parameters = inside.isEmpty()
                    ? List.of()
                    : Arrays.asList(inside.replace("...", "").split(", "));
            return new Signature(text.substring(0, bracket), parameters, open, body);
        }

        private Optional<List<Value>> byPlace(List<Value> arguments) {
            if (!open) {
                return arguments.size() == parameters.size() ? Optional.of(arguments) : Optional.empty();
            }
            int fixed = parameters.size() - 1;
            if (arguments.size() <= fixed) {
                return Optional.empty();
            }
            List<Value> rest = arguments.subList(fixed, arguments.size());
            var all = new ArrayList<>(arguments.subList(0, fixed));
            all.add(rest.size() == 1 && rest.getFirst() instanceof Items only && fixed == 0 ? only : new Items(rest));
            return Optional.of(all);
        }

        private Optional<List<Value>> byName(List<String> names, List<Value> arguments) {
            if (!parameters.containsAll(names) || Set.copyOf(names).size() < names.size()) {
                return Optional.empty();
            }
            List<Value> placed = parameters.stream()
                    .map(parameter ->
                            names.contains(parameter) ? arguments.get(names.indexOf(parameter)) : Value.nothing())
                    .toList();
            return open ? byPlace(placed) : Optional.of(placed);
        }

        Optional<List<Value>> place(List<String> names, List<Value> arguments) {
            return names.stream().allMatch(String::isEmpty) ? byPlace(arguments) : byName(names, arguments);
        }
    }

    /** What a series costs that approaches a root or power, or a search for a pattern. */
    static final long OF_A_SERIES = 2_000;

    private static final Map<String, List<Signature>> BY_NAME = byName();

    private Builtins() {}

    private static Map<String, List<Signature>> byName() {
        var byName = new HashMap<String, List<Signature>>();
        List.of(
                        NumberFunctions.all(),
                        TextFunctions.all(),
                        DateFunctions.all(),
                        ListFunctions.all(),
                        ContextFunctions.all(),
                        RangeFunctions.all())
                .forEach(group ->
                        group.forEach(signature -> byName.computeIfAbsent(signature.name(), name -> new ArrayList<>())
                                .add(signature)));
        return byName;
    }

    /** Every name of more than one word that FEEL brings: functions, their parameters, properties. */
    static Collection<String> names() {
        var names = new TreeSet<>(BY_NAME.keySet());
        BY_NAME.values().forEach(signatures -> signatures.forEach(each -> names.addAll(each.parameters())));
        names.addAll(FeelTypes.names());
        names.addAll(List.of("time offset", "start included", "end included"));
        names.addAll(List.of("round half up", "round half down", "round up", "round down"));
        return names;
    }

    /** What a call costs beyond a look at its arguments. */
    static long work(String name, List<Value> arguments) {
        return switch (name) {
            case "distinct values", "union" -> {
                long items = arguments.stream()
                        .mapToLong(list -> list instanceof Items(var all) ? all.size() : 1)
                        .sum();
                yield items * items;
            }
            case "matches", "replace", "split", "exp", "log", "sqrt", "stddev" -> OF_A_SERIES;
            default -> 0;
        };
    }

    static boolean has(String name) {
        return BY_NAME.containsKey(name);
    }

    /** A function given as a value, as in {@code sort(list, min)}; its parameters are those of its first way. */
    static Func asValue(String name) {
        List<Expr.Parameter> parameters = BY_NAME.getOrDefault(name, List.of()).getFirst().parameters().stream()
                .map(parameter -> new Expr.Parameter(parameter, FeelType.Basic.ANY))
                .toList();
        return new Func(parameters, arguments -> call(name, List.of(), arguments), FeelType.Basic.ANY);
    }

    static Value call(String name, List<String> names, List<Value> arguments) {
        List<Signature> ways = BY_NAME.getOrDefault(name, List.of());
        return ways.stream()
                .filter(way -> way.open() || way.parameters().size() == arguments.size())
                .flatMap(way -> call(way, names, arguments))
                .findFirst()
                .or(() -> ways.stream()
                        .flatMap(way -> call(way, names, arguments))
                        .findFirst())
                .orElse(Value.nothing());
    }

    private static Stream<Value> call(Signature way, List<String> names, List<Value> arguments) {
        return way.place(names, arguments).map(placed -> attempt(way.body(), placed)).stream();
    }

    private static Value attempt(Func.Body body, List<Value> arguments) {
        try {
            Value value = body.apply(arguments);
            Effort.check(value);
            return value;
        } catch (ArithmeticException | java.time.DateTimeException undefined) {
            return Value.nothing();
        }
    }

    /** Calls a function of the model or of a context. */
    static Value apply(Func function, List<String> names, List<Value> arguments) {
        List<String> parameters =
                function.parameters().stream().map(Expr.Parameter::name).toList();
        return new Signature("", parameters, false, function.body())
                .place(names, arguments)
                .map(function.body()::apply)
                .orElse(Value.nothing());
    }

    static <A extends Value> Func.Body one(Class<A> type, Function<A, Value> body) {
        return arguments -> as(type, arguments.getFirst()).map(body).orElse(Value.nothing());
    }

    static <A extends Value, B extends Value> Func.Body two(
            Class<A> first, Class<B> second, BiFunction<A, B, Value> body) {
        return arguments -> as(first, arguments.get(0))
                .flatMap(a -> as(second, arguments.get(1)).map(b -> body.apply(a, b)))
                .orElse(Value.nothing());
    }

    /** What a function of three values does. */
    interface Three<A, B, C> {
        Value apply(A first, B second, C third);
    }

    static <A extends Value, B extends Value, C extends Value> Func.Body three(
            Class<A> first, Class<B> second, Class<C> third, Three<A, B, C> body) {
        return arguments -> as(first, arguments.get(0))
                .flatMap(a -> as(second, arguments.get(1))
                        .flatMap(b -> as(third, arguments.get(2)).map(c -> body.apply(a, b, c))))
                .orElse(Value.nothing());
    }

    /** The value as the parameter takes it: one value for a list of one, and the other way round. */
    static <A extends Value> Optional<A> as(Class<A> type, Value value) {
        if (type.isInstance(value)) {
            return Optional.of(type.cast(value));
        }
        if (type == Items.class && !value.isNothing()) {
            return Optional.of(type.cast(new Items(List.of(value))));
        }
        return value instanceof Items(var items) && items.size() == 1 && type.isInstance(items.getFirst())
                ? Optional.of(type.cast(items.getFirst()))
                : Optional.empty();
    }

    static Optional<Integer> whole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && number.abs().compareTo(BigDecimal.valueOf(1 << 30)) < 0
                ? Optional.of(number.intValue())
                : Optional.empty();
    }
}
