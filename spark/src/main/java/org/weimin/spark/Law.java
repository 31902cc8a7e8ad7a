package org.weimin.spark;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.weimin.engine.Edition;
import org.weimin.engine.Pack;
import org.weimin.engine.Packs;
import org.weimin.engine.population.CompiledMatter;
import org.weimin.kernel.MatterId;

/**
 * 法规: the matters of one day as they travel to the workers, as text. Compiled rules do not travel: each worker compiles
 * its own from the same words, which takes less than a second.
 */
record Law(LocalDate asOf, List<Matter> matters) implements Serializable {
    private static final long serialVersionUID = 1;

    record Matter(String id, TreeMap<String, String> files) implements Serializable {
        private static final long serialVersionUID = 1;

        Pack pack() {
            return Packs.restore(new MatterId(id), files);
        }
    }

    /** What is in force on the day and can be asked of everybody. */
    static Law of(Collection<Pack> packs, LocalDate asOf) {
        var matters = new ArrayList<Matter>();
        for (Pack pack : packs) {
            boolean asked = pack.matter().acts() == Pack.Acts.GRANT
                    && pack.isInForce(asOf)
                    && pack.matter().giving().notScreened().isEmpty();
            if (asked) {
                Map<String, String> files = pack.filesOf(pack.editionOn(asOf));
                matters.add(new Matter(pack.id().value(), new TreeMap<>(files)));
            }
        }
        return new Law(asOf, List.copyOf(matters));
    }

    List<CompiledMatter> compiled() {
        return matters.stream()
                .map(Matter::pack)
                .map(pack -> {
                    Edition edition = pack.editionOn(asOf);
                    return CompiledMatter.of(pack, edition);
                })
                .toList();
    }
}
