package org.weimin.engine.population;

import java.util.List;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.FactSheet;
import org.weimin.engine.Grant;
import org.weimin.engine.GrantRule;
import org.weimin.engine.Interpreter;
import org.weimin.engine.Supposing;
import org.weimin.kernel.Refused;

/** The answers that compiled code leaves to the interpreter: a place without a standard, a sum beyond a long. */
final class ByInterpreter {
    private final Interpreter interpreter = new Interpreter();
    private final CompiledMatter matter;
    private final Columns columns;
    private final Standards standards;
    private final Outcomes outcomes;

    ByInterpreter(CompiledMatter matter, Columns columns, Standards standards, Outcomes outcomes) {
        this.matter = matter;
        this.columns = columns;
        this.standards = standards;
        this.outcomes = outcomes;
    }

    void judgeHousehold(int household) {
        judge(household, household, "");
    }

    void judgeMember(int household, int row) {
        judge(row, household, Columns.nameOf(row - columns.firstMember(household)));
    }

    private void judge(int subject, int household, String person) {
        outcomes.countInterpreted();
        try {
            var supposing = new Supposing(person, standards.supposing());
            FactSheet sheet = columns.sheet(household);
            var place = standards.places().get(columns.place(household));
            Outcome outcome = interpreter
                    .determine(matter.pack(), place, standards.asOf(), sheet, supposing)
                    .outcome();
            switch (outcome) {
                case Outcome.NotEntitled(var code) -> outcomes.refuse(subject, Words.code(code));
                case Outcome.CannotTell(var missing) -> outcomes.cannotTell(subject, mask(missing));
                case Outcome.Entitled(var grants) -> entitle(subject, grants);
            }
        } catch (Refused refused) {
            outcomes.turnAway(subject, refused.code());
        } catch (ArithmeticException beyondMoney) {
            outcomes.turnAway(subject, "engine.beyond-money");
        }
    }

    private long mask(List<String> missing) {
        long mask = 0;
        for (String fact : missing) {
            mask |= 1L << matter.facts().indexOf(fact);
        }
        return mask;
    }

    /** Grants come in the order of their rules, but those that are not given are left out. */
    private void entitle(int subject, List<Grant> grants) {
        outcomes.entitle(subject);
        List<GrantRule> rules = matter.pack().matter().grants();
        int number = 0;
        for (Grant grant : grants) {
            while (!isOf(rules.get(number), grant)) {
                number++;
            }
            long persons = mask(grant);
            switch (grant) {
                case Grant.Monthly(var amount, var basis, var ids) ->
                    outcomes.give(subject, number, amount.fen(), Words.code(basis), persons);
                case Grant.OneOff(var amount, var basis, var ids) ->
                    outcomes.give(subject, number, amount.fen(), Words.code(basis), persons);
                case Grant.Identity(var code, var title, var months, var ids) ->
                    outcomes.give(subject, number, 0, months, persons);
                case Grant.Service(var code, var title, var monthly, var ids) ->
                    outcomes.give(subject, number, monthly.fen(), Words.code(""), persons);
                case Grant.Document(var code, var title, var ids) ->
                    outcomes.give(subject, number, 0, Words.code(""), persons);
            }
            number++;
        }
    }

    private static boolean isOf(GrantRule rule, Grant grant) {
        return switch (grant) {
            case Grant.Monthly monthly -> rule.kind() == GrantRule.Kind.MONTHLY;
            case Grant.OneOff once -> rule.kind() == GrantRule.Kind.ONE_OFF;
            case Grant.Identity identity ->
                rule.kind() == GrantRule.Kind.IDENTITY && rule.code().equals(identity.code());
            case Grant.Service service ->
                rule.kind() == GrantRule.Kind.SERVICE && rule.code().equals(service.code());
            case Grant.Document document ->
                rule.kind() == GrantRule.Kind.DOCUMENT && rule.code().equals(document.code());
        };
    }

    private static long mask(Grant grant) {
        long mask = 0;
        for (String id : grant.persons()) {
            mask |= MatterCode.bit(Integer.parseInt(id.substring(1)) - 1);
        }
        return mask;
    }
}
