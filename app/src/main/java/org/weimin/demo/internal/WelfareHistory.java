package org.weimin.demo.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.weimin.benefits.Award;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Entitlement;
import org.weimin.demo.internal.Truth.Kind;
import org.weimin.divisions.Divisions;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Fact;
import org.weimin.engine.FactSheet;
import org.weimin.engine.FactsDictionary;
import org.weimin.engine.Grant;
import org.weimin.engine.Interpreter;
import org.weimin.engine.Supposing;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Subject;
import org.weimin.people.Family.Relative;
import org.weimin.policy.Policy;

/**
 * 福利历史: who has drawn a welfare line since before this system, for the amount that the rules gave then; and whom the
 * line misses, pays by mistake or pays an old rate, which is the known truth.
 */
@Component
class WelfareHistory {
    private static final int CHILDREN = 150;
    private static final int DISABLED = 40;
    private static final int OTHERS = 15;
    private static final int EVERYBODY = 1_000;
    private static final int MONTHS = 2;
    private static final List<Line> LINES = List.of(
            new Line("gaoling-jintie", "", OTHERS),
            new Line("canji-shenghuo", "disabilityGrade", DISABLED),
            new Line("canji-huli", "disabilityGrade", DISABLED),
            new Line("guer", "fatherState", CHILDREN),
            new Line("shishi-wuren", "fatherState", CHILDREN),
            new Line("youfu", "veteranKind", OTHERS),
            new Line("yanglao-huli", "assessedLevel", DISABLED),
            new Line("yanglao-fuwu", "assessedLevel", EVERYBODY),
            new Line("yanglao-xiaofeiquan", "assessedLevel", EVERYBODY));
    private final Interpreter interpreter = new Interpreter();
    private final Policy policy;
    private final Benefits benefits;
    private final Divisions divisions;

    WelfareHistory(Policy policy, Benefits benefits, Divisions divisions) {
        this.policy = policy;
        this.benefits = benefits;
        this.divisions = divisions;
    }

    /**
     * A matter, the fact that puts a person on its register (empty: being of age), and how many of a thousand it
     * misses; what is a service misses everybody, for money is not how it is given.
     */
    private record Line(MatterId matter, String register, int missesPerMille) {
        Line(String matter, String register, int missesPerMille) {
            this(new MatterId(matter), register, missesPerMille);
        }

        boolean concerns(Relative person, List<Fact> facts, LocalDate today) {
            return register.isEmpty()
                    ? !person.identity().birth().plusYears(60).isAfter(today)
                    : facts.stream().anyMatch(fact -> fact.name().equals(register));
        }
    }

    /** What came of it: the awards that were imported, and what is planted in them. */
    record Awarded(int persons, List<Truth> truths) {}

    Awarded grant(List<Drawn> households, Set<HouseholdId> onDibao, Chance chance, LocalDate today) {
        YearMonth from = YearMonth.from(today).minusMonths(MONTHS);
        var awards = new ArrayList<Entitlement>();
        var truths = new ArrayList<Truth>();
        for (Drawn drawn : households) {
            boolean poor = onDibao.contains(drawn.family().id());
            for (Relative person : drawn.family().relatives()) {
                List<Fact> now = facts(drawn, person, today);
                for (Line line : LINES) {
                    if (person.diedOn().isEmpty() && line.concerns(person, now, today)) {
                        Money due = monthly(line, drawn, poor, now, today);
                        LocalDate then = from.atDay(1);
                        Money before = monthly(line, drawn, poor, facts(drawn, person, then), then);
                        boolean awarded = before.isPositive() && !chance.perMille(line.missesPerMille());
                        if (awarded) {
                            awards.add(award(line, drawn, person, before, from, chance));
                        }
                        planted(awarded ? before : Money.ZERO, due)
                                .ifPresent(kind -> truths.add(truth(kind, line, drawn, person, today)));
                    }
                }
            }
        }
        benefits.importHistory(
                awards.stream().map(each -> new Award(each, List.of())).toList());
        return new Awarded(awards.size(), truths);
    }

    private static Optional<Kind> planted(Money received, Money due) {
        if (received.equals(due)) {
            return Optional.empty();
        }
        if (received.isPositive()) {
            return Optional.of(due.isPositive() ? Kind.PERSON_PAID_AN_OLD_RATE : Kind.PERSON_RECEIVING_NOT_ENTITLED);
        }
        return Optional.of(Kind.PERSON_ENTITLED_NOT_RECEIVING);
    }

    /** What the rules gave on the day, in money or in services; nothing where they gave nothing or could not tell. */
    private Money monthly(Line line, Drawn drawn, boolean poor, List<Fact> facts, LocalDate day) {
        var sheet = new FactSheet(List.of(new Fact("receivesDibao", poor, "SYSTEM", "")), List.of(facts));
        var asked = new Supposing(sheet.persons().getFirst(), java.util.Map.of());
        var answer =
                interpreter.determine(policy.pack(line.matter()), drawn.family().place(), day, sheet, asked);
        return answer.outcome() instanceof Outcome.Entitled(var grants)
                ? Money.sum(grants.stream().map(WelfareHistory::amount))
                : Money.ZERO;
    }

    private static Money amount(Grant grant) {
        return switch (grant) {
            case Grant.Monthly monthly -> monthly.amount();
            case Grant.Service service -> service.monthly();
            case Grant.OneOff ignored -> Money.ZERO;
            case Grant.Identity ignored -> Money.ZERO;
            case Grant.Document ignored -> Money.ZERO;
        };
    }

    private List<Fact> facts(Drawn drawn, Relative person, LocalDate day) {
        FactsDictionary dictionary = policy.packs().dictionary();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("person", person.id().toString(), "REGISTER", ""));
        facts.add(new Fact("birthDate", person.identity().birth(), "REGISTER", ""));
        drawn.facts().stream()
                .filter(fact -> fact.subject().id().equals(person.id().value())
                        && fact.valid().contains(day))
                .forEach(fact -> dictionary
                        .find(fact.name())
                        .ifPresent(kind -> facts.add(
                                new Fact(fact.name(), kind.parse(fact.value()), fact.source(), fact.evidence()))));
        return facts;
    }

    private Entitlement award(Line line, Drawn drawn, Relative person, Money monthly, YearMonth from, Chance chance) {
        return new Entitlement(
                new EntitlementId(chance.id()),
                line.matter(),
                new Subject.OfPerson(person.id()),
                payee(drawn, person).id(),
                monthly,
                from,
                Optional.empty(),
                new CaseFileId(chance.id()),
                divisions.areaOf(drawn.family().place()));
    }

    /** A child's money goes to the head, who raises it. */
    private static Relative payee(Drawn drawn, Relative person) {
        return person.account().isPresent()
                ? person
                : drawn.family().relatives().getFirst();
    }

    private static Truth truth(Kind kind, Line line, Drawn drawn, Relative person, LocalDate today) {
        return new Truth(kind, drawn.family(), person.name(), today, "", line.matter(), Optional.of(person.id()));
    }
}
