package org.weimin.demo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weimin.facts.RecordFact;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.PersonId;
import org.weimin.people.Family;
import org.weimin.people.Family.Relative;
import org.weimin.people.Kinship;

/** 主线人物: the few residents of one community whom a newcomer, and every journey, finds by name. */
final class MainJourney {
    static final DivisionCode COMMUNITY = new DivisionCode("310117003001");
    private final County county;
    private final LocalDate today;

    MainJourney(County county, LocalDate today) {
        this.county = county;
        this.today = today;
    }

    List<Drawn> households() {
        var all = new ArrayList<>(List.of(toBeGranted(), toBeRefused(), toBeStopped(), relativeOfTheClerk(), rare()));
        all.addAll(homonyms());
        return all;
    }

    /** An old couple with almost nothing: entitled beyond doubt. */
    private Drawn toBeGranted() {
        Relative head = person("02", "陈桂芳", false, LocalDate.of(1958, 3, 9));
        Relative spouse = person("10", "李国华", true, LocalDate.of(1955, 11, 20));
        Family family = family("文诚路86弄12号302室", List.of(head, spouse), marriage(head, spouse));
        List<RecordFact> facts = checked(family, "8600.00", 0);
        facts.add(income(head, "transfer", 420));
        facts.add(income(spouse, "transfer", 480));
        return new Drawn(family, facts, List.of(truth(family, "申请应予批准：人均收入低于标准")));
    }

    /** Three who earn: clearly above the standard, so a first refusal with its reasons. */
    private Drawn toBeRefused() {
        Relative head = person("02", "周建军", true, LocalDate.of(1979, 6, 14));
        Relative spouse = person("10", "孙晓燕", false, LocalDate.of(1981, 1, 30));
        Relative son = person("20", "周子轩", true, LocalDate.of(2012, 9, 2));
        Family family = family(
                "思贤路520弄7号1101室",
                List.of(head, spouse, son),
                List.of(
                        new Kinship(head.id(), spouse.id(), Kinship.Kind.SPOUSE),
                        new Kinship(son.id(), head.id(), Kinship.Kind.PARENT),
                        new Kinship(son.id(), spouse.id(), Kinship.Kind.PARENT)));
        List<RecordFact> facts = checked(family, "56000.00", 1);
        facts.add(income(head, "wage", 8200));
        facts.add(income(spouse, "wage", 5600));
        return new Drawn(family, facts, List.of(truth(family, "申请应不予批准：人均收入高于标准")));
    }

    /** Receives since last year; now the daughter earns well: to be heard, then stopped. */
    private Drawn toBeStopped() {
        Relative head = person("02", "吴秀兰", false, LocalDate.of(1966, 5, 17));
        Relative daughter = person("30", "蒋丽", false, LocalDate.of(1996, 8, 5));
        Family family = family(
                "北翠路199弄3号501室",
                List.of(head, daughter),
                List.of(new Kinship(daughter.id(), head.id(), Kinship.Kind.PARENT)));
        List<RecordFact> facts = checked(family, "12000.00", 0);
        facts.add(income(head, "transfer", 300));
        // Nobody fills in a form for a review: what the other bureaus found nothing of is recorded as nothing.
        List.of("wage", "business", "property").forEach(kind -> facts.add(income(head, kind, 0)));
        List.of("business", "property", "transfer").forEach(kind -> facts.add(income(daughter, kind, 0)));
        LocalDate employed = today.minusMonths(13).withDayOfMonth(1);
        facts.add(Means.until(income(daughter, "wage", 0), employed));
        facts.add(county.means().income(daughter, "wage", 12800, "社会保险缴费记录", employed));
        return new Drawn(
                family,
                facts,
                List.of(
                        truth(family, "正在领取，女儿就业后应听取意见并停发"),
                        new Truth(Truth.Kind.RECEIVING_DESPITE_INCOME, family, "吴秀兰", today, "女儿就业，人均收入高于标准")));
    }

