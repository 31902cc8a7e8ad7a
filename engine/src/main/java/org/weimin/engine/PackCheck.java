package org.weimin.engine;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a matter promises in {@code matter.yaml}, held against the rules of each of its editions. */
final class PackCheck {
    private PackCheck() {}

    static void check(Pack pack) {
        for (String fact : pack.matter().giving().facts()) {
            if (!pack.dictionary().get(fact).feelType().equals(Type.BOOLEAN)) {
                throw Faults.type(pack.id() + "/matter.yaml gives", fact);
            }
        }
        pack.editions().values().stream()
                .filter(Edition::hasRules)
                .forEach(edition -> check(pack, edition, pack.id() + " " + edition.from()));
    }

    private static void check(Pack pack, Edition edition, String where) {
        Rules rules = edition.rules();
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
