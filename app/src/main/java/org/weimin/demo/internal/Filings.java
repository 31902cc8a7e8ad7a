package org.weimin.demo.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.weimin.kernel.MatterId;
import org.weimin.people.Organisation;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** 演示申请: what residents and bodies of the demo county have lately asked for; {@code demo/filings.yaml}. */
record Filings(List<OfPersons> persons, List<OfBody> bodies) {
    private static final String FILE = "/demo/filings.yaml";

    /** The same matter, asked for by several people; {@code open} of them still wait for the decision. */
    record OfPersons(MatterId matter, Who who, int times, int open, Map<String, String> facts) {}

    /** 谁来申请: the kind of resident that a matter is for. */
    enum Who {
        SINGLE_MAN,
        HUSBAND,
        ADULT,
        ELDER
    }

    /** One body, and what it asked for. */
    record OfBody(String name, Organisation.Kind kind, String address, boolean open, List<Asked> asked) {}

    record Asked(MatterId matter, Map<String, String> facts) {}

    static Filings read() {
        try (InputStream in = Filings.class.getResourceAsStream(FILE)) {
            Map<String, Object> whole = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new Filings(
                    rows(whole, "persons").stream().map(Filings::ofPersons).toList(),
                    rows(whole, "bodies").stream().map(Filings::ofBody).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static OfPersons ofPersons(Map<String, ?> row) {
        return new OfPersons(
                matter(row),
                Who.valueOf(text(row, "who").toUpperCase(Locale.ROOT).replace('-', '_')),
                Integer.parseInt(text(row, "times")),
                Integer.parseInt(text(row, "open")),
                facts(row));
    }

    private static OfBody ofBody(Map<String, ?> row) {
        return new OfBody(
                text(row, "name"),
                Organisation.Kind.valueOf(text(row, "kind")),
                text(row, "address"),
                row.containsKey("open"),
                rows(row, "matters").stream()
                        .map(each -> new Asked(matter(each), facts(each)))
                        .toList());
    }

    private static MatterId matter(Map<String, ?> row) {
        return new MatterId(text(row, "matter"));
    }

    private static String text(Map<String, ?> row, String name) {
        return String.valueOf(row.get(name));
    }

    private static Map<String, String> facts(Map<String, ?> row) {
        var facts = new LinkedHashMap<String, String>();
        ((Map<?, ?>) Objects.requireNonNull(row.get("facts")))
                .forEach((name, value) -> facts.put(name.toString(), value.toString()));
        return facts;
    }

    private static List<Map<String, ?>> rows(Map<String, ?> of, String name) {
        var rows = new ArrayList<Map<String, ?>>();
        for (Object each : (List<?>) Objects.requireNonNull(of.get(name))) {
            var row = new LinkedHashMap<String, Object>();
            ((Map<?, ?>) each).forEach((key, value) -> row.put(key.toString(), value));
            rows.add(row);
        }
        return rows;
    }
}
