package org.weimin.eligibility;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.eligibility.internal.FactGathering;
import org.weimin.eligibility.internal.StoredFacts;
import org.weimin.engine.AllAtOnce;
import org.weimin.engine.Cliff;
import org.weimin.engine.Determination;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Fact;
import org.weimin.engine.FactSheet;
import org.weimin.engine.Interpreter;
import org.weimin.engine.Pack;
import org.weimin.engine.Supposing;
import org.weimin.facts.Income;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.Household;
import org.weimin.people.Organisations;
import org.weimin.people.People;
import org.weimin.people.Person;
import org.weimin.policy.Policy;

/** 资格测算: the front desk of this room. */
@Service
@Transactional(readOnly = true)
public class Eligibility {
    private static final String LINE = "standard";
    private static final Money TEN = Money.yuan("10.00");
    private static final Money HALF_A_HUNDRED = Money.yuan("50.00");
    private static final int MOST_STEPS = 40;
    private final Interpreter interpreter = new Interpreter();
    private final Policy policy;
    private final People people;
    private final Organisations organisations;
    private final FactGathering gathering;

    Eligibility(Policy policy, People people, Organisations organisations, FactGathering gathering) {
        this.policy = policy;
        this.people = people;
        this.organisations = organisations;
        this.gathering = gathering;
    }

    /** The answer of the day's law on what is known today; a stop is asked of the matter that it stops. */
    public Determination determine(MatterId matter, HouseholdId household, LocalDate asOf) {
        return determine(matter, household, asOf, Supposing.NOTHING);
    }

    /** The answer for one member, by a matter that judges persons. */
    public Determination determine(MatterId matter, HouseholdId household, PersonId person, LocalDate asOf) {
        return determine(matter, household, asOf, new Supposing(person.toString(), Map.of()));
    }

    /** The answer for whoever the matter judges: a household, a person with or without one, an organisation. */
    public Determination determine(MatterId matter, Subject subject, LocalDate asOf) {
        return switch (subject) {
            case Subject.OfHousehold(var household) -> determine(matter, household, asOf);
            case Subject.OfPerson(var person) ->
                people.householdOf(person, asOf)
                        .map(household -> determine(matter, household, person, asOf))
                        .orElseGet(() -> alone(matter, people.person(person), asOf));
            case Subject.OfOrganisation(var organisation) -> {
                Pack pack = judging(matter);
                FactSheet facts = gathering.ofOrganisation(pack, organisation, asOf);
                var area = organisations.get(organisation).area();
                yield interpreter.determine(pack, area, asOf, facts, Supposing.NOTHING);
            }
        };
    }

    /** Somebody who lives in no household of the register is judged alone. */
    private Determination alone(MatterId matter, Person person, LocalDate asOf) {
        Pack pack = judging(matter);
        FactSheet facts = gathering.ofPersonAlone(pack, person, asOf);
        var supposing = new Supposing(person.id().toString(), Map.of());
        return interpreter.determine(pack, person.area(), asOf, facts, supposing);
    }

    private Pack judging(MatterId matter) {
        return policy.pack(policy.pack(matter).assessedBy());
    }

    /** 一户通算: every matter for the household at once, with what gives way to what. */
    public AllAtOnce.Answer everything(HouseholdId household, LocalDate asOf) {
        Household members = people.household(household, asOf);
        return all().of(members.area(), asOf, gathering.sheet(incomePack(), members, asOf));
    }

    /** The same as if the household had signed already that its means may be checked. */
    public AllAtOnce.Answer everythingIfApplied(HouseholdId household, LocalDate asOf) {
        Household members = people.household(household, asOf);
        FactSheet facts = gathering.asIfSigned(gathering.sheet(incomePack(), members, asOf));
        return all().of(members.area(), asOf, facts);
    }

    /** 自测: the same for a household that was only described; nobody knows whose it is, and nothing is kept. */
    public AllAtOnce.Answer everything(DivisionCode place, LocalDate asOf, FactSheet described) {
        return all().of(place, asOf, described);
    }

    /** 明显不符: what the registers rule out for the household or its members, whatever a form will still tell. */
    public List<Determination> ruledOut(HouseholdId household, LocalDate asOf) {
        Household members = people.household(household, asOf);
        FactSheet known = gathering.asIfSigned(gathering.sheet(incomePack(), members, asOf));
        return policy.packs().list().stream()
                .filter(pack -> pack.matter().acts() == Pack.Acts.GRANT && pack.isInForce(asOf))
                .filter(pack -> pack.matter().unit() != Pack.Unit.ORGANISATION)
                .flatMap(pack -> answers(pack, members.area(), asOf, known))
                .filter(answer -> answer.outcome() instanceof Outcome.NotEntitled)
                .toList();
    }

