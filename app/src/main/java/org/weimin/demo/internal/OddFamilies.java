package org.weimin.demo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.weimin.benefits.Award;
import org.weimin.benefits.Entitlement;
import org.weimin.divisions.Division;
import org.weimin.facts.RecordFact;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.StaffId;
import org.weimin.oversight.Anomaly.Kind;
import org.weimin.people.Family;
import org.weimin.people.Family.Relative;
import org.weimin.people.Kinship;

/** 疑点家庭: households in which something is odd, beside others that only look so. All are on the living allowance. */
final class OddFamilies {
    static final String CARE_HOME = "荣乐东路1288号";
    private static final int RESIDENTS_OF_THE_HOME = 40;
    private static final int AT_ONE_ADDRESS = 7;
    private static final int OF_ONE_VILLAGE = 9;
    private static final int STRANGERS = 5;
    private static final String SAME_INCOME = "436.00";
    private static final Set<String> OF_THE_BODY =
            Set.of("disabilityType", "disabilityGrade", "labourAbility", "seriousIllness");

    /** How an award was granted. */
    enum Approval {
        AS_USUAL,
        AT_NIGHT,
        IN_A_ROW,
        BY_KIN
    }

    private final County county;
    private final List<Division> communities;
    private final LocalDate today;
    private final List<Drawn> drawn = new ArrayList<>();
    private List<Family> oneCard = List.of();
    private List<Family> grandmothersCard = List.of();
    private List<Family> onePhone = List.of();
    private List<Family> mothersPhone = List.of();
    private List<Family> crowded = List.of();
    private List<Family> careHome = List.of();
    private List<Family> dead = List.of();
    private List<Family> diedLately = List.of();
    private List<Family> tooMuch = List.of();
    private List<Family> twice = List.of();
    private List<Family> two = List.of();
    private List<Family> sameIncome = List.of();
    private List<Family> mother = List.of();
    private List<Family> atNight = List.of();
    private List<Family> inNeed = List.of();
    private Optional<Relative> daughter = Optional.empty();

    OddFamilies(County county, List<Division> communities, LocalDate today) {
        this.county = county;
        this.communities = communities;
        this.today = today;
    }

    List<Drawn> draw() {
        Family.Account shared = county.numbers().account();
        oneCard = some(4, family -> headed(family, head -> with(head, head.name(), head.phone(), shared)));
        grandmothersCard = descendants(county.numbers().account(), "");
        onePhone = some(STRANGERS, family -> headed(family, head -> with(head, head.name(), "19966000001")));
        mothersPhone = descendants(county.numbers().account(), "19966000002");
        crowded = sameAddress(AT_ONE_ADDRESS, "新南路66弄8号");
        careHome = sameAddress(RESIDENTS_OF_THE_HOME, CARE_HOME);
        dead = some(4, family -> headed(family, head -> died(head, today.minusDays(75))));
        diedLately = some(3, family -> headed(family, head -> died(head, today.withDayOfMonth(1))));
        atNight = inOneTown(4);
        twice = oneHumanBeing();
        two = some(2, UnaryOperator.identity());
        sameIncome = village();
        mother = motherAndDaughter();
        Stream.of(oneCard, grandmothersCard, onePhone, mothersPhone, crowded, careHome, atNight, twice, two, mother)
                .flatMap(List::stream)
                .forEach(family -> drawn.add(onTheAllowance(family, poor(family))));
        Stream.concat(dead.stream(), diedLately.stream())
                .forEach(family -> drawn.add(onTheAllowance(family, poor(family))));
        sameIncome.forEach(family -> drawn.add(onTheAllowance(family, sameIncome(family))));
        // Paid too much among those of the home: like them in all but the amount.
        tooMuch = sameAddress(2, CARE_HOME);
        inNeed = some(2, UnaryOperator.identity());
        Stream.concat(tooMuch.stream(), inNeed.stream())
                .forEach(family -> drawn.add(Drawn.ordinary(family, poor(family))));
        return List.copyOf(drawn);
    }

    List<Family> paidTooMuch() {
        return tooMuch;
    }

    List<Family> drawsTwo() {
        return two;
    }

    List<Family> inNeed() {
        return inNeed;
    }

    PersonId director() {
        return head(careHome.getFirst());
    }

    DivisionCode careHomePlace() {
        return careHome.getFirst().place();
    }

    DivisionCode mothersPlace() {
        return mother.getFirst().place();
    }

    PersonId daughter() {
        return daughter.orElseThrow().id();
    }

    String daughterName() {
        return daughter.orElseThrow().name();
    }

    Approval approval(Entitlement award) {
        if (isOf(atNight, award)) {
            return Approval.AT_NIGHT;
        }
        if (isOf(careHome, award)) {
            return Approval.IN_A_ROW;
        }
        return isOf(mother, award) ? Approval.BY_KIN : Approval.AS_USUAL;
    }

