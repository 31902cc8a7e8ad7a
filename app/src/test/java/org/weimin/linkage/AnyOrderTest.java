package org.weimin.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weimin.linkage.LinkSample.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Entitlement;
import org.weimin.engine.EventKind.Detail;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.Money;
import org.weimin.kernel.PersonId;
import org.weimin.ledger.Ledger;
import org.weimin.ledger.Payable;
import org.weimin.people.People;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;

/** 先后次序: whatever the order in which events come, and however often, what stands in the end is the same. */
@RoomTest
class AnyOrderTest {
    private static final boolean LONG = Boolean.getBoolean("weimin.long");
    private static final int TOLD_OF_A_VILLAGE = 56;
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
        SortedSet<String> stands = inAnyOrder(1, LONG ? 1_000 : 6);
        assertThat(stands).anyMatch(line -> line.contains("STOP")).anyMatch(line -> line.contains("SUSPEND"));
    }

    @Test
    void ten_thousand_events_come_to_the_same_in_any_order() {
        inAnyOrder(LONG ? 180 : 2, LONG ? 3 : 2);
    }

    @Test
    void who_marries_a_widow_passes_when_the_death_of_her_husband_is_told_after_the_wedding() {
        var sample = new LinkSample(beans);
        PersonId husband = sample.person("1950-03-01");
        PersonId widow = sample.person("1953-03-01");
        sample.married(husband, widow);
        var with = Map.of(Detail.OTHER_PERSON, widow.toString());
        EventId wedding = sample.tell(
                event("MARRIAGE", "registry", "W-1", sample.person("1952-03-01"), LocalDate.of(2026, 7, 1), with));
        assertThat(sample.stoppedAt(wedding)).contains("UNMARRIED");
        sample.tell(event("DEATH", "W-2", husband, LocalDate.of(2026, 5, 1)));
        assertThat(sample.status(wedding)).isEqualTo(LinkedEvent.Status.DONE);
    }

    /** The same is told of so many villages: once as it was drawn, then in other orders and with repeats. */
    private SortedSet<String> inAnyOrder(int villages, int orders) {
        long seed = Long.getLong("weimin.seed", 20260803L);
        var random = new Random(seed);
        List<List<Village.Telling>> drawn = IntStream.range(0, villages)
                .mapToObj(village -> Village.tellings(random, TOLD_OF_A_VILLAGE))
                .toList();
        SortedSet<String> asDrawn = told(drawn, Optional.empty());
        for (int order = 1; order < orders; order++) {
            SortedSet<String> shuffled = told(drawn, Optional.of(random));
            assertThat(only(asDrawn, shuffled))
                    .as("lost: seed %d, order %d", seed, order)
                    .isEmpty();
            assertThat(only(shuffled, asDrawn))
                    .as("added: seed %d, order %d", seed, order)
                    .isEmpty();
        }
        return asDrawn;
    }

    private static SortedSet<String> only(SortedSet<String> one, SortedSet<String> other) {
        var only = new TreeSet<>(one);
        only.removeAll(other);
        return only;
    }

    private SortedSet<String> told(List<List<Village.Telling>> drawn, Optional<Random> order) {
        var sample = new LinkSample(beans);
        var villages = new ArrayList<Village>();
        var tellings = new ArrayList<RegisterEvent>();
        for (List<Village.Telling> ofOne : drawn) {
            var village = new Village(sample, people, "V" + ++run);
            villages.add(village);
            ofOne.stream().map(village::here).forEach(tellings::add);
        }
        order.ifPresent(random -> {
            tellings.addAll(List.copyOf(tellings.subList(0, random.nextInt(tellings.size()))));
            Collections.shuffle(tellings, random);
        });
        tellings.forEach(sample::tell);
        var stands = new TreeSet<String>();
        for (int i = 0; i < villages.size(); i++) {
            String name = "village " + i + ": ";
            stands(villages.get(i), sample).forEach(line -> stands.add(name + line));
        }
        return stands;
    }

    /** Everything that stands of a village, told without its ids. */
    private List<String> stands(Village village, LinkSample sample) {
        var names = new HashMap<String, String>();
        village.people.forEach((name, id) -> names.put(id.toString(), name));
        village.homes.forEach((name, id) -> names.put(id.toString(), "home of " + name));
        var lines = new ArrayList<String>();
        List<About> all = village.people.values().stream().map(About::of).toList();
        As.system(() -> linkage.about(all)).forEach(event -> {
            String number = event.origin().number();
            String name = event.kind() + " " + event.origin().source() + number.substring(number.indexOf('-'));
            lines.add(name + " " + event.status() + " " + sample.stoppedAt(event.id()));
            As.system(() -> linkage.effects(event.id())).stream()
                    .filter(LinkedEffect::inForce)
                    .map(effect -> name + " → " + told(effect, names))
                    .forEach(lines::add);
        });
        village.aid.forEach((name, id) -> lines.add(name + ": " + stand(id)));
        village.people.forEach((name, id) ->
                lines.add(name + " died " + As.system(() -> people.person(id)).diedOn()));
        return lines;
    }

    private static String told(LinkedEffect effect, Map<String, String> names) {
        return effect.target().matter() + " "
                + names.getOrDefault(effect.target().about().id(), "nobody") + " " + effect.effect() + " "
                + effect.status() + " " + effect.from() + " " + effect.difference() + " "
                + effect.reference().kind();
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
            return until + " owed " + owed + " overpaid " + benefits.overpaid(id) + " held " + ledger.held(id);
        });
    }
}
