package org.weimin.engine;

import static org.weimin.engine.Builtins.one;
import static org.weimin.engine.Builtins.three;
import static org.weimin.engine.Builtins.two;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weimin.engine.Builtins.Signature;
import org.weimin.engine.Value.Entries;
import org.weimin.engine.Value.Items;
import org.weimin.engine.Value.Txt;

/** FEEL's functions of contexts. */
final class ContextFunctions {
    private ContextFunctions() {}

    static List<Signature> all() {
        return List.of(
                Signature.of("get value(m, key)", two(Entries.class, Txt.class, ContextFunctions::get)),
                Signature.of("get value(context, key)", two(Entries.class, Txt.class, ContextFunctions::get)),
                Signature.of("get entries(m)", one(Entries.class, ContextFunctions::entries)),
                Signature.of("get entries(context)", one(Entries.class, ContextFunctions::entries)),
                Signature.of("context(entries)", one(Items.class, ContextFunctions::context)),
                Signature.of(
                        "context put(context, keys, value)",
                        three(Entries.class, Value.class, Value.class, ContextFunctions::put)),
                Signature.of(
                        "context put(context, key, value)",
                        arguments -> arguments.get(1) instanceof Txt
                                ? three(Entries.class, Txt.class, Value.class, ContextFunctions::put)
                                        .apply(arguments)
                                : Value.nothing()),
                Signature.of("context merge(contexts)", one(Items.class, ContextFunctions::merge)));
    }

    private static Value get(Entries context, Txt key) {
        return context.byName().getOrDefault(key.text(), Value.nothing());
    }

    private static Value entries(Entries context) {
        return new Items(context.byName().entrySet().stream()
                .<Value>map(entry -> {
                    var pair = new LinkedHashMap<String, Value>();
                    pair.put("key", new Txt(entry.getKey()));
                    pair.put("value", entry.getValue());
                    return new Entries(pair);
                })
                .toList());
    }

    private static Value context(Items pairs) {
        var byName = new LinkedHashMap<String, Value>();
        for (Value item : pairs.items()) {
            if (!(item instanceof Entries(Map<String, Value> pair))
                    || !(pair.get("key") instanceof Txt(var key))
                    || !pair.containsKey("value")
                    || byName.put(key, pair.get("value")) != null) {
                return Value.nothing();
            }
        }
        return new Entries(byName);
    }

    /** A key, or a path of keys into contexts of contexts. */
    private static Value put(Entries context, Value keys, Value value) {
        return switch (keys) {
            case Txt(var key) -> with(context, key, value);
            case Items(var path)
            when !path.isEmpty() && path.getFirst() instanceof Txt(var key) -> {
                if (path.size() == 1) {
                    yield with(context, key, value);
                }
                Value inner = context.byName().getOrDefault(key, Value.nothing());
                Value put = inner instanceof Entries entries
                        ? put(entries, new Items(path.subList(1, path.size())), value)
                        : Value.nothing();
                yield put.isNothing() ? put : with(context, key, put);
            }
            default -> Value.nothing();
        };
    }

    private static Value with(Entries context, String key, Value value) {
        var byName = new LinkedHashMap<>(context.byName());
        byName.put(key, value);
        return new Entries(byName);
    }

    private static Value merge(Items contexts) {
        var byName = new LinkedHashMap<String, Value>();
        for (Value each : new ArrayList<>(contexts.items())) {
            if (!(each instanceof Entries(var entries))) {
                return Value.nothing();
            }
            byName.putAll(entries);
        }
        return new Entries(byName);
    }
}
