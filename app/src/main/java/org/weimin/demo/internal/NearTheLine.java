package org.weimin.demo.internal;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.weimin.divisions.Division;
import org.weimin.facts.RecordFact;
import org.weimin.kernel.Subject;
import org.weimin.people.Family;
import org.weimin.people.Family.Relative;

/**
 * 线边家庭: households whose income is just below a line or just above it. For those below a little more earned would cost
 * more than it brings; those above have less than neighbours who earn less.
 */
final class NearTheLine {
    private static final int SCHOOL_AGE = 7;
    private static final int KNOWN_FOR_MONTHS = 40;
    private static final int NEAREST_YUAN = 5;
    private static final int FARTHEST_BELOW_YUAN = 50;
    private static final int FARTHEST_ABOVE_YUAN = 280;
    private final County county;
    private final List<Division> communities;
    private final LocalDate today;
    private final Lines lines;

    /** What counts per person, from where on nothing is left to be granted, and how much of wages is left out. */
    record Lines(int allowanceYuan, int marginYuan, int disregardYuan) {}

    NearTheLine(County county, List<Division> communities, LocalDate today, Lines lines) {
        this.county = county;
        this.communities = communities.stream()
                .filter(community -> !community.code().equals(MainJourney.COMMUNITY))
                .toList();
        this.today = today;
        this.lines = lines;
    }

    /** In the street of the main journey more than elsewhere: few are compared with nobody. */
    List<Drawn> draw() {
        List<Division> street = communities.stream()
                .filter(community -> MainJourney.COMMUNITY.town().contains(community.code()))
                .toList();
        return Stream.of(
                        some(9, street, this::withSchoolchild),
                        some(3, street, this::withSchoolchildAbove),
                        some(7, street, this::singleParent),
                        some(3, street, this::pensioners),
                        some(2, street, this::bothDisabled),
                        some(16, communities, this::withSchoolchild),
                        some(6, communities, this::withSchoolchildAbove),
                        some(8, communities, this::singleParent),
                        some(6, communities, this::pensioners),
                        some(4, communities, this::bothDisabled))
                .flatMap(drawn -> drawn)
                .toList();
    }

    private Stream<Drawn> some(int many, List<Division> places, Function<Division, Drawn> one) {
        return Stream.generate(() -> one.apply(county.chance().of(places))).limit(places.isEmpty() ? 0 : many);
    }

    /** One parent earns for three; the child counts for more than the line that decides whether anything is given. */
    private Drawn withSchoolchild(Division community) {
        return onTheAllowance(threeOfUs(community, -below()), "人均收入略低于标准，一人挣钱，孩子在读");
    }

    private Drawn withSchoolchildAbove(Division community) {
        Drawn drawn = threeOfUs(community, county.chance().between(NEAREST_YUAN, FARTHEST_ABOVE_YUAN));
        return Drawn.ordinary(drawn.family(), drawn.facts());
    }

    private Drawn threeOfUs(Division community, int fromTheLineYuan) {
        Family family = county.households().couple(community, 36, 44, 1);
        List<RecordFact> facts = means(family);
        earns(facts, family, 0, 3 * lines.allowanceYuan() + lines.disregardYuan() + fromTheLineYuan);
        about(facts, family, 1, "labourAbility", "PART", "劳动能力鉴定");
        atSchool(facts, family);
        return Drawn.ordinary(family, facts);
    }

    private Drawn singleParent(Division community) {
        Family family = county.households().singleParent(community);
        List<RecordFact> facts = means(family);
        earns(facts, family, 0, 2 * lines.allowanceYuan() + lines.disregardYuan() - below());
        disabled(facts, family, 0);
        atSchool(facts, family);
        return onTheAllowance(Drawn.ordinary(family, facts), "人均收入略低于标准，单亲，家长重残");
    }

    private Drawn pensioners(Division community) {
        Family family = county.households().couple(community, 72, 79, 0);
        return onTheAllowance(
                Drawn.ordinary(family, pensions(family, 2 * lines.allowanceYuan() - below())), "养老金合计略低于标准");
    }

    /** Below the margin, not below the allowance: what they have hangs on being found to be there. */
    private Drawn bothDisabled(Division community) {
        Family family = county.households().couple(community, 51, 57, 0);
        List<RecordFact> facts = pensions(family, 2 * lines.marginYuan() - below());
        disabled(facts, family, 0);
        disabled(facts, family, 1);
        return Drawn.ordinary(family, facts);
    }

    private Drawn onTheAllowance(Drawn drawn, String note) {
        Relative head = drawn.family().relatives().getFirst();
        return new Drawn(
                drawn.family(),
                drawn.facts(),
                List.of(new Truth(Truth.Kind.RECEIVING_RIGHTLY, drawn.family(), head.name(), today, note)));
    }

    private int below() {
        return county.chance().between(NEAREST_YUAN, FARTHEST_BELOW_YUAN);
    }

    /** As poor as those who are drawn poor, but for income and health. */
    private List<RecordFact> means(Family family) {
        var facts = new ArrayList<RecordFact>();
        for (RecordFact fact : county.means().poor(family)) {
            switch (fact.name()) {
                case "disabilityType", "disabilityGrade", "labourAbility", "seriousIllness" -> {}
                case "wage", "transfer", "business", "property" -> facts.add(told(fact, "0.00"));
                default -> facts.add(fact);
            }
        }
        // Whoever might be supported by others is somebody of whom no other matter could tell before that is known.
        for (int which = 0; which < family.relatives().size(); which++) {
            about(facts, family, which, "supporters", "ABLE", "入户调查");
        }
        return facts;
    }

    private List<RecordFact> pensions(Family family, int yuan) {
        List<RecordFact> facts = means(family);
        receives(facts, family, 0, "transfer", yuan / 2);
        receives(facts, family, 1, "transfer", yuan - yuan / 2);
        return facts;
    }

    private void earns(List<RecordFact> facts, Family family, int which, int yuan) {
        receives(facts, family, which, "wage", yuan);
    }

    private void receives(List<RecordFact> facts, Family family, int which, String kind, int yuan) {
        var person = family.relatives().get(which).id().value();
        facts.replaceAll(fact ->
                fact.name().equals(kind) && fact.subject().id().equals(person) ? told(fact, yuan + ".00") : fact);
    }

    /** For longer than anybody of them has been on the allowance, and the months before that were added up for it. */
    private RecordFact told(RecordFact fact, String value) {
        LocalDate from = today.minusMonths(KNOWN_FOR_MONTHS).withDayOfMonth(1);
        return new RecordFact(
                fact.subject(),
                fact.name(),
                value,
                org.weimin.kernel.Period.since(from),
                fact.source(),
                fact.evidence());
    }

    private void disabled(List<RecordFact> facts, Family family, int which) {
        about(facts, family, which, "disabilityType", "LIMB", "残疾人证");
        about(facts, family, which, "disabilityGrade", "2", "残疾人证");
        about(facts, family, which, "labourAbility", "PART", "劳动能力鉴定");
    }

    private void atSchool(List<RecordFact> facts, Family family) {
        int last = family.relatives().size() - 1;
        LocalDate birth = family.relatives().get(last).identity().birth();
        if (Period.between(birth, today).getYears() >= SCHOOL_AGE) {
            about(facts, family, last, "student", "true", "学籍登记");
        }
    }

    private void about(List<RecordFact> facts, Family family, int which, String name, String value, String evidence) {
        facts.add(new RecordFact(
                new Subject.OfPerson(family.relatives().get(which).id()),
                name,
                value,
                facts.getFirst().valid(),
                "REGISTER",
                evidence));
    }
}
