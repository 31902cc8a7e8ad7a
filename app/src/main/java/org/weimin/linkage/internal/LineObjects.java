package org.weimin.linkage.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.weimin.engine.Edition;
import org.weimin.engine.FactsRead;
import org.weimin.engine.Form;
import org.weimin.engine.LinkCell;
import org.weimin.engine.LinkEffect;
import org.weimin.engine.Pack;
import org.weimin.engine.Packs;
import org.weimin.linkage.Tie;

/** 共用对象: which papers, facts and events each line of business works with, as its packs say on a day. */
public final class LineObjects {
    private final Map<String, Set<String>> papers = new HashMap<>();
    private final Map<String, Set<String>> facts = new HashMap<>();
    private final Map<String, Map<String, Long>> events = new HashMap<>();

    public LineObjects(Packs packs, LocalDate asOf) {
        for (Pack pack : packs.list()) {
            if (pack.editions().floorKey(asOf) != null) {
                read(pack, pack.editionOn(asOf));
            }
        }
        for (LinkCell cell : packs.linkages().cells()) {
            if (cell.effect() != LinkEffect.NONE) {
                packs.find(cell.matter())
                        .ifPresent(pack -> events.computeIfAbsent(pack.line(), line -> new TreeMap<>())
                                .merge(cell.event(), (long) cell.worth().upkeepMinutes(), Long::sum));
            }
        }
    }

    private void read(Pack pack, Edition edition) {
        Set<String> ownPapers = papers.computeIfAbsent(pack.line(), line -> new TreeSet<>());
        edition.form().materials().stream().map(Form.Material::id).forEach(ownPapers::add);
        Set<String> ownFacts = facts.computeIfAbsent(pack.line(), line -> new TreeSet<>());
        edition.form().sections().stream()
                .flatMap(section -> section.fields().stream())
                .map(field -> field.fact().name())
                .forEach(ownFacts::add);
        if (edition.hasRules()) {
            ownFacts.addAll(FactsRead.of(edition.rules(), pack.dictionary()));
        }
    }

    public Tie.Shared papers(String one, String other) {
        return shared(papers, one, other);
    }

    public Tie.Shared facts(String one, String other) {
        return shared(facts, one, other);
    }

    public Tie.Shared events(String one, String other) {
        Set<String> first = events.getOrDefault(one, Map.of()).keySet();
        Set<String> second = events.getOrDefault(other, Map.of()).keySet();
        return shared(Map.of(one, first, other, second), one, other);
    }

    /** Minutes a month for the events that both act on; as with what is saved, the smaller of the two counts. */
    public long upkeepMinutes(String one, String other) {
        Map<String, Long> first = events.getOrDefault(one, Map.of());
        Map<String, Long> second = events.getOrDefault(other, Map.of());
        return first.entrySet().stream()
                .filter(entry -> second.containsKey(entry.getKey()))
                .mapToLong(entry -> Math.min(entry.getValue(), second.getOrDefault(entry.getKey(), 0L)))
                .sum();
    }

    private static Tie.Shared shared(Map<String, ? extends Set<String>> all, String one, String other) {
        Set<String> first = ofLine(all, one);
        Set<String> second = ofLine(all, other);
        List<String> both = first.stream().filter(second::contains).sorted().toList();
        return new Tie.Shared(both, both.size(), Math.min(first.size(), second.size()));
    }

    private static Set<String> ofLine(Map<String, ? extends Set<String>> all, String line) {
        Set<String> own = all.get(line);
        return own == null ? Set.of() : own;
    }
}