    /** Which of its group the household is. */
    int number(Entitlement award) {
        List<UUID> group = Stream.of(atNight, careHome)
                .filter(families -> isOf(families, award))
                .flatMap(List::stream)
                .map(family -> family.id().value())
                .toList();
        return Math.max(0, group.indexOf(award.subject().id()));
    }

    /** What is odd about these households and about those that the county drew by itself. */
    List<Oddity> truth(List<Truth> drawnByItself, List<Award> awards, StaffId daughterAtWork) {
        var truth = new ArrayList<Oddity>();
        truth.add(planted(Kind.SHARED_CARD, oneCard, "四户互不相干的人共用一张卡"));
        truth.add(innocent(Kind.SHARED_CARD, grandmothersCard, "祖母替三户子女家庭代领"));
        truth.add(planted(Kind.SAME_PHONE, onePhone, "五户互不相干的人留同一个电话"));
        truth.add(innocent(Kind.SAME_PHONE, mothersPhone, "子女都留母亲的电话"));
        truth.add(planted(Kind.CROWDED_ADDRESS, crowded, "七户登记在同一住址"));
        truth.add(innocent(Kind.CROWDED_ADDRESS, careHome, "福利院四十人各立一户"));
        dead.forEach(each -> truth.add(planted(Kind.PAID_AFTER_DEATH, List.of(each), "死亡两个多月仍在发放")));
        diedLately.forEach(each -> truth.add(innocent(Kind.PAID_AFTER_DEATH, List.of(each), "本月死亡，当月照发")));
        tooMuch.forEach(each -> truth.add(planted(Kind.OUT_OF_LINE, List.of(each), "金额是同类家庭的数倍")));
        truth.add(planted(Kind.RECEIVED_TWICE, twice, "同一人用两个号码在两处领取"));
        two.forEach(each -> truth.add(planted(Kind.EXCLUDING, List.of(each), "低保、特困同时领取")));
        truth.add(planted(Kind.SAME_INCOME, sameIncome, "全村收入一分不差"));
        truth.add(planted(Kind.OFFICIAL_RELATIVE, mother, "街道经办人的母亲在本街道领低保"));
        truth.add(planted(Kind.ODD_HOUR, cases(atNight, awards), "凌晨审批四件"));
        truth.add(innocent(Kind.ODD_HOUR, inNeed, "急难救助深夜先行审批"));
        truth.add(planted(Kind.TOO_FAST, cases(careHome, awards), "十分钟审批四十件"));
        truth.add(planted(Kind.KIN_DECIDED, Set.of(daughterAtWork.value()), "女儿经办母亲的低保"));
        drawnByItself.stream()
                .filter(each -> each.kind() == Truth.Kind.SHARED_CARD)
                .forEach(each -> truth.add(
                        new Oddity(Kind.SHARED_CARD, Oddity.Sort.GENUINE, ids(List.of(each.family())), each.note())));
        drawnByItself.stream()
                .filter(each -> each.kind() == Truth.Kind.RECEIVING_AFTER_DEATH)
                .forEach(each -> truth.add(planted(Kind.PAID_AFTER_DEATH, List.of(each.family()), each.note())));
        drawnByItself.stream()
                .filter(each -> each.kind() == Truth.Kind.DUPLICATE_PERSON)
                .forEach(each -> truth.add(new Oddity(
                        Kind.RECEIVED_TWICE, Oddity.Sort.GENUINE, ids(List.of(each.family())), each.note())));
        return truth;
    }

    static PersonId head(Family family) {
        return family.relatives().getFirst().id();
    }

    private static Oddity planted(Kind kind, List<Family> families, String note) {
        return new Oddity(kind, Oddity.Sort.PLANTED, ids(families), note);
    }

    private static Oddity planted(Kind kind, Set<UUID> about, String note) {
        return new Oddity(kind, Oddity.Sort.PLANTED, about, note);
    }

    private static Oddity innocent(Kind kind, List<Family> families, String note) {
        return new Oddity(kind, Oddity.Sort.INNOCENT, ids(families), note);
    }

    private static Set<UUID> ids(List<Family> families) {
        var ids = new HashSet<UUID>();
        families.forEach(family -> {
            ids.add(family.id().value());
            ids.add(head(family).value());
        });
        return ids;
    }

    private static Set<UUID> cases(List<Family> families, List<Award> awards) {
        var cases = new HashSet<UUID>();
        awards.stream()
                .map(Award::entitlement)
                .filter(award -> isOf(families, award))
                .forEach(award -> cases.add(award.decidedBy().value()));
        return cases;
    }

    private static boolean isOf(List<Family> families, Entitlement award) {
        return families.stream()
                .anyMatch(family -> family.id().value().equals(award.subject().id()));
    }

