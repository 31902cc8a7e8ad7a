package org.weimin.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.weimin.engine.Determination.Checked;
import org.weimin.engine.Determination.Met;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Determination.Question;
import org.weimin.engine.Value.Num;
import org.weimin.engine.Value.Unknown;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;

/**
 * 测算: answers one case under one pack. A pack's model has a table {@code refusals}, whose rows are the conditions of
 * the matter turned round; what an entitled case is given, {@code matter.yaml} names.
 */
public final class Interpreter {
    public static final String REFUSALS = "refusals";

    /** The answer for a household; a matter that judges persons is asked for one of them. */
    public Determination determine(Pack pack, DivisionCode place, LocalDate asOf, FactSheet facts) {
        return determine(pack, place, asOf, facts, Supposing.NOTHING);
    }

    /** The answer for one member of the household, by id. */
    public Determination determine(Pack pack, DivisionCode place, LocalDate asOf, FactSheet facts, String person) {
        return determine(pack, place, asOf, facts, new Supposing(person, Map.of()));
    }

    /** As if the named parameters had other values: for worked examples and for asking what a change would do. */
    public Determination determine(
            Pack pack, DivisionCode place, LocalDate asOf, FactSheet sheet, Supposing supposing) {
        Edition edition = pack.editionOn(asOf);
        var trace = new Trace();
        var facts = new CaseFacts(pack.dictionary(), sheet, trace);
        Optional<Integer> judged = judged(pack, facts, supposing.person());
        var inputs = new CaseInputs(pack, place, asOf, supposing.parameters(), judged, facts, trace);
        var evaluation = new Evaluation(edition.rules(), facts, inputs.who(), inputs, trace);
        List<Hits.Match> refusals = evaluation.matches(REFUSALS);
        Outcome outcome = outcome(refusals)
                .orElseGet(() -> new Granting(evaluation, facts, everybody(judged, facts, sheet)).outcome(pack));
        List<Checked> conditions =
                refusals.stream().map(match -> checked(pack, evaluation, match)).toList();
        return new Determination(
                new Question(pack.id(), pack.packVersion(edition), place, asOf, supposing.person()),
                outcome,
                conditions,
                trace.facts(),
                trace.rules(),
                trace.steps(),
                trace.parameters());
    }

    private static Optional<Integer> judged(Pack pack, CaseFacts facts, String person) {
        if (pack.matter().judgesPersons() == person.isEmpty()) {
            throw new Refused("engine.whom", pack.title().zh(), pack.title().en());
        }
        return person.isEmpty() ? Optional.empty() : Optional.of(facts.indexOf(person));
    }

    private static List<String> everybody(Optional<Integer> judged, CaseFacts facts, FactSheet sheet) {
        return judged.map(Stream::of)
                .orElseGet(() -> IntStream.range(0, sheet.members().size()).boxed())
                .map(index -> facts.who(index).id())
                .toList();
    }

    /** The first condition that is not met refuses; else what is unknown is asked; else nothing stands in the way. */
    private static Optional<Outcome> outcome(List<Hits.Match> refusals) {
        var missing = new TreeSet<String>();
        for (Hits.Match match : refusals) {
            if (match.matched().isTrue()) {
                return Optional.of(new Outcome.NotEntitled(code(match)));
            }
            if (match.matched() instanceof Unknown(var names, var range)) {
                missing.addAll(names);
            }
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(new Outcome.CannotTell(List.copyOf(missing)));
    }

    private static String code(Hits.Match match) {
        return match.row().output() instanceof Expr.Txt(var code) ? code : "refused";
    }

    private static Checked checked(Pack pack, Evaluation evaluation, Hits.Match match) {
        String code = code(match);
        Condition condition =
                pack.findCondition(code).orElseThrow(() -> Faults.unknownName("matter.yaml conditions", code));
        String value = figure(evaluation, condition.value());
        String limit = figure(evaluation, condition.limit());
        return new Checked(
                condition.id(),
                condition.title(),
                match.matched().isUnknown() ? Met.UNKNOWN : match.matched().isTrue() ? Met.NO : Met.YES,
                value,
                limit,
                condition.parameters(),
                code,
                condition.refusalText(),
                match.row().law(),
                condition.hint().with("value", value).with("limit", limit));
    }

    private static String figure(Evaluation evaluation, String name) {
        if (name.isEmpty()) {
            return "";
        }
        return switch (evaluation.named(name)) {
            case Num(var number) -> Numbers.plain(number, evaluation.typeOf(name));
            case Value value -> value.plain();
        };
    }
}
