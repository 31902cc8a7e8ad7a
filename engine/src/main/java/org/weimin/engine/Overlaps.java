package org.weimin.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weimin.kernel.MatterId;

/**
 * 待遇关系表: every pair of matters with its rule, what is capped together, and what counts as whose income
 * ({@code packs/_shared/overlaps.yaml}). No pair is left to silence.
 */
public final class Overlaps {
    private static final String WHERE = "_shared/overlaps.yaml";

    private record Pair(MatterId first, MatterId second) {
        static Pair of(MatterId a, MatterId b) {
            return a.value().compareTo(b.value()) < 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    /** Money of one matter, and another one that may count it. */
    private record Flow(MatterId paid, MatterId asking) {}

    private final Map<String, List<String>> groups = new HashMap<>();
    private final Map<Pair, Overlap> rules = new HashMap<>();
    private final List<Cap> caps = new ArrayList<>();
    private final Map<Flow, IncomeRule> income = new LinkedHashMap<>();
    private String incomeFact = "";
    private String incomeMonths = "";

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
        file.children("caps").forEach(overlaps::addCap);
        if (file.has("income")) {
            overlaps.readIncome(file.child("income"));
        }
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

    /** A matter is under one cap: under two of them the order in which they were written would decide. */
    private void addCap(Yaml line) {
        var cap = new Cap(
                matters(line.texts("of")),
                line.choice("per", Pack.Unit.class) == Pack.Unit.PERSON,
                line.text("limit"),
                line.bilingual("because"),
                line.text("article"));
        boolean twice = caps.stream().anyMatch(other -> !Collections.disjoint(other.of(), cap.of()));
        if (twice || Set.copyOf(cap.of()).size() < cap.of().size()) {
            throw Faults.overlap(line.where(), cap.of().toString());
        }
        caps.add(cap);
    }

    /** What counts as income is what is paid before anything comes off it, so nothing may. */
    private void readIncome(Yaml section) {
        incomeFact = section.text("fact");
        incomeMonths = section.text("months");
        for (Yaml line : section.children("lines")) {
            String share = line.text("rule").equals("counts") ? line.text("share") : "";
            if (share.isEmpty() && !line.text("rule").equals("exempt")) {
                throw Faults.unsupported(line.where() + " rule", line.text("rule"));
            }
            for (MatterId paid : matters(line.texts("of"))) {
                for (MatterId asking : matters(line.texts("for"))) {
                    var rule = new IncomeRule(paid, asking, share, line.bilingual("because"), line.text("article"));
                    boolean reduced = rule.counts() && mayBeReduced(paid);
                    if (reduced || (!paid.equals(asking) && income.put(new Flow(paid, asking), rule) != null)) {
                        throw Faults.overlap(line.where(), paid + ", " + asking);
                    }
                }
            }
        }
    }

    private boolean mayBeReduced(MatterId matter) {
        return caps.stream().anyMatch(cap -> cap.of().contains(matter))
                || rules.values().stream()
                        .anyMatch(rule -> rule instanceof Overlap.Offset offset
                                && offset.reduced().equals(matter));
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

    /** Refuses a matter that has not got the parameters by which it is capped, or by which it counts income. */
    void check(Pack pack) {
        for (Cap cap : caps) {
            if (cap.of().contains(pack.id())) {
                if (cap.perPerson() && !pack.matter().judgesPersons()) {
                    throw Faults.unsupported(WHERE, "a cap per person on " + pack.id());
                }
                require(pack, cap.isHighest() ? "" : cap.limit());
            }
        }
        income.values().stream()
                .filter(rule -> rule.counts() && rule.asking().equals(pack.id()))
                .forEach(rule -> {
                    require(pack, rule.share());
                    require(pack, incomeMonths);
                });
    }

    private static void require(Pack pack, String parameter) {
        if (!parameter.isEmpty() && pack.findParameter(parameter).isEmpty()) {
            throw Faults.unknownName(WHERE, pack.id() + " " + parameter);
        }
    }

    /** How the two stand to each other. */
    public Optional<Overlap> between(MatterId a, MatterId b) {
        return Optional.ofNullable(rules.get(Pair.of(a, b)));
    }

    public List<Cap> caps() {
        return List.copyOf(caps);
    }

    public Collection<IncomeRule> incomeRules() {
        return income.values();
    }

    /** The fact of a member to which income that counts is added, in the total of the window. */
    public String incomeFact() {
        return incomeFact;
    }

    /** The parameter that says how many months the window has. */
    String incomeMonths() {
        return incomeMonths;
    }

    /** Whether what the one pays counts as income of the other. */
    public Optional<IncomeRule> income(MatterId paid, MatterId asking) {
        return Optional.ofNullable(income.get(new Flow(paid, asking)));
    }

    /** Whether the two, or one for several persons, are settled by anything else than being given both. */
    public boolean compete(MatterId a, MatterId b) {
        return between(a, b).filter(rule -> !(rule instanceof Overlap.Both)).isPresent()
                || caps.stream()
                        .filter(cap -> !a.equals(b) || !cap.perPerson())
                        .anyMatch(cap -> cap.of().contains(a) && cap.of().contains(b));
    }

    /** What of the money of the ones the file does not decide whether it is income of the others. */
    public List<String> undecidedIncome(Collection<MatterId> paying, Collection<MatterId> asking) {
        return paying.stream()
                .flatMap(paid -> asking.stream()
                        .filter(other ->
                                !other.equals(paid) && income(paid, other).isEmpty())
                        .map(other -> paid + " > " + other))
                .sorted()
                .toList();
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
