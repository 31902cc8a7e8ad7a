package org.weimin.engine;

import java.time.LocalDate;
import java.util.List;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Refused;

/** 样例结果: one worked example of a pack as it came out; without differences it passed. */
public record GoldenCase(MatterId matter, String name, LocalDate asOf, List<String> differences) {
    public GoldenCase {
        differences = List.copyOf(differences);
    }

    public boolean passed() {
        return differences.isEmpty();
    }

    /** Every example of the pack, in the order of its files. */
    public static List<GoldenCase> run(Pack pack) {
        return WorkedExample.of(pack).stream()
                .map(example -> new GoldenCase(pack.id(), example.name(), example.asOf(), differences(example, pack)))
                .toList();
    }

    private static List<String> differences(WorkedExample example, Pack pack) {
        try {
            return example.differences(example.run(pack));
        } catch (Refused refused) {
            return List.of(String.valueOf(refused.getMessage()));
        }
    }
}
