package org.weimin.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weimin.linkage.LinkSample.event;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Entitlement;
import org.weimin.engine.EventKind.Detail;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.ledger.Ledger;
import org.weimin.ledger.Payable;
import org.weimin.people.People;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;

/** 先后次序: whatever the order in which events come, and however often, what stands in the end is the same. */
@RoomTest
class AnyOrderTest {
    private static final int ORDERS = Boolean.getBoolean("weimin.long") ? 1_000 : 8;
    private static final YearMonth SINCE = YearMonth.of(2026, 2);
    private static int run;

    @Autowired
    BeanFactory beans;

    @Autowired
    Linkage linkage;

    @Autowired
    Benefits benefits;

    @Autowired
    Ledger ledger;

    @Autowired
    People people;

    @Test
    void the_order_in_which_events_are_told_does_not_matter() {
        long seed = Long.getLong("weimin.seed", 20260803L);
        var random = new Random(seed);
        List<String> inOrder = played(tellings -> {});
        assertThat(inOrder).anyMatch(line -> line.contains("STOP")).anyMatch(line -> line.contains("SUSPEND"));
        for (int order = 1; order < ORDERS; order++) {
            List<String> shuffled = played(tellings -> {
                tellings.addAll(tellings.subList(0, random.nextInt(tellings.size())));
                Collections.shuffle(tellings, random);
            });
            assertThat(shuffled).as("seed %d, order %d", seed, order).isEqualTo(inOrder);
        }
    }

    /** Two households live through the same events; what stands is told without ids. */
    private List<String> played(java.util.function.Consumer<List<RegisterEvent>> order) {
        var county = new County(new LinkSample(beans), ++run);
        var tellings = new ArrayList<>(county.tellings());
        order.accept(tellings);
        tellings.forEach(county.sample::tell);
        return county.stands();
    }

    /** An old couple with a grown-up son, and a pensioner alone. */
    private final class County {
        private final LinkSample sample;
        private final int run;
        private final Map<String, PersonId> people = new LinkedHashMap<>();
        private final Map<String, HouseholdId> homes = new LinkedHashMap<>();
        private final Map<String, EntitlementId> aid = new LinkedHashMap<>();

        County(LinkSample sample, int run) {
            this.sample = sample;
            this.run = run;
            people.put("husband", sample.person("1945-03-01"));
            people.put("wife", sample.person("1947-03-01"));
            people.put("son", sample.person("1980-03-01"));
            people.put("pensioner", sample.person("1950-03-01"));
            sample.married(people.get("husband"), people.get("wife"));
            homes.put("family", sample.household(people.get("husband"), people.get("wife"), people.get("son")));
            homes.put("single", sample.household(people.get("pensioner")));
            homes.forEach((name, home) -> receives("dibao", name, new Subject.OfHousehold(home)));
            receives("canji-huli", "husband", new Subject.OfPerson(people.get("husband")));
            receives("gaoling-jintie", "wife", new Subject.OfPerson(people.get("wife")));
            receives("youfu", "son", new Subject.OfPerson(people.get("son")));
            receives("youfu", "pensioner", new Subject.OfPerson(people.get("pensioner")));
        }

        private void receives(String matter, String name, Subject subject) {
            PersonId payee = subject instanceof Subject.OfPerson(var person)
                    ? person
                    : people.get(name.equals("family") ? "husband" : "pensioner");
            aid.put(matter + " " + name, sample.receives(subject, new MatterId(matter), payee, "300.00", SINCE));
        }

        List<RegisterEvent> tellings() {
            return List.of(
                    told("DEATH", "police", "1", "husband", "2026-06-11"),
                    told("DEATH", "hospital", "2", "husband", "2026-06-11"),
                    told("DEATH", "police", "3", "wife", "2026-07-02"),
                    told("JOB_START", "labour", "4", "wife", "2026-07-20"),
                    told("CUSTODY_BEGAN", "justice", "5", "son", "2026-05-10"),
                    told("CUSTODY_ENDED", "justice", "6", "son", "2026-07-10"),
                    told("SCHOOL_LEFT", "school", "7", "son", "2026-06-30"),
                    told("HOSPITAL_BILL", "hospital", "8", "son", "2026-07-01", Map.of(Detail.AMOUNT, "90000.00")),
                    told("DEATH", "police", "9", "pensioner", "2026-05-20"),
                    told("DEATH", "crematory", "10", "pensioner", "2026-06-20"),
                    told("CUSTODY_BEGAN", "justice", "11", "pensioner", "2026-04-02"),
                    told("JOB_LOST", "labour", "12", "son", "2026-09-01"),
                    told("DISABILITY_CARD", "federation", "13", "son", "2026-07-05", card("2")),
                    told("DISABILITY_CARD", "federation", "13", "son", "2026-07-05", card("3")),
                    told("HOME_DISCHARGE", "homes", "14", "wife", "2026-06-01"),
                    told("HOME_ADMISSION", "homes", "15", "wife", "2026-04-01"));
        }

        private static Map<Detail, String> card(String grade) {
            return Map.of(Detail.CODE, grade, Detail.UNTIL, "2036-07-05");
        }

        private RegisterEvent told(String kind, String source, String number, String who, String on) {
            return told(kind, source, number, who, on, Map.of());
        }

        private RegisterEvent told(
                String kind, String source, String number, String who, String on, Map<Detail, String> details) {
            return event(kind, source, run + "-" + number, people.get(who), LocalDate.parse(on), details);
        }

        List<String> stands() {
            var lines = new TreeSet<String>();
            List<About> all = people.values().stream().map(About::of).toList();
            As.system(() -> linkage.about(all)).forEach(event -> {
                String name = event.kind() + " " + event.origin().source();
                lines.add(name + " " + event.status() + " " + sample.stoppedAt(event.id()));
                As.system(() -> linkage.effects(event.id())).stream()
                        .filter(LinkedEffect::inForce)
                        .map(effect -> name + " → " + effect.target().matter() + " " + who(effect) + " "
                                + effect.effect() + " " + effect.status() + " " + effect.from() + " "
                                + effect.difference() + " " + effect.reference().kind())
                        .forEach(lines::add);
            });
            aid.forEach((name, id) -> lines.add(name + ": " + stand(id)));
            this.people.forEach((name, id) -> lines.add(name + " died "
                    + As.system(() -> AnyOrderTest.this.people.person(id)).diedOn()));
            return List.copyOf(lines);
        }

        private String stand(EntitlementId id) {
            return As.system(() -> {
                var decided = benefits.findDecided(id).orElseThrow();
                String until = benefits.of(decided.subject()).stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .map(Entitlement::until)
                        .map(String::valueOf)
                        .orElse("nothing");
                Money owed = Money.sum(ledger.owedUnder(id).stream().map(Payable::amount));
                return until + " owed " + owed + " overpaid " + benefits.overpaid(id) + " held " + ledger.heldFrom(id);
            });
        }

        private String who(LinkedEffect effect) {
            return Stream.concat(
                            people.entrySet().stream()
                                    .filter(each -> each.getValue()
                                            .toString()
                                            .equals(effect.target().about().id())),
                            homes.entrySet().stream()
                                    .filter(each -> each.getValue()
                                            .toString()
                                            .equals(effect.target().about().id())))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("nobody");
        }
    }
}
