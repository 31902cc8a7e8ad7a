package org.weimin.linkage;

import static org.weimin.linkage.LinkSample.event;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.weimin.engine.EventKind.Detail;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.Kinship;
import org.weimin.people.People;
import org.weimin.testing.As;

/** A dozen people in six homes, kin across them, with aid of many kinds, and whatever may befall them. */
final class Village {
    private static final YearMonth SINCE = YearMonth.of(2026, 2);
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 20);
    private static final int DAYS = 170;
    private static final Map<String, String> BIRTHS = Map.ofEntries(
            Map.entry("husband", "1945-03-01"),
            Map.entry("wife", "1947-03-01"),
            Map.entry("son", "1980-03-01"),
            Map.entry("pensioner", "1950-03-01"),
            Map.entry("mother", "1985-03-01"),
            Map.entry("child", "2015-03-01"),
            Map.entry("father", "1983-03-01"),
            Map.entry("granny", "1952-03-01"),
            Map.entry("aunt", "1958-03-01"),
            Map.entry("uncle", "1956-03-01"),
            Map.entry("blind", "1975-03-01"),
            Map.entry("sister", "1972-03-01"));
    private static final List<List<String>> HOMES = List.of(
            List.of("husband", "wife", "son"),
            List.of("pensioner"),
            List.of("mother", "child"),
            List.of("father", "granny"),
            List.of("aunt", "uncle"),
            List.of("blind", "sister"));
    private static final List<String> SOURCES = List.of("police", "hospital", "justice", "school", "labour");
    /** What happens more often stands more often; an end may come before its beginning, and a death before either. */
    private static final List<String> KINDS = List.of(
            "DEATH",
            "DEATH",
            "DEATH",
            "CUSTODY_BEGAN",
            "CUSTODY_BEGAN",
            "CUSTODY_ENDED",
            "HOME_ADMISSION",
            "HOME_DISCHARGE",
            "SCHOOL_ENTRY",
            "SCHOOL_LEFT",
            "JOB_START",
            "JOB_LOST",
            "HOSPITAL_BILL",
            "DISABILITY_CARD",
            "DISABILITY_CARD_ENDED",
            "MARRIAGE",
            "DIVORCE",
            "ADOPTION",
            "BIRTH",
            "FRAUD_FOUND",
            "MEANS_ALERT");

    private final LinkSample sample;
    private final String name;
    final Map<String, PersonId> people = new LinkedHashMap<>();
    final Map<String, HouseholdId> homes = new LinkedHashMap<>();
    final Map<String, EntitlementId> aid = new LinkedHashMap<>();

    /** Something told, without ids, so that the same can be told of the same village anywhere. */
    record Telling(String kind, String source, String number, String who, LocalDate on, Map<Detail, String> details) {}

    Village(LinkSample sample, People register, String name) {
        this.sample = sample;
        this.name = name;
        BIRTHS.keySet().stream().sorted().forEach(each -> people.put(each, sample.person(BIRTHS.get(each))));
        for (List<String> home : HOMES) {
            PersonId[] others = home.stream().skip(1).map(people::get).toArray(PersonId[]::new);
            homes.put(home.getFirst(), sample.household(people.get(home.getFirst()), others));
        }
        sample.married(people.get("husband"), people.get("wife"));
        sample.married(people.get("aunt"), people.get("uncle"));
        As.system(() -> {
            List.of("mother", "father")
                    .forEach(parent -> register.relate(
                            new Kinship(people.get("child"), people.get(parent), Kinship.Kind.PARENT),
                            LocalDate.of(2015, 3, 1)));
            register.relate(
                    new Kinship(people.get("father"), people.get("granny"), Kinship.Kind.PARENT),
                    LocalDate.of(1983, 3, 1));
        });
        List.of("husband", "pensioner", "mother", "blind").forEach(head -> receives("dibao", head, true));
        List.of("husband", "blind").forEach(person -> receives("canji-huli", person, false));
        List.of("son", "pensioner").forEach(person -> receives("youfu", person, false));
        receives("gaoling-jintie", "wife", false);
        receives("shishi-wuren", "child", false);
        receives("tekun", "uncle", false);
    }

    private void receives(String matter, String who, boolean household) {
        Subject subject = household ? new Subject.OfHousehold(homes.get(who)) : new Subject.OfPerson(people.get(who));
        aid.put(matter + " " + who, sample.receives(subject, new MatterId(matter), people.get(who), "300.00", SINCE));
    }

    /** So many tellings: now and then the same by another source, or other content under the same number. */
    static List<Telling> tellings(Random random, int count) {
        var told = new ArrayList<Telling>();
        for (int number = 0; told.size() < count; number++) {
            Telling drawn = drawn(random, number);
            told.add(drawn);
            switch (random.nextInt(8)) {
                case 0 ->
                    told.add(new Telling(
                            drawn.kind(), "registry", drawn.number(), drawn.who(), drawn.on(), drawn.details()));
                case 1 ->
                    told.add(new Telling(
                            drawn.kind(),
                            drawn.source(),
                            drawn.number(),
                            drawn.who(),
                            drawn.on().plusDays(1 + random.nextInt(60)),
                            drawn.details()));
                default -> {}
            }
        }
        return List.copyOf(told.subList(0, count));
    }

    private static Telling drawn(Random random, int number) {
        String kind = one(KINDS, random);
        var names = BIRTHS.keySet().stream().sorted().toList();
        String who = kind.equals("ADOPTION") ? "child" : one(names, random);
        var details = new EnumMap<Detail, String>(Detail.class);
        switch (kind) {
            case "MARRIAGE", "DIVORCE", "ADOPTION", "BIRTH" -> details.put(Detail.OTHER_PERSON, one(names, random));
            case "HOSPITAL_BILL" -> details.put(Detail.AMOUNT, "90000.00");
            case "DISABILITY_CARD" -> {
                details.put(Detail.CODE, String.valueOf(1 + random.nextInt(4)));
                details.put(Detail.UNTIL, "2036-07-05");
            }
            case "MEANS_ALERT" -> details.put(Detail.CODE, one(List.of("wage", "car"), random));
            default -> {}
        }
        return new Telling(
                kind,
                one(SOURCES, random),
                String.valueOf(number),
                who,
                FIRST.plusDays(random.nextInt(DAYS)),
                Map.copyOf(details));
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    /** About the people of this village, under numbers of its own. */
    RegisterEvent here(Telling told) {
        var details = new EnumMap<Detail, String>(Detail.class);
        details.putAll(told.details());
        details.computeIfPresent(
                Detail.OTHER_PERSON, (detail, other) -> people.get(other).toString());
        return event(
                told.kind(), told.source(), name + "-" + told.number(), people.get(told.who()), told.on(), details);
    }
}