    private Stream<Determination> answers(Pack pack, DivisionCode place, LocalDate asOf, FactSheet known) {
        FactSheet facts = known.awaiting(pack.editionOn(asOf).form());
        Stream<String> judged = pack.matter().judgesPersons() ? facts.persons().stream() : Stream.of("");
        return judged.map(person -> interpreter.determine(pack, place, asOf, facts, new Supposing(person, Map.of())));
    }

    /** Over how many months income is added up at a place. */
    public int incomeMonths(DivisionCode place, LocalDate asOf) {
        return gathering.months(incomePack(), place, asOf);
    }

    /** 悬崖效应: what the household has in all while a member earns nothing, a little, and up to twice the line. */
    public Reach cliff(HouseholdId household, PersonId earner, LocalDate asOf) {
        Household members = people.household(household, asOf);
        Pack pack = incomePack();
        int months = gathering.months(pack, members, asOf);
        FactSheet sheet = gathering.asIfSigned(gathering.sheet(pack, members, asOf));
        Money line = line(members.area(), asOf);
        var way = way(line, members.members().size());
        var cliff = Cliff.of(
                new Cliff.Question(all(), members.area(), asOf),
                sheet,
                new Cliff.Earner(earner.toString(), Income.WAGE.total(), months),
                way);
        Money now = sheet.find(earner.toString(), Income.WAGE.total())
                .filter(Fact::isSettled)
                .map(fact -> Money.yuan(((BigDecimal) fact.value())
                        .divide(BigDecimal.valueOf(months), 2, RoundingMode.HALF_UP)
                        .toPlainString()))
                .orElse(Money.ZERO);
        return new Reach(cliff, line, now);
    }

    /** 测算范围: the cliff, the line that it was measured by, and what the earner brings home today. */
    public record Reach(Cliff cliff, Money line, Money now) {}

    /** In steps of whole fifty yuan, no more than so many of them, up to twice the line for everybody together. */
    private static Cliff.Way way(Money line, int members) {
        long most = line.fen() * 2 * Math.max(1, members);
        long step = Math.max(1, Math.ceilDiv(most, MOST_STEPS * HALF_A_HUNDRED.fen())) * HALF_A_HUNDRED.fen();
        return new Cliff.Way(new Money(step), Math.toIntExact(Math.ceilDiv(most, step)), TEN);
    }

    /** The line from which a place reckons what is poor, as the first matter that has one knows it. */
    private Money line(DivisionCode place, LocalDate asOf) {
        return policy.packs().list().stream()
                .filter(pack -> pack.findParameter(LINE).isPresent() && pack.isInForce(asOf))
                .findFirst()
                .map(pack -> Money.yuan(pack.value(LINE, place, asOf).value()))
                .orElseThrow(() -> new NotFound(LINE));
    }

    /** Any of the matters that add up income: the months are a parameter that they share. */
    private Pack incomePack() {
        return policy.packs().list().stream()
                .filter(gathering::addsUpIncome)
                .findFirst()
                .orElseThrow(() -> new NotFound("incomeWindowMonths"));
    }

    private AllAtOnce all() {
        return new AllAtOnce(policy.packs().list(), policy.packs().overlaps());
    }

    /** What an application would lead to: as if the household had signed already that its means may be checked. */
    public Determination asIfApplied(MatterId matter, HouseholdId household, LocalDate asOf) {
        return asIfApplied(matter, household, asOf, Supposing.NOTHING);
    }

    /** The same for one member, by a matter that judges persons. */
    public Determination asIfApplied(MatterId matter, HouseholdId household, PersonId person, LocalDate asOf) {
        return asIfApplied(matter, household, asOf, new Supposing(person.toString(), Map.of()));
    }

    private Determination asIfApplied(MatterId matter, HouseholdId household, LocalDate asOf, Supposing supposing) {
        Pack pack = policy.pack(matter);
        Household members = people.household(household, asOf);
        FactSheet facts = gathering.asIfSigned(gathering.sheet(pack, members, asOf));
        return interpreter.determine(pack, members.area(), asOf, facts, supposing);
    }

    private Determination determine(MatterId matter, HouseholdId household, LocalDate asOf, Supposing supposing) {
        Pack pack = judging(matter);
        Household members = people.household(household, asOf);
        FactSheet facts = gathering.sheet(pack, members, asOf);
        return interpreter.determine(pack, members.area(), asOf, facts, supposing);
    }

    /** The same question again, on the facts and the published edition that were used then. */
    public Determination again(Determination before) {
        Pack pack = policy.published(before.matter(), before.packVersion());
        var supposing = new Supposing(before.question().person(), Map.of());
        FactSheet facts = StoredFacts.of(before, pack.dictionary());
        return interpreter.determine(pack, before.place(), before.asOf(), facts, supposing);
    }

    /** The answer in the words of the request's language, for pages and paper. */
    public Explanation explain(Determination determination) {
        return Explanation.of(determination, policy.pack(determination.matter()));
    }
}
