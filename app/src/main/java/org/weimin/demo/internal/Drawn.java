package org.weimin.demo.internal;

import java.util.List;
import java.util.stream.Stream;
import org.weimin.facts.PlacedFact;
import org.weimin.facts.RecordFact;
import org.weimin.kernel.DivisionCode;
import org.weimin.people.Family;

/** 一户: a drawn household, what is known of it, and what is planted in it. */
record Drawn(Family family, List<RecordFact> facts, List<Truth> truths) {
    Drawn {
        facts = List.copyOf(facts);
        truths = List.copyOf(truths);
    }

    static Drawn ordinary(Family family, List<RecordFact> facts) {
        return new Drawn(family, facts, List.of());
    }

    Stream<PlacedFact> placedIn(DivisionCode area) {
        return facts.stream().map(fact -> new PlacedFact(fact, area));
    }
}
