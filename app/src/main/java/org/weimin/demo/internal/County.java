package org.weimin.demo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weimin.demo.internal.Truth.Kind;
import org.weimin.divisions.Division;
import org.weimin.facts.RecordFact;
import org.weimin.people.Family;
import org.weimin.people.Family.Relative;

/** 一县: draws household after household, most of them ordinary, some with something planted in them. */
final class County {
    private final Chance chance;
    private final List<Division> communities;
    private final Names names;
    private final Numbers numbers;
    private final Households households;
    private final Means means;
    private final LocalDate today;

    County(long seed, List<Division> communities, LocalDate today) {
        this.chance = new Chance(seed);
        this.communities = List.copyOf(communities);
        this.names = new Names(chance);
        this.numbers = new Numbers(chance);
        this.households = new Households(chance, names, numbers, today);
        this.means = new Means(chance, today);
        this.today = today;
    }

    Chance chance() {
        return chance;
    }

    Names names() {
        return names;
    }

    Numbers numbers() {
        return numbers;
    }

    Means means() {
        return means;
    }

    Households households() {
        return households;
    }

    /** One place's next households: usually one, two when a person is planted twice or a household was split. */
    List<Drawn> next() {
        Division community = chance.of(communities);
        return switch (chance.weighted(12, 4, 2, 1, 1, 1, 1, 978)) {
            case 0 -> List.of(planted(Kind.RECEIVING_RIGHTLY, poorFamily(community)));
            case 1 -> List.of(planted(Kind.ENTITLED_NOT_RECEIVING, poorFamily(community)));
            case 2 -> List.of(despiteIncome(community));
            case 3 -> List.of(despiteProperty(community));
            case 4 -> List.of(afterDeath(community));
            case 5 -> registeredTwice(community);
            case 6 -> split(community);
            default -> List.of(ordinary(households.any(community)));
        };
    }

    /** Five residents of different households who are all paid to one card. */
    List<Drawn> shareOneCard() {
        Division community = chance.of(communities);
        Family.Account card = numbers.account();
        var sharing = new ArrayList<Drawn>();
        for (int i = 0; i < 5; i++) {
            Family family = poorFamily(community);
            Relative head = family.relatives().getFirst();
            var people = new ArrayList<>(family.relatives());
            people.set(
                    0,
                    new Relative(
                            head.id(),
                            head.identity(),
                            head.name(),
                            head.relation(),
                            head.phone(),
                            Optional.of(card),
                            head.diedOn()));
            Family shared = with(family, people);
            sharing.add(new Drawn(
                    shared,
                    means.poor(shared),
                    List.of(
                            truth(Kind.SHARED_CARD, shared, "与另外四户共用一张银行卡"),
                            truth(Kind.RECEIVING_RIGHTLY, shared, "人均收入低于标准"))));
        }
        return sharing;
    }

    private Drawn ordinary(Family family) {
        boolean rare = family.relatives().stream()
                .anyMatch(person -> person.name().codePoints().anyMatch(Character::isSupplementaryCodePoint));
        List<Truth> truths = rare ? List.of(truth(Kind.RARE_NAME, family, "姓名含生僻字（基本多文种平面以外）")) : List.of();
        return new Drawn(family, means.ordinary(family), truths);
    }

    private Family poorFamily(Division community) {
        return switch (chance.weighted(35, 20, 20, 15, 10)) {
            case 0 -> households.alone(community, 45, 88);
            case 1 -> households.couple(community, 50, 80, 0);
            case 2 -> households.singleParent(community);
            case 3 -> households.couple(community, 35, 50, 1);
            default -> households.grandparentAndChild(community);
        };
    }

    private Drawn planted(Kind kind, Family family) {
        return new Drawn(family, means.poor(family), List.of(truth(kind, family, "人均收入低于标准，财产符合规定")));
    }

    /** For a year a member has earned well. */
    private Drawn despiteIncome(Division community) {
        Family family = households.couple(community, 38, 52, 1);
        LocalDate since = today.minusMonths(13).withDayOfMonth(1);
        List<RecordFact> facts = new ArrayList<>(means.poor(family));
        Relative earner = family.relatives().get(1);
        facts.replaceAll(fact -> fact.name().equals("wage")
                        && fact.subject().id().equals(earner.id().value())
                ? Means.until(fact, since)
                : fact);
        facts.add(means.income(earner, "wage", chance.between(98, 160) * 100L, "社会保险缴费记录", since));
        return new Drawn(family, facts, List.of(truth(Kind.RECEIVING_DESPITE_INCOME, family, "配偶就业，人均收入高于标准")));
    }

    private Drawn despiteProperty(Division community) {
        Family family = poorFamily(community);
        List<RecordFact> facts = new ArrayList<>(means.poor(family));
        LocalDate since = today.minusMonths(5).withDayOfMonth(1);
        facts.replaceAll(fact ->
                fact.name().equals("financialAssets") || fact.name().equals("cars") ? Means.until(fact, since) : fact);
        facts.add(means.owned(family, "financialAssets", "860000.00", since));
        facts.add(means.owned(family, "cars", "1", since));
        return new Drawn(family, facts, List.of(truth(Kind.RECEIVING_DESPITE_PROPERTY, family, "购车并有大额存款")));
    }

    private Drawn afterDeath(Division community) {
        Family family = households.alone(community, 70, 92);
        LocalDate died = today.minusDays(chance.between(40, 150));
        Relative head = family.relatives().getFirst();
        Family with = with(
                family,
                List.of(new Relative(
                        head.id(),
                        head.identity(),
                        head.name(),
                        head.relation(),
                        head.phone(),
                        head.account(),
                        Optional.of(died))));
        var truth = new Truth(Kind.RECEIVING_AFTER_DEATH, with, head.name(), died, "唯一保障对象已死亡");
        return new Drawn(with, means.poor(with), List.of(truth));
    }

    /** One human being under two numbers: same name and birth date, living alone in one place and in another. */
    private List<Drawn> registeredTwice(Division community) {
        Family first = households.alone(community, 40, 75);
        Relative once = first.relatives().getFirst();
        Family second = households.alone(chance.of(communities), 40, 75);
        var twice = new Relative(
                second.relatives().getFirst().id(),
                numbers.identity(once.identity().birth(), once.identity().isMale()),
                once.name(),
                once.relation(),
                once.phone(),
                Optional.of(numbers.account()),
                Optional.empty());
        Family again = with(second, List.of(twice));
        return List.of(
                Drawn.ordinary(first, means.ordinary(first)),
                new Drawn(
                        again,
                        means.ordinary(again),
                        List.of(truth(Kind.DUPLICATE_PERSON, again, "同一人两次登记，姓名、出生日期相同"))));
    }

    /** A grown-up child went into a household of its own at the same address. */
    private List<Drawn> split(Division community) {
        Family parents = households.couple(community, 50, 60, 0);
        Family child = households.alone(community, 22, 27);
        Family apart = new Family(
                child.id(),
                child.place(),
                parents.address(),
                today.minusMonths(2),
                child.relatives(),
                child.kinships());
        return List.of(
                ordinary(parents),
                new Drawn(apart, means.poor(apart), List.of(truth(Kind.HOUSEHOLD_SPLIT, apart, "成年子女两个月前分户，住址相同"))));
    }

    Family with(Family family, List<Relative> people) {
        return new Family(family.id(), family.place(), family.address(), family.since(), people, family.kinships());
    }

    private Truth truth(Kind kind, Family family, String note) {
        return new Truth(kind, family, family.relatives().getFirst().name(), today, note);
    }
}
