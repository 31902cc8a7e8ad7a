package org.weimin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.weimin.engine.population.Columns;
import org.weimin.engine.population.Standards;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;

/** One subject under one edition, at one place: every decision of its rules can be asked for its value. */
record Question(
        Pack pack,
        Edition edition,
        Standards standards,
        DivisionCode place,
        FactSheet sheet,
        Optional<Integer> judged) {
    /** The question under way. */
    record Asked(Trace trace, CaseFacts facts, CaseInputs inputs, Evaluation evaluation) {
        Optional<Value> value(String decision) {
            return attempt(() -> evaluation.named(decision));
        }
    }

    /** A place may lack a standard; then there is no value. */
    static <T> Optional<T> attempt(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (Refused | ArithmeticException notHere) {
            return Optional.empty();
        }
    }

    /** One for the household, or one for each of its members. */
    static Stream<Question> of(Pack pack, Edition edition, Standards standards, DivisionCode place, FactSheet sheet) {
        return pack.matter().judgesPersons()
                ? IntStream.range(0, sheet.members().size())
                        .mapToObj(member -> new Question(pack, edition, standards, place, sheet, Optional.of(member)))
                : Stream.of(new Question(pack, edition, standards, place, sheet, Optional.empty()));
    }

    Asked ask(Trace trace) {
        var facts = new CaseFacts(pack.dictionary(), sheet, trace);
        var inputs = new CaseInputs(pack, place, standards.asOf(), standards.supposing(), judged, facts, trace);
        return new Asked(trace, facts, inputs, new Evaluation(edition.rules(), facts, inputs.who(), inputs, trace));
    }

    /** Works out every decision, also those that this case would not have asked for. */
    <T extends Trace> T askAll(T trace) {
        Asked asked = ask(trace);
        edition.rules().decisions().keySet().forEach(asked::value);
        return trace;
    }

    /** A household's sheet among the rows of the columns. */
    static void add(Columns columns, int place, FactSheet sheet) {
        put(columns, columns.household(place), sheet.household());
        sheet.members().forEach(member -> put(columns, columns.member(), member));
    }

    private static void put(Columns columns, int row, List<Fact> facts) {
        for (Fact fact : facts) {
            columns.find(fact.name()).ifPresent(column -> {
                if (fact.isSettled()) {
                    column.put(row, column.encode(fact.value()));
                } else {
                    column.forget(row);
                }
            });
        }
    }

    /** Every table of the rules by the name of its decision or function. */
    static List<Named> tables(Rules rules) {
        var tables = new ArrayList<Named>();
        rules.decisions().values().forEach(each -> add(tables, each.name(), each.label(), each.logic()));
        rules.functions().values().forEach(each -> add(tables, each.name(), each.label(), each.logic()));
        return tables;
    }

    private static void add(List<Named> tables, String name, Text label, Rules.Logic logic) {
        if (logic instanceof Rules.Table table) {
            tables.add(new Named(name, label, table));
        }
    }

    record Named(String name, Text label, Rules.Table table) {}
}
