package org.weimin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Value.Items;
import org.weimin.engine.Value.Num;
import org.weimin.engine.Value.Txt;
import org.weimin.engine.Value.Unknown;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;

/** Takes the grants of an entitled case out of its rules. */
final class Granting {
    private final Evaluation evaluation;
    private final CaseFacts facts;
    private final List<String> everybody;
    private final TreeSet<String> missing = new TreeSet<>();

    Granting(Evaluation evaluation, CaseFacts facts, List<String> everybody) {
        this.evaluation = evaluation;
        this.facts = facts;
        this.everybody = everybody;
    }

    /** A case that meets every condition and is given nothing shows a fault of the pack, not of the case. */
    Outcome outcome(Pack pack) {
        var grants = new ArrayList<Grant>();
        for (GrantRule rule : pack.matter().grants()) {
            Value when = rule.when().isEmpty() ? Value.truth(true) : known(rule.when());
            if (when.isTrue()) {
                grants.add(grant(rule));
            }
        }
        if (!missing.isEmpty()) {
            return new Outcome.CannotTell(List.copyOf(missing));
        }
        if (grants.isEmpty()) {
            throw new Refused("engine.no-grant", pack.title().zh(), pack.title().en());
        }
        return new Outcome.Entitled(grants);
    }

    private Grant grant(GrantRule rule) {
        List<String> persons = persons(rule.members());
        return switch (rule.kind()) {
            case MONTHLY -> new Grant.Monthly(amount(rule), text(rule.basis()), persons);
            case ONE_OFF -> new Grant.OneOff(amount(rule), text(rule.basis()), persons);
            case IDENTITY -> new Grant.Identity(rule.code(), rule.title(), months(rule.validMonths()), persons);
            case SERVICE -> new Grant.Service(rule.code(), rule.title(), amount(rule), persons);
            case DOCUMENT -> new Grant.Document(rule.code(), rule.title(), persons);
        };
    }

    private Value known(String name) {
        Value value = evaluation.named(name);
        if (value instanceof Unknown(var names, var range)) {
            missing.addAll(names);
        }
        return value;
    }

    private Money amount(GrantRule rule) {
        return !rule.amount().isEmpty() && known(rule.amount()) instanceof Num(var yuan)
                ? Money.yuan(yuan.toPlainString())
                : Money.ZERO;
    }

    private String text(String name) {
        return !name.isEmpty() && known(name) instanceof Txt(var text) ? text : "";
    }

    private int months(String name) {
        return !name.isEmpty() && known(name) instanceof Num(var number) ? number.intValueExact() : 0;
    }

    private List<String> persons(String name) {
        if (name.isEmpty()) {
            return everybody;
        }
        return known(name) instanceof Items(var items)
                ? items.stream()
                        .flatMap(item -> item instanceof Value.Member(int index)
                                ? java.util.stream.Stream.of(facts.who(index).id())
                                : java.util.stream.Stream.of())
                        .toList()
                : List.of();
    }
}
