package org.weimin.screening.internal;

import java.util.List;
import java.util.stream.Stream;
import org.weimin.engine.population.Law;
import org.weimin.kernel.MatterId;

/**
 * 对比: one matter by the law in force and by the law that is supposed, on the same day. One that is not asked for is
 * only there because others depend on it.
 */
record Comparison(Law before, Law after, boolean asked) {
    MatterId matter() {
        return before.matter();
    }

    boolean judgesPersons() {
        return before.judgesPersons();
    }

    String versionBefore() {
        return before.version();
    }

    String versionAfter() {
        return after.version();
    }

    List<String> facts() {
        return Stream.of(before.rules(), after.rules())
                .flatMap(
                        rules -> Stream.concat(rules.facts().stream(), rules.pack().matter().giving().facts().stream()))
                .distinct()
                .toList();
    }
}
