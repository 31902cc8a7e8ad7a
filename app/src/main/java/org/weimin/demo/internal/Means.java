package org.weimin.demo.internal;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.weimin.facts.RecordFact;
import org.weimin.kernel.Money;
import org.weimin.kernel.Subject;
import org.weimin.people.Family;
import org.weimin.people.Family.Relative;

/** 家底: draws what people earn and own. Ordinary households stand well above any allowance, poor ones well below. */
final class Means {
    private static final int ORDINARY_LEAST_YUAN = 3_600;
    private static final List<String> DISABILITIES =
            List.of("VISUAL", "HEARING", "LIMB", "LIMB", "INTELLECTUAL", "MENTAL");
    private final Chance chance;
    private final LocalDate today;
    private final org.weimin.kernel.Period known;

    Means(Chance chance, LocalDate today) {
        this.chance = chance;
        this.today = today;
        this.known = org.weimin.kernel.Period.since(today.minusMonths(26).withDayOfMonth(1));
    }

    List<RecordFact> ordinary(Family family) {
        var facts = new ArrayList<RecordFact>();
        long yuan = 0;
        for (Relative person : family.relatives()) {
            condition(facts, person, 20, 10);
            yuan += livelihood(facts, person);
        }
        long missing = (long) ORDINARY_LEAST_YUAN * family.relatives().size() - yuan;
        if (missing > 0) {
            income(facts, family.relatives().getFirst(), "property", missing, "房屋租赁备案");
        }
        property(
                facts,
                family,
                chance.between(20, 900) * 1000L,
                chance.weighted(80, 20) + 1,
                chance.weighted(45, 47, 8));
        return facts;
    }

    /** Below any standard, with little saved, one flat and no car; all of it checked, so that nothing is unknown. */
    List<RecordFact> poor(Family family) {
        var facts = new ArrayList<RecordFact>();
        for (Relative person : family.relatives()) {
            condition(facts, person, 330, 160);
            boolean grown = age(person) >= 18;
            int transfer = grown ? chance.between(0, 12) * 50 : 0;
            int wage = grown && age(person) < 60 && chance.perMille(300) ? chance.between(3, 8) * 100 : 0;
            income(facts, person, "wage", wage, "社会保险缴费记录");
            income(facts, person, "business", 0, "市场主体登记查询");
            income(facts, person, "property", 0, "不动产登记查询");
            income(facts, person, "transfer", transfer, "养老保险发放记录");
        }
        property(facts, family, chance.between(0, 15) * 1000L, 1, 0);
        return facts;
    }

    RecordFact income(Relative person, String kind, long yuan, String evidence, LocalDate from) {
        return new RecordFact(
                new Subject.OfPerson(person.id()),
                kind,
                new Money(yuan * 100).plain(),
                org.weimin.kernel.Period.since(from),
                "CHECKED",
                evidence);
    }

    /** The same fact, true only until the day. */
    static RecordFact until(RecordFact fact, LocalDate end) {
        return new RecordFact(
                fact.subject(),
                fact.name(),
                fact.value(),
                org.weimin.kernel.Period.between(fact.valid().from(), end),
                fact.source(),
                fact.evidence());
    }

    RecordFact owned(Family family, String name, String value, LocalDate from) {
        return new RecordFact(
                new Subject.OfHousehold(family.id()),
                name,
                value,
                org.weimin.kernel.Period.since(from),
                "CHECKED",
                "家庭经济状况核对报告");
    }

    private void income(List<RecordFact> facts, Relative person, String kind, long yuan, String evidence) {
        facts.add(income(person, kind, yuan, evidence, known.from()));
    }

    /** Returns the yuan a month that the person brings home. */
    private long livelihood(List<RecordFact> facts, Relative person) {
        int age = age(person);
        if (age < 16) {
            return 0;
        }
        if (age < 23 && chance.perMille(750)) {
            about(facts, person, "student", "true", "学籍登记");
            return 0;
        }
        if (age >= (person.identity().isMale() ? 60 : 55)) {
            int pension = chance.between(22, 58) * 100;
            income(facts, person, "transfer", pension, "养老保险发放记录");
            return pension;
        }
        return switch (chance.weighted(82, 8, 10)) {
            case 0 -> {
                int wage = (chance.between(35, 95) + chance.between(0, 60)) * 100;
                income(facts, person, "wage", wage, "社会保险缴费记录");
                yield wage;
            }
            case 1 -> {
                int business = chance.between(40, 220) * 100;
                income(facts, person, "business", business, "个人所得税申报");
                yield business;
            }
            default -> 0;
        };
    }

    private void condition(List<RecordFact> facts, Relative person, int disabledPerMille, int illPerMille) {
        if (chance.perMille(disabledPerMille)) {
            int grade = chance.between(1, 4);
            about(facts, person, "disabilityType", chance.of(DISABILITIES), "残疾人证");
            about(facts, person, "disabilityGrade", Integer.toString(grade), "残疾人证");
            about(facts, person, "labourAbility", grade == 1 ? "NONE" : grade == 2 ? "PART" : "ABLE", "劳动能力鉴定");
        }
        if (chance.perMille(illPerMille)) {
            about(facts, person, "seriousIllness", "true", "医疗保障部门重病认定");
        }
    }

    private void about(List<RecordFact> facts, Relative person, String name, String value, String evidence) {
        facts.add(new RecordFact(new Subject.OfPerson(person.id()), name, value, known, "REGISTER", evidence));
    }

    private void property(List<RecordFact> facts, Family family, long assetsYuan, int dwellings, int cars) {
        LocalDate from = known.from();
        facts.add(owned(family, "financialAssets", new Money(assetsYuan * 100).plain(), from));
        facts.add(owned(family, "dwellings", Integer.toString(dwellings), from));
        facts.add(owned(family, "dwellingArea", Integer.toString(dwellings * chance.between(38, 96)), from));
        facts.add(owned(family, "cars", Integer.toString(cars), from));
        facts.add(owned(family, "businessPremises", "0", from));
        facts.add(owned(family, "businessCapital", "0.00", from));
    }

    private int age(Relative person) {
        return Period.between(person.identity().birth(), today).getYears();
    }
}
