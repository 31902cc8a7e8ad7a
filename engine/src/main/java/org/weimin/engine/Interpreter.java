package org.weimin.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.weimin.engine.Determination.Checked;
import org.weimin.engine.Determination.Met;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Value.Items;
import org.weimin.engine.Value.Num;
import org.weimin.engine.Value.Unknown;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Money;

/**
 * 测算: answers one case under one pack. A pack's model has a table {@code refusals}, whose rows are the conditions of
 * the matter turned round, and a decision {@code monthlyGrant}; {@code cover} and {@code coveredMembers} say for whom.
 */
public final class Interpreter {
    private static final String REFUSALS = "refusals";
    private static final String MONTHLY = "monthlyGrant";
    private static final String COVER = "cover";
    private static final String COVERED = "coveredMembers";

    public Determination determine(Pack pack, DivisionCode place, LocalDate asOf, FactSheet facts) {
        return determine(pack, place, asOf, facts, Map.of());
    }

    /** As if the named parameters had other values: for worked examples and for asking what a change would do. */
    public Determination determine(
            Pack pack, DivisionCode place, LocalDate asOf, FactSheet sheet, Map<String, String> supposing) {
        Edition edition = pack.editionOn(asOf);
        var trace = new Trace();
        var facts = new CaseFacts(pack.dictionary(), sheet, trace);
        var evaluation = new Evaluation(
                edition.rules(), facts, new CaseInputs(pack, place, asOf, supposing, facts, trace), trace);
        List<Evaluation.Match> refusals = evaluation.matches(REFUSALS);
        Outcome outcome = outcome(evaluation, facts, refusals);
        List<Checked> conditions =
                refusals.stream().map(match -> checked(pack, evaluation, match)).toList();
        return new Determination(
                pack.id(),
                pack.packVersion(edition),
                place,
                asOf,
                outcome,
                conditions,
                trace.facts(),
                trace.rules(),
                trace.steps(),
                trace.parameters());
    }

    private static Outcome outcome(Evaluation evaluation, CaseFacts facts, List<Evaluation.Match> refusals) {
        var missing = new TreeSet<String>();
        for (Evaluation.Match match : refusals) {
            if (match.matched().isTrue()) {
                return new Outcome.NotEntitled(code(match));
            }
            if (match.matched() instanceof Unknown(var names, var range)) {
                missing.addAll(names);
            }
        }
        if (!missing.isEmpty()) {
            return new Outcome.CannotTell(List.copyOf(missing));
        }
        return switch (evaluation.named(MONTHLY)) {
            case Num(var yuan) ->
                new Outcome.Entitled(List.of(new Grant.Monthly(
                        Money.yuan(yuan.toPlainString()),
                        evaluation.named(COVER).plain(),
                        covered(evaluation, facts))));
            case Unknown(var names, var range) -> new Outcome.CannotTell(List.copyOf(names));
            default -> throw Faults.type(MONTHLY, "an amount is expected");
        };
    }

    private static List<String> covered(Evaluation evaluation, CaseFacts facts) {
        var persons = new ArrayList<String>();
        if (evaluation.named(COVERED) instanceof Items(var items)) {
            for (Value item : items) {
                if (item instanceof Value.Member(int index)) {
                    persons.add(facts.who(index).id());
                }
            }
        }
        return persons;
    }

    private static String code(Evaluation.Match match) {
        return match.row().output() instanceof Expr.Txt(var code) ? code : "refused";
    }

    private static Checked checked(Pack pack, Evaluation evaluation, Evaluation.Match match) {
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