    /** The father of the street's own clerk: she may not decide here. */
    private Drawn relativeOfTheClerk() {
        Relative head = person("02", "沈国强", true, LocalDate.of(1956, 2, 11));
        Relative clerk = person("30", "沈丽华", false, LocalDate.of(1988, 10, 3));
        Family family = family(
                "江学路301弄15号202室",
                List.of(head, clerk),
                List.of(new Kinship(clerk.id(), head.id(), Kinship.Kind.PARENT)));
        List<RecordFact> facts = checked(family, "30000.00", 0);
        facts.add(income(head, "transfer", 3900));
        facts.add(income(clerk, "wage", 9600));
        return new Drawn(family, facts, List.of(truth(family, "街道经办人沈丽华之父，经办人应当回避")));
    }

    private Drawn rare() {
        Relative head = person("02", "欧阳𠅤", true, LocalDate.of(1972, 7, 1));
        Relative spouse = person("10", "王䶮", false, LocalDate.of(1974, 4, 21));
        Relative daughter = person("30", "欧阳㛃", false, LocalDate.of(2001, 12, 12));
        Family family = family(
                "茸惠路88弄2号601室",
                List.of(head, spouse, daughter),
                List.of(
                        new Kinship(head.id(), spouse.id(), Kinship.Kind.SPOUSE),
                        new Kinship(daughter.id(), head.id(), Kinship.Kind.PARENT)));
        List<RecordFact> facts = checked(family, "90000.00", 1);
        facts.add(income(head, "wage", 10200));
        return new Drawn(
                family, facts, List.of(new Truth(Truth.Kind.RARE_NAME, family, head.name(), today, "三个生僻字姓名")));
    }

    /** Three of one name in one community. */
    private List<Drawn> homonyms() {
        var all = new ArrayList<Drawn>();
        for (int i = 0; i < 3; i++) {
            Relative head = person("02", "张伟", true, LocalDate.of(1970 + 7 * i, 3 + i, 8));
            Family family = family("谷阳北路" + (210 + i) + "弄1号10" + (i + 1) + "室", List.of(head), List.of());
            List<RecordFact> facts = checked(family, "40000.00", 0);
            facts.add(income(head, "wage", 6800 + 900L * i));
            all.add(new Drawn(family, facts, List.of(new Truth(Truth.Kind.HOMONYM, family, "张伟", today, "同一社区三人同名"))));
        }
        return all;
    }

    private Relative person(String relation, String name, boolean male, LocalDate birth) {
        return new Relative(
                new PersonId(county.chance().id()),
                county.numbers().identity(birth, male),
                name,
                relation,
                "",
                Optional.of(county.numbers().account()),
                Optional.empty());
    }

    private Family family(String address, List<Relative> people, List<Kinship> kin) {
        return new Family(new HouseholdId(county.chance().id()), COMMUNITY, address, today.minusYears(6), people, kin);
    }

    private static List<Kinship> marriage(Relative one, Relative other) {
        return List.of(new Kinship(one.id(), other.id(), Kinship.Kind.SPOUSE));
    }

    private RecordFact income(Relative person, String kind, long yuan) {
        return county.means()
                .income(person, kind, yuan, "社会保险记录", today.minusMonths(26).withDayOfMonth(1));
    }

    /** What other bureaus have already confirmed; income that nobody earns is left to be declared at the window. */
    private List<RecordFact> checked(Family family, String assets, int cars) {
        LocalDate from = today.minusMonths(26).withDayOfMonth(1);
        var facts = new ArrayList<RecordFact>();
        facts.add(county.means().owned(family, "financialAssets", assets, from));
        facts.add(county.means().owned(family, "dwellings", "1", from));
        facts.add(county.means().owned(family, "dwellingArea", "56", from));
        facts.add(county.means().owned(family, "cars", Integer.toString(cars), from));
        facts.add(county.means().owned(family, "businessPremises", "0", from));
        facts.add(county.means().owned(family, "businessCapital", "0.00", from));
        return facts;
    }

    private Truth truth(Family family, String note) {
        return new Truth(
                Truth.Kind.MAIN_JOURNEY, family, family.relatives().getFirst().name(), today, note);
    }
}
