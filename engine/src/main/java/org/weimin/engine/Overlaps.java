package org.weimin.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weimin.kernel.MatterId;

/** 待遇关系表: every pair of matters with its rule ({@code packs/_shared/overlaps.yaml}). No pair is left to silence. */
public final class Overlaps {
    private static final String WHERE = "_shared/overlaps.yaml";

    private record Pair(MatterId first, MatterId second) {
        static Pair of(MatterId a, MatterId b) {
            return a.value().compareTo(b.value()) < 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    private final Map<String, List<String>> groups = new HashMap<>();
    private final Map<Pair, Overlap> rules = new HashMap<>();

    private Overlaps() {}

    /** No rule at all: for packs that stand alone. */
    static Overlaps none() {
        return new Overlaps();
    }

    static Overlaps read(String yaml) {
        var overlaps = new Overlaps();
        Yaml file = Yaml.read(WHERE, yaml);
        Yaml groups = file.childOrEmpty("groups");
        groups.values().keySet().forEach(name -> overlaps.groups.put(name, groups.texts(name)));
        file.children("pairs").forEach(overlaps::add);
        return overlaps;
    }

    /** One line of the file decides every pair of one of its {@code of} with one of its {@code with}. */
    private void add(Yaml line) {
        List<MatterId> of = matters(line.texts("of"));
        List<MatterId> with = line.has("with") ? matters(line.texts("with")) : of;
        var pairs = new LinkedHashSet<Pair>();
        for (MatterId first : of) {
            with.stream().filter(second -> !second.equals(first)).forEach(second -> pairs.add(Pair.of(first, second)));
        }
        for (Pair pair : pairs) {
            if (rules.put(pair, overlap(line, pair)) != null) {
                throw Faults.overlap(line.where(), pair.first() + ", " + pair.second());
            }
        }
    }

    private List<MatterId> matters(List<String> names) {
        return names.stream()
                .flatMap(name -> groups.getOrDefault(name, List.of(name)).stream())
                .map(MatterId::new)
                .toList();
    }

    private static Overlap overlap(Yaml line, Pair pair) {
        Text because = line.bilingual("because");
        String article = line.text("article");
        return switch (line.text("rule")) {
            case "both" -> new Overlap.Both(because, article);
            case "excludes" -> new Overlap.Excludes(one(line, "winner", pair), because, article);
            case "higher" -> new Overlap.Higher(because, article);
            case "offset" -> new Overlap.Offset(one(line, "reduced", pair), because, article);
            default -> throw Faults.unsupported(line.where() + " rule", line.text("rule"));
        };
    }

    private static MatterId one(Yaml line, String key, Pair pair) {
        var matter = new MatterId(line.text(key));
        if (!matter.equals(pair.first()) && !matter.equals(pair.second())) {
            throw Faults.unknownName(line.where() + " " + key, matter.value());
        }
        return matter;
    }

    /** How the two stand to each other. */
    public Optional<Overlap> between(MatterId a, MatterId b) {
        return Optional.ofNullable(rules.get(Pair.of(a, b)));
    }

    /** The pairs of these matters that the file does not decide. */
    public List<String> undecided(Collection<MatterId> matters) {
        List<MatterId> sorted =
                matters.stream().sorted(Comparator.comparing(MatterId::value)).toList();
        var undecided = new ArrayList<String>();
        for (int i = 0; i < sorted.size(); i++) {
            for (MatterId other : sorted.subList(i + 1, sorted.size())) {
                if (between(sorted.get(i), other).isEmpty()) {
                    undecided.add(sorted.get(i) + " + " + other);
                }
            }
        }
        return undecided;
    }
}
