package org.weimin.eligibility.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.weimin.engine.Determination;
import org.weimin.engine.Determination.FactUsed;
import org.weimin.engine.Fact;
import org.weimin.engine.FactSheet;
import org.weimin.engine.FactsDictionary;

/** The facts that an answer used, taken out of the answer itself. */
public final class StoredFacts {
    private StoredFacts() {}

    public static FactSheet of(Determination determination, FactsDictionary dictionary) {
        var household = new ArrayList<Fact>();
        var members = new LinkedHashMap<String, List<Fact>>();
        for (FactUsed used : determination.facts()) {
            List<Fact> facts = household;
            if (!used.who().id().isEmpty()) {
                facts = members.computeIfAbsent(used.who().id(), id -> person(used.who()));
            }
            if (!used.isMissing()) {
                facts.add(new Fact(
                        used.name(), dictionary.get(used.name()).parse(used.value()), used.source(), used.evidence()));
            }
        }
        return new FactSheet(household, List.copyOf(members.values()));
    }

    private static List<Fact> person(Determination.Who who) {
        return new ArrayList<>(
                List.of(new Fact("person", who.id(), "REGISTER", ""), new Fact("name", who.name(), "REGISTER", "")));
    }
}
