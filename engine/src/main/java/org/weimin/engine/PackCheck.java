package org.weimin.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a matter promises in {@code matter.yaml}, held against the rules of each of its editions. */
final class PackCheck {
    static final String ITEMS = Packs.SHARED + "items.yaml";

    private PackCheck() {}

    /** What holds between matters: an event is one of the list, and a register has one code of its own. */
    static void check(List<Pack> packs, List<LifeEvent> events) {
        var codes = new HashMap<String, Output.Entry>();
        Set<String> known = events.stream().map(LifeEvent::code).collect(Collectors.toSet());
        for (Pack pack : packs) {
            String where = pack.id() + "/matter.yaml";
            for (String event : pack.matter().window().events()) {
                if (!known.isEmpty() && !known.contains(event)) {
                    throw Faults.unknownName(where + " events", event);
                }
            }
            pack.matter().outputs().stream()
                    .flatMap(output -> output.register().stream())
                    .forEach(entry -> {
                        if (!codes.computeIfAbsent(entry.code(), code -> entry).equals(entry)
                                || !codes.computeIfAbsent(entry.name(), name -> entry)
                                        .equals(entry)) {
                            throw Faults.overlap(where + " output", entry.name() + " " + entry.code());
                        }
                    });
        }
    }

    /** Each item that the office answers for can be asked for, or the office starts it by itself and says so. */
    static void checkItems(List<Pack> packs, List<String> items) {
        Set<String> answered = packs.stream()
                .filter(pack -> pack.matter().window().isOpen() ? asksSomething(pack) : isStartedByTheOffice(pack))
                .flatMap(pack -> pack.items().stream())
                .collect(Collectors.toSet());
        List<String> left =
                items.stream().filter(item -> !answered.contains(item)).toList();
        if (!left.isEmpty()) {
            throw Faults.unknownName(ITEMS, left.toString());
        }
    }

    private static boolean asksSomething(Pack pack) {
        return !pack.editions().lastEntry().getValue().form().sections().isEmpty();
    }

    private static boolean isStartedByTheOffice(Pack pack) {
        var window = pack.matter().window();
        return window.accept().filter(Window.Accept.SYSTEM::equals).isPresent()
                && !window.about().zh().isBlank();
    }

    static void check(Pack pack, FactsDictionary used) {
        String matter = pack.id() + "/matter.yaml";
        pack.matter().window().check(matter);
        pack.matter()
                .outputs()
                .forEach(
                        output -> output.check(matter + " output", pack.matter().unit(), used));
        pack.editions().values().forEach(edition -> checkCases(pack, edition, pack.id() + " " + edition.from()));
        for (String fact : pack.matter().giving().facts()) {
            if (!pack.dictionary().get(fact).feelType().equals(Type.BOOLEAN)) {
                throw Faults.type(pack.id() + "/matter.yaml gives", fact);
            }
        }
        pack.editions().values().stream()
                .filter(Edition::hasRules)
                .forEach(edition -> check(pack, edition, pack.id() + " " + edition.from()));
    }

    /** A matter under which cases are opened has its process, a letter for each output, and asks about its unit. */
    private static void checkCases(Pack pack, Edition edition, String where) {
        if (pack.matter().window().process().isPresent()
                && edition.file("process.bpmn").isEmpty()) {
            throw Faults.unknownName(
                    pack.id() + "/matter.yaml process",
                    pack.matter().window().process().orElse(""));
        }
        for (Output output : pack.matter().outputs()) {
            if (output.register().isPresent() && edition.file(output.template()).isEmpty()) {
                throw Faults.unknownName(pack.id() + "/matter.yaml output", output.template());
            }
        }
        edition.form().sections().stream()
                .flatMap(section -> section.fields().stream())
                .forEach(field -> checkSubject(pack, field.fact().name(), where + "/form.yaml"));
    }

    /** Facts of organisations belong to the matters of organisations, and no others do. */
    private static void checkSubject(Pack pack, String name, String where) {
        boolean organisation = pack.matter().unit() == Pack.Unit.ORGANISATION;
        pack.dictionary()
                .find(name)
                .filter(fact -> (fact.of() == FactKind.Of.ORGANISATION) != organisation)
                .ifPresent(fact -> {
                    throw Faults.type(where, name + " is a fact of another subject");
                });
    }

    private static void check(Pack pack, Edition edition, String where) {
        Rules rules = edition.rules();
        FactsRead.of(rules, pack.dictionary()).forEach(name -> checkSubject(pack, name, where + "/rules.dmn"));
        boolean asksPerson = rules.inputs().containsKey(Vocabulary.PERSON);
        if (asksPerson && !pack.matter().judgesPersons()) {
            throw Faults.unknownName(where, Vocabulary.PERSON);
        }
        if (pack.matter().grants().isEmpty()) {
            throw Faults.syntax(pack.id() + "/matter.yaml", "'grants' is missing");
        }
        var vocabulary = new Vocabulary(pack.dictionary(), pack.parametersByName());
        pack.matter().grants().forEach(grant -> grant.check(where, rules, vocabulary));
        checkConditions(pack, rules, where);
    }

    /** Every refusal of the table has its condition, and what a condition prints exists. */
    private static void checkConditions(Pack pack, Rules rules, String where) {
        Rules.Decision refusals = rules.decisions().get(Interpreter.REFUSALS);
        if (refusals == null || !(refusals.logic() instanceof Rules.Table table)) {
            throw Faults.unknownName(where, Interpreter.REFUSALS);
        }
        Set<String> codes = table.rows().stream()
                .map(row -> row.output() instanceof Expr.Txt(var code) ? code : row.source())
                .collect(Collectors.toSet());
        Set<String> explained =
                pack.matter().conditions().stream().map(Condition::refusal).collect(Collectors.toSet());
        var silent = new HashSet<>(codes);
        silent.removeAll(explained);
        if (!silent.isEmpty()) {
            throw Faults.unknownName(pack.id() + "/matter.yaml conditions", silent.toString());
        }
    }
}
