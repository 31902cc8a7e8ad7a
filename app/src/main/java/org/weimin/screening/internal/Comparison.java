package org.weimin.screening.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.weimin.engine.population.CompiledMatter;
import org.weimin.engine.population.Standards;
import org.weimin.kernel.MatterId;

/** 对比: one matter by the law in force and by the law that is supposed, on the same day. */
record Comparison(Law before, Law after) {
    /** Rules with the standards of every place. */
    record Law(CompiledMatter rules, Standards standards) {
        String version(LocalDate day) {
            return rules.pack().packVersion(rules.pack().editionOn(day));
        }
    }

    MatterId matter() {
        return before.rules().pack().id();
    }

    boolean judgesPersons() {
        return before.rules().pack().matter().judgesPersons();
    }

    String versionBefore() {
        return before.version(before.standards().asOf());
    }

    String versionAfter() {
        return after.version(after.standards().asOf());
    }

    List<String> facts() {
        return Stream.of(before, after)
                .flatMap(law -> Stream.concat(
                        law.rules().facts().stream(), law.rules().pack().matter().giving().facts().stream()))
                .distinct()
                .toList();
    }
}