    private List<Family> some(int many, UnaryOperator<Family> changed) {
        return Stream.generate(() -> changed.apply(single(community())))
                .limit(many)
                .toList();
    }

    private Division community() {
        return county.chance().of(communities);
    }

    private Family single(Division community) {
        return county.households().alone(community, 46, 59);
    }

    private List<Family> sameAddress(int many, String address) {
        Division community = communities.getFirst();
        return Stream.generate(() -> single(community))
                .limit(many)
                .map(family -> new Family(
                        family.id(), family.place(), address, family.since(), family.relatives(), family.kinships()))
                .toList();
    }

    private List<Family> inOneTown(int many) {
        Division community = communities.getLast();
        return Stream.generate(() -> single(community)).limit(many).toList();
    }

    /** A grandmother and her three grown children, each in a household; all use her card or her number. */
    private List<Family> descendants(Family.Account card, String phone) {
        Family oldest = headed(county.households().alone(community(), 60, 64), head -> changed(head, card, phone));
        var families = new ArrayList<Family>(List.of(oldest));
        for (int i = 0; i < 3; i++) {
            Family child = headed(county.households().alone(community(), 34, 40), head -> changed(head, card, phone));
            families.add(new Family(
                    child.id(),
                    child.place(),
                    child.address(),
                    child.since(),
                    child.relatives(),
                    List.of(new Kinship(head(child), head(oldest), Kinship.Kind.PARENT))));
        }
        return List.copyOf(families);
    }

    private Relative changed(Relative head, Family.Account card, String phone) {
        return phone.isEmpty() ? with(head, head.name(), head.phone(), card) : with(head, head.name(), phone);
    }

    /** The second registration has another number and another place, and the same name and birth date. */
    private List<Family> oneHumanBeing() {
        Family first = single(community());
        Relative once = first.relatives().getFirst();
        Family second = headed(
                single(community()),
                head -> new Relative(
                        head.id(),
                        county.numbers()
                                .identity(
                                        once.identity().birth(), once.identity().isMale()),
                        once.name(),
                        head.relation(),
                        head.phone(),
                        head.account(),
                        Optional.empty()));
        return List.of(first, second);
    }

    /** Nobody else of that community is on the allowance in the same numbers. */
    private List<Family> village() {
        Division community = communities.get(communities.size() / 2);
        return Stream.generate(() -> single(community)).limit(OF_ONE_VILLAGE).toList();
    }

    private List<Family> motherAndDaughter() {
        Division community = communities.get(communities.size() / 3);
        Family old = county.households().alone(community, 55, 59);
        Family young = county.households().alone(community, 27, 30);
        Relative child = young.relatives().getFirst();
        daughter = Optional.of(child);
        Family kin = new Family(
                young.id(),
                young.place(),
                young.address(),
                young.since(),
                young.relatives(),
                List.of(new Kinship(child.id(), head(old), Kinship.Kind.PARENT)));
        drawn.add(Drawn.ordinary(kin, county.means().ordinary(kin)));
        return List.of(old);
    }

    private Family headed(Family family, UnaryOperator<Relative> changed) {
        var people = new ArrayList<>(family.relatives());
        people.set(0, changed.apply(people.getFirst()));
        return county.with(family, people);
    }

    private static Relative with(Relative head, String name, String phone, Family.Account card) {
        return new Relative(head.id(), head.identity(), name, head.relation(), phone, Optional.of(card), head.diedOn());
    }

    private static Relative with(Relative head, String name, String phone) {
        return new Relative(head.id(), head.identity(), name, head.relation(), phone, head.account(), head.diedOn());
    }

    private static Relative died(Relative head, LocalDate on) {
        return new Relative(
                head.id(),
                head.identity(),
                head.name(),
                head.relation(),
                head.phone(),
                head.account(),
                Optional.of(on));
    }

    private Drawn onTheAllowance(Family family, List<RecordFact> facts) {
        return new Drawn(
                family,
                facts,
                List.of(new Truth(
                        Truth.Kind.ODD, family, family.relatives().getFirst().name(), today, "疑点核查用户")));
    }

    /** Nothing but poor: no disability, no illness, so that no other aid is due. */
    private List<RecordFact> poor(Family family) {
        return county.means().poor(family).stream()
                .filter(fact -> !OF_THE_BODY.contains(fact.name()))
                .toList();
    }

    private List<RecordFact> sameIncome(Family family) {
        return poor(family).stream()
                .map(fact -> switch (fact.name()) {
                    case "wage" -> told(fact, "0.00");
                    case "transfer" -> told(fact, SAME_INCOME);
                    default -> fact;
                })
                .toList();
    }

    private static RecordFact told(RecordFact fact, String value) {
        return new RecordFact(fact.subject(), fact.name(), value, fact.valid(), fact.source(), fact.evidence());
    }
}
