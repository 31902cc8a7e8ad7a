package org.weimin.demo.internal;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weimin.divisions.Division;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.PersonId;
import org.weimin.people.Family;
import org.weimin.people.Family.Relative;
import org.weimin.people.Kinship;

/** 户: draws households of every kind, with the ages and the kinship that go with it. */
final class Households {
    private static final String HEAD = "02";
    private static final String SPOUSE = "10";
    private static final String SON = "20";
    private static final String DAUGHTER = "30";
    private static final String GRANDCHILD = "40";
    private static final String PARENT = "50";
    private final Chance chance;
    private final Names names;
    private final Numbers numbers;
    private final Addresses addresses;
    private final LocalDate today;
    private final Map<Integer, Integer> phones = new HashMap<>();

    Households(Chance chance, Names names, Numbers numbers, LocalDate today) {
        this.chance = chance;
        this.names = names;
        this.numbers = numbers;
        this.addresses = new Addresses(chance);
        this.today = today;
    }

    /** About one in eight lives alone in old age, about one in three is a couple with children. */
    Family any(Division community) {
        return switch (chance.weighted(12, 12, 15, 33, 15, 5, 8)) {
            case 0 -> alone(community, 66, 93);
            case 1 -> couple(community, 62, 86, 0);
            case 2 -> couple(community, 28, 58, 0);
            case 3 -> couple(community, 27, 52, chance.perMille(280) ? 2 : 1);
            case 4 -> threeGenerations(community);
            case 5 -> singleParent(community);
            default -> alone(community, 24, 58);
        };
    }

    Family alone(Division community, int youngest, int oldest) {
        return family(community, List.of(someone(HEAD, youngest, oldest, chance.perMille(480))), List.of());
    }

    Family couple(Division community, int youngest, int oldest, int children) {
        var people = new ArrayList<Relative>();
        var kin = new ArrayList<Kinship>();
        boolean headIsMale = chance.perMille(700);
        Relative head = someone(HEAD, youngest, oldest, headIsMale);
        int age = age(head);
        Relative spouse = someone(SPOUSE, Math.max(22, age - 5), age + 3, !headIsMale);
        people.add(head);
        people.add(spouse);
        kin.add(new Kinship(head.id(), spouse.id(), Kinship.Kind.SPOUSE));
        for (int child = 0; child < children; child++) {
            addChild(people, kin, head, spouse);
        }
        return family(community, people, kin);
    }

    Family singleParent(Division community) {
        var people = new ArrayList<Relative>();
        var kin = new ArrayList<Kinship>();
        Relative head = someone(HEAD, 26, 50, chance.perMille(250));
        people.add(head);
        addChild(people, kin, head, head);
        return family(community, people, kin);
    }

    Family threeGenerations(Division community) {
        var people = new ArrayList<Relative>();
        var kin = new ArrayList<Kinship>();
        Relative head = someone(HEAD, 30, 50, true);
        int age = age(head);
        Relative wife = someone(SPOUSE, age - 4, age + 2, false);
        Relative mother = parentOf(head, PARENT, false);
        people.addAll(List.of(head, wife, mother));
        kin.add(new Kinship(head.id(), wife.id(), Kinship.Kind.SPOUSE));
        kin.add(new Kinship(head.id(), mother.id(), Kinship.Kind.PARENT));
        addChild(people, kin, head, wife);
        return family(community, people, kin);
    }

    /** An old head who raises a grandchild. */
    Family grandparentAndChild(Division community) {
        Relative head = someone(HEAD, 62, 76, false);
        Relative grandchild = named(GRANDCHILD, surnameOf(head), 7, 15, chance.perMille(500));
        return family(
                community,
                List.of(head, grandchild),
                List.of(new Kinship(grandchild.id(), head.id(), Kinship.Kind.OTHER)));
    }

    private void addChild(List<Relative> people, List<Kinship> kin, Relative head, Relative spouse) {
        int youngerParent = Math.min(age(head), age(spouse));
        int oldest = Math.clamp(youngerParent - 22, 0, 26);
        boolean male = chance.perMille(520);
        Relative child = named(male ? SON : DAUGHTER, surnameOf(head), Math.max(0, oldest - 14), oldest, male);
        people.add(child);
        kin.add(new Kinship(child.id(), head.id(), Kinship.Kind.PARENT));
        if (!spouse.equals(head)) {
            kin.add(new Kinship(child.id(), spouse.id(), Kinship.Kind.PARENT));
        }
    }

    private Relative parentOf(Relative child, String relation, boolean male) {
        int age = age(child);
        return someone(relation, age + 21, age + 33, male);
    }

    private Relative someone(String relation, int youngest, int oldest, boolean male) {
        return named(relation, names.surname(), youngest, oldest, male);
    }

    private Relative named(String relation, String surname, int youngest, int oldest, boolean male) {
        LocalDate birth = birth(youngest, oldest);
        return new Relative(
                new PersonId(chance.id()),
                numbers.identity(birth, male),
                names.name(surname, male, birth),
                relation,
                phone(youngest),
                chance.perMille(youngest >= 18 ? 960 : 50) ? Optional.of(numbers.account()) : Optional.empty(),
                Optional.empty());
    }

    /** A day that makes the person that old today. */
    private LocalDate birth(int youngest, int oldest) {
        return today.minusYears(chance.between(youngest, Math.max(youngest, oldest)))
                .minusDays(chance.between(1, 364));
    }

    private Family family(Division community, List<Relative> people, List<Kinship> kin) {
        return new Family(
                new HouseholdId(chance.id()),
                community.code(),
                addresses.in(community),
                today.minusYears(3).minusDays(chance.between(0, 2000)),
                people,
                kin);
    }

    private int age(Relative person) {
        return Period.between(person.identity().birth(), today).getYears();
    }

    private static String surnameOf(Relative head) {
        return Names.surnameOf(head.name());
    }

    /** Everybody grown-up has a number of the own; such as begin with 199 000 are not given to anybody here. */
    private String phone(int youngest) {
        if (youngest < 18) {
            return "";
        }
        int last = chance.between(0, 9999);
        return String.format("199%04d%04d", phones.merge(last, 1, Integer::sum) - 1, last);
    }
}
