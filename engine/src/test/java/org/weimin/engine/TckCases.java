package org.weimin.engine;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Stream;
import org.weimin.kernel.Refused;

/** One test file of the compatibility kit with the model that it asks. */
record TckCases(String folder, String file, String dmn, Xml tests) {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 22, 9, 30);
    private static final BigDecimal NEAR = new BigDecimal("0.00000001");

    /** What became of one expected result. */
    record Checked(String name, String difference) {
        boolean passed() {
            return difference.isEmpty();
        }
    }

    static List<TckCases> of(NavigableMap<String, String> files) {
        return files.keySet().stream()
                .filter(path -> path.endsWith(".xml"))
                .map(path -> {
                    String folder = path.substring(0, path.lastIndexOf('/'));
                    Xml tests = Xml.read(path, files.get(path));
                    String dmn = files.getOrDefault(folder + "/" + tests.text("modelName"), "");
                    return new TckCases(
                            folder.replaceFirst(".*compliance-level-", ""),
                            path.substring(path.lastIndexOf('/') + 1),
                            dmn,
                            tests);
                })
                .toList();
    }

    boolean isLevelTwo() {
        return folder.startsWith("2/");
    }

    /** Every expected result; throws what refuses the model. */
    List<Checked> run() {
        Model model = DmnReader.model(folder, dmn);
        return tests.children("testCase").stream()
                .flatMap(test -> check(model, test))
                .toList();
    }

    private Stream<Checked> check(Model model, Xml test) {
        Map<String, Value> inputs = new LinkedHashMap<>();
        test.children("inputNode").forEach(input -> inputs.put(input.attribute("name"), value(input)));
        return test.children("resultNode").stream().map(result -> {
            String asked = test.attribute("invocableName").isEmpty()
                    ? result.attribute("name")
                    : test.attribute("invocableName");
            String name = test.attribute("id") + " " + result.attribute("name");
            try {
                Value expected = value(result.children("expected").getFirst());
                Value found = model.decide(asked, inputs, NOW);
                if (!asked.equals(result.attribute("name"))
                        && found instanceof Value.Entries(var several)
                        && several.containsKey(result.attribute("name"))) {
                    found = several.get(result.attribute("name"));
                }
                return new Checked(name, near(expected, found) ? "" : expected.plain() + " but " + found.plain());
            } catch (RuntimeException fault) {
                return new Checked(
                        name,
                        fault instanceof Refused refused
                                ? refused.toString() + refused.details()
                                : String.valueOf(fault));
            }
        });
    }

    private static Value value(Xml holder) {
        for (Xml child : holder.children()) {
            switch (child.name()) {
                case "value" -> {
                    return one(child);
                }
                case "list" -> {
                    return new Value.Items(
                            child.children("item").stream().map(TckCases::value).toList());
                }
                default -> {}
            }
        }
        if (holder.children("component").isEmpty()) {
            return Value.nothing();
        }
        var entries = new LinkedHashMap<String, Value>();
        holder.children("component").forEach(component -> entries.put(component.attribute("name"), value(component)));
        return new Value.Entries(entries);
    }

    private static Value one(Xml value) {
        String schema = "http://www.w3.org/2001/XMLSchema-instance";
        if (value.attribute(schema, "nil").equals("true")) {
            return Value.nothing();
        }
        String text = value.element().getTextContent();
        String type = value.attribute(schema, "type");
        return switch (type.substring(type.indexOf(':') + 1)) {
            case "decimal", "double", "integer", "int", "long", "float" -> new Value.Num(new BigDecimal(text.strip()));
            case "boolean" -> Value.truth(text.strip().equals("true"));
            case "date", "time", "dateTime", "duration" -> TemporalText.any(text.strip());
            default -> new Value.Txt(text);
        };
    }

    /** Equal, but for the last digits of roots and logarithms. */
    private static boolean near(Value expected, Value found) {
        if (expected instanceof Value.Num(var a) && found instanceof Value.Num(var b)) {
            return a.subtract(b).abs().compareTo(NEAR) < 0;
        }
        if (expected instanceof Value.Items(var a) && found instanceof Value.Items(var b)) {
            var differ = new ArrayList<Integer>();
            for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
                if (!near(a.get(i), b.get(i))) {
                    differ.add(i);
                }
            }
            return a.size() == b.size() && differ.isEmpty();
        }
        if (expected instanceof Value.Entries(var a) && found instanceof Value.Entries(var b)) {
            return a.keySet().equals(b.keySet())
                    && a.entrySet().stream().allMatch(entry -> near(entry.getValue(), b.get(entry.getKey())));
        }
        return Equality.same(expected, found);
    }

    /** For a look at the whole kit while the engine grows. */
    public static void main(String[] only) {
        var all = of(TckFiles.read(TckFiles.archive().orElseThrow()).byPath());
        long passed = 0;
        long asked = 0;
        for (TckCases cases : all) {
            if (only.length > 0 && !cases.folder().contains(only[0])) {
                continue;
            }
            try {
                List<Checked> checked = cases.run();
                long good = checked.stream().filter(Checked::passed).count();
                passed += good;
                asked += checked.size();
                if (good < checked.size()) {
                    System.out.println(cases.folder() + " " + good + "/" + checked.size());
                    checked.stream()
                            .filter(one -> !one.passed())
                            .limit(only.length > 0 ? 999 : 4)
                            .forEach(one -> System.out.println("    " + one));
                }
            } catch (RuntimeException fault) {
                System.out.println(cases.folder() + " REFUSED "
                        + (fault instanceof Refused refused ? refused.code() + refused.details() : fault));
                if (!(fault instanceof Refused)) fault.printStackTrace(System.out);
            }
        }
        System.out.println(passed + " of " + asked);
    }
}
