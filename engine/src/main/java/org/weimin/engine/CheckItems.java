package org.weimin.engine;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;

/** 核对目录: everything that other bureaus can be asked ({@code packs/_shared/checks.yaml}). */
public final class CheckItems {
    private static final String FILE = "_shared/checks.yaml";
    private final Map<String, CheckItem> items;
    private final Parameter validDays;

    private CheckItems(Map<String, CheckItem> items, Parameter validDays) {
        this.items = items;
        this.validDays = validDays;
    }

    /** The catalogue that the program carries itself. */
    public static CheckItems fromClassPath() {
        return read(PackFiles.onClassPath(FILE), FactsDictionary.fromClassPath());
    }

    static CheckItems read(String yaml, FactsDictionary dictionary) {
        Yaml file = Yaml.read(FILE, yaml);
        Map<String, CheckItem.Bureau> bureaus = bureaus(file);
        var items = new LinkedHashMap<String, CheckItem>();
        for (Yaml entry : file.children("items")) {
            CheckItem item = item(entry, bureaus, dictionary);
            if (items.put(item.id(), item) != null) {
                throw Faults.syntax(FILE, item.id() + " is there twice");
            }
        }
        Parameter validDays = file.children("parameters").stream()
                .map(Parameter::read)
                .filter(parameter -> parameter.name().equals("checkValidDays"))
                .findFirst()
                .orElseThrow(() -> Faults.syntax(FILE, "checkValidDays is missing"));
        return new CheckItems(items, validDays);
    }

    static Set<String> bureaus(String yaml) {
        return bureaus(Yaml.read(FILE, yaml)).keySet();
    }

    private static Map<String, CheckItem.Bureau> bureaus(Yaml file) {
        return file.children("bureaus").stream()
                .map(bureau -> new CheckItem.Bureau(bureau.text("id"), bureau.bilingual("title")))
                .collect(Collectors.toMap(CheckItem.Bureau::id, Function.identity()));
    }

    private static CheckItem item(Yaml yaml, Map<String, CheckItem.Bureau> bureaus, FactsDictionary dictionary) {
        String bureau = yaml.text("bureau");
        if (!bureaus.containsKey(bureau)) {
            throw Faults.unknownName(yaml.where(), bureau);
        }
        return new CheckItem(
                yaml.text("id"),
                yaml.bilingual("title"),
                bureaus.get(bureau),
                yaml.children("answers").stream()
                        .map(answer -> answer(answer, dictionary))
                        .toList(),
                new CheckItem.Terms(
                        Integer.parseInt(yaml.text("limitWorkdays")), yaml.isTrue("means"), yaml.isTrue("always")),
                yaml.choice("channel", CheckItem.Channel.class),
                yaml.texts("replaces"));
    }

    /** What a household has in all is a number and its own fact; everything else is the person's. */
    private static CheckItem.Answer answer(Yaml yaml, FactsDictionary dictionary) {
        String name = yaml.text("fact");
        FactKind fact = dictionary.find(name).orElseThrow(() -> Faults.unknownName(yaml.where(), name));
        boolean summed = yaml.isTrue("sum");
        if (summed == fact.ofMember() || (summed && !fact.feelType().isNumeric())) {
            throw Faults.type(yaml.where(), name);
        }
        return new CheckItem.Answer(fact, summed);
    }

    public CheckItem get(String id) {
        return find(id).orElseThrow(() -> new NotFound(id));
    }

    public Optional<CheckItem> find(String id) {
        return Optional.ofNullable(items.get(id));
    }

    public List<CheckItem> list() {
        return List.copyOf(items.values());
    }

    public List<CheckItem> neededFor(Set<String> facts) {
        return list().stream().filter(item -> item.isNeededFor(facts)).toList();
    }

    /** For how many days an answer holds at a place. */
    public int validDays(DivisionCode place, LocalDate asOf) {
        return Integer.parseInt(validDays.on(place, asOf).value());
    }
}
