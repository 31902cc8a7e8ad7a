package org.weimin.people.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** 暂存行: the cells as uploaded, what they mean, and what is wrong with them by themselves. */
record StagedRow(int number, List<String> cells, Entry entry, List<String> faults, Set<Integer> badColumns) {
    private static final String UNIT = "\u001f";
    private static final String PART = "\u001e";

    /** What a row means; empty where it says nothing or nothing that can be used. */
    record Entry(
            String family,
            String name,
            String identity,
            String relation,
            String place,
            String address,
            String phone,
            String bank,
            String card) {
        private List<String> parts() {
            return List.of(family, name, identity, relation, place, address, phone, bank, card);
        }

        private static Entry of(List<String> parts) {
            return new Entry(
                    parts.get(0),
                    parts.get(1),
                    parts.get(2),
                    parts.get(3),
                    parts.get(4),
                    parts.get(5),
                    parts.get(6),
                    parts.get(7),
                    parts.get(8));
        }
    }

    /** Cells and entry as one text, to be sealed. */
    String packed() {
        return String.join(UNIT, clean(entry.parts())) + PART + String.join(UNIT, clean(cells));
    }

    static Entry entryIn(String packed) {
        return Entry.of(units(packed.substring(0, packed.indexOf(PART))));
    }

    static List<String> cellsIn(String packed) {
        return units(packed.substring(packed.indexOf(PART) + 1));
    }

    private static List<String> units(String text) {
        return List.of(text.split(UNIT, -1));
    }

    private static List<String> clean(List<String> texts) {
        var clean = new ArrayList<String>(texts.size());
        for (String text : texts) {
            clean.add(text.replace(UNIT, "").replace(PART, ""));
        }
        return clean;
    }
}
