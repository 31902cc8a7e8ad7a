package org.weimin.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;

/**
 * 联动表: what each kind of event does in each matter ({@code packs/_shared/linkages.yaml}). Every cell is decided, the
 * ones in which nothing happens too; an empty one is a fault, so that a new matter has to be thought about.
 */
public final class LinkageTable {
    static final String FILE = Packs.SHARED + "linkages.yaml";
    private static final int MOST_NAMED = 12;

    /** 听证例外: what may take effect before anybody was heard, and why. */
    public record Exemption(String code, Text because, String article) {}

    /** 折算: how many minutes of somebody's time a visit and a paper are taken to cost. */
    public record Rates(int minutesPerVisit, int minutesPerPaper, Text source) {
        static final Rates NONE = new Rates(0, 0, Text.NONE);

        static Rates read(Yaml yaml) {
            return new Rates(yaml.amount("minutesPerVisit"), yaml.amount("minutesPerPaper"), yaml.bilingual("source"));
        }
    }

    /** 业务线: the matters whose items begin with these letters, and the bundle in which they are usually seen. */
    public record Line(String code, String bundle, Text title) {}

    private record Place(String event, MatterId matter) {}

    private final String version;
    private final Rates rates;
    private final Map<String, EventKind> kinds = new LinkedHashMap<>();
    private final Map<EventKind.Filter, Text> filters = new EnumMap<>(EventKind.Filter.class);
    private final Map<String, Exemption> exemptions = new LinkedHashMap<>();
    private final Map<String, Text> bundles = new LinkedHashMap<>();
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, LinkWorth> worths = new LinkedHashMap<>();
    private final Map<String, List<String>> groups = new HashMap<>();
    private final Map<Place, List<LinkCell>> cells = new LinkedHashMap<>();
    private final Map<String, List<LinkCell>> effects;

    private LinkageTable(Yaml file, String version) {
        this.version = version;
        this.rates = file.has("rates") ? Rates.read(file.child("rates")) : Rates.NONE;
        file.children("worth").forEach(line -> add(worths, line.text("code"), LinkWorth.read(line), line));
        file.children("exceptions").forEach(line -> add(exemptions, line.text("code"), exemption(line), line));
        file.children("filters")
                .forEach(line ->
                        add(filters, line.choice("code", EventKind.Filter.class), line.bilingual("title"), line));
        file.children("events").forEach(line -> add(kinds, line.text("code"), kind(line), line));
        file.children("bundles").forEach(line -> add(bundles, line.text("code"), line.bilingual("title"), line));
        file.children("lines").forEach(line -> add(lines, line.text("code"), line(line), line));
        Yaml named = file.childOrEmpty("groups");
        named.values().keySet().forEach(name -> groups.put(name, named.texts(name)));
        List<Yaml> deciding = file.children("cells");
        deciding.stream().filter(line -> !line.isTrue("rest")).forEach(this::decide);
        deciding.stream().filter(line -> line.isTrue("rest")).forEach(this::decide);
        effects = cells().stream()
                .filter(cell -> cell.effect() != LinkEffect.NONE)
                .collect(Collectors.groupingBy(LinkCell::event));
    }

    /** No event and no cell: for packs that stand alone. */
    static LinkageTable none() {
        return new LinkageTable(new Yaml(FILE, Map.of()), "");
    }

    static LinkageTable read(String yaml) {
        return new LinkageTable(Yaml.read(FILE, yaml), PackFiles.sha256(new TreeMap<>(Map.of(FILE, yaml))));
    }

    private static <K, V> void add(Map<K, V> known, K key, V value, Yaml line) {
        if (known.put(key, value) != null) {
            throw Faults.overlap(line.where(), String.valueOf(key));
        }
    }

    private EventKind kind(Yaml line) {
        EventKind kind = EventKind.read(line);
        kind.filters().stream()
                .filter(filter -> !filters.containsKey(filter))
                .findFirst()
                .ifPresent(filter -> {
                    throw Faults.unknownLink(line.where(), filter.name());
                });
        return kind;
    }

    private Line line(Yaml line) {
        if (!bundles.containsKey(line.text("bundle"))) {
            throw Faults.unknownLink(line.where(), line.text("bundle"));
        }
        return new Line(line.text("code"), line.text("bundle"), line.bilingual("title"));
    }

    private static Exemption exemption(Yaml line) {
        return new Exemption(line.text("code"), reason(line), line.text("article", ""));
    }

    /** A line decides each of its {@code when} with each of its {@code of}; a rest line only what is still open. */
    private void decide(Yaml line) {
        List<MatterId> matters = named(line, "of").stream().map(MatterId::new).toList();
        LinkEffect effect = line.choice("effect", LinkEffect.class);
        for (String event : named(line, "when")) {
            if (!kinds.containsKey(event)) {
                throw Faults.unknownLink(line.where(), event);
            }
            for (MatterId matter : matters) {
                var place = new Place(event, matter);
                if (!line.isTrue("rest") || !cells.containsKey(place)) {
                    put(place, cell(line, place, effect), line);
                }
            }
        }
    }

    /** What is named, groups as their members. */
    private Set<String> named(Yaml line, String key) {
        var names = new LinkedHashSet<String>();
        line.texts(key).forEach(name -> names.addAll(groups.getOrDefault(name, List.of(name))));
        if (names.isEmpty()) {
            throw Faults.unknownLink(line.where(), key);
        }
        return names;
    }

    /** A cell may act for several people, each once; where nothing happens nothing else does. */
    private void put(Place place, LinkCell cell, Yaml line) {
        List<LinkCell> decided = cells.computeIfAbsent(place, open -> new ArrayList<>());
        boolean twice = decided.stream()
                .anyMatch(other -> other.whom() == cell.whom()
                        || other.effect() == LinkEffect.NONE
                        || cell.effect() == LinkEffect.NONE);
        if (twice) {
            throw Faults.overlap(line.where(), place.event() + " × " + place.matter());
        }
        decided.add(cell);
    }

    private LinkCell cell(Yaml line, Place place, LinkEffect effect) {
        boolean acts = effect != LinkEffect.NONE;
        return new LinkCell(
                place.event(),
                place.matter(),
                line.has("for") ? line.choice("for", LinkCell.Whom.class) : LinkCell.Whom.SUBJECT,
                effect,
                from(line, effect),
                gate(line, effect),
                effect == LinkEffect.HAND_OVER ? line.text("to") : "",
                reason(line),
                line.text("article", ""),
                acts ? worth(line) : LinkWorth.NONE);
    }

    /** Only a hold ends by itself, and only with what this table knows. */
    private LinkCell.From from(Yaml line, LinkEffect effect) {
        LinkCell.From from = LinkCell.From.read(line);
        Stream.concat(from.until().stream(), from.undoneBy().stream())
                .filter(kind -> effect != LinkEffect.SUSPEND || !kinds.containsKey(kind))
                .findFirst()
                .ifPresent(kind -> {
                    throw Faults.unknownLink(line.where(), kind);
                });
        return from;
    }

    private String gate(Yaml line, LinkEffect effect) {
        String gate = line.text("gate", "");
        boolean known = gate.equals(LinkCell.HEARING) || exemptions.containsKey(gate);
        if (effect.isAdverse() ? !known : !gate.isEmpty()) {
            throw Faults.noHearing(line.where(), gate);
        }
        return gate;
    }

    private LinkWorth worth(Yaml line) {
        return Optional.ofNullable(worths.get(line.text("worth")))
                .orElseThrow(() -> Faults.unknownLink(line.where(), line.text("worth")));
    }

    private static Text reason(Yaml line) {
        Text because = line.bilingualOrNone("because");
        if (because.zh().isBlank() || because.en().isBlank()) {
            throw Faults.noReason(line.where());
        }
        return because;
    }

    /** Refuses an empty cell, a cell of a matter that is not there, and a bureau that nobody knows. */
    void check(Collection<Pack> packs, Set<String> bureaus) {
        Set<MatterId> matters = packs.stream().map(Pack::id).collect(Collectors.toCollection(LinkedHashSet::new));
        packs.stream()
                .filter(pack -> !lines.containsKey(pack.line()))
                .findFirst()
                .ifPresent(pack -> {
                    throw Faults.unknownLink(FILE + " lines", pack.item());
                });
        packs.stream().findAny().map(Pack::dictionary).ifPresent(this::checkFacts);
        for (LinkCell cell : cells()) {
            if (!matters.contains(cell.matter())) {
                throw Faults.unknownLink(
                        FILE + " " + cell.event(), cell.matter().value());
            }
            if (cell.effect() == LinkEffect.HAND_OVER && !bureaus.contains(cell.to())) {
                throw Faults.unknownLink(FILE + " " + cell.event() + " × " + cell.matter(), cell.to());
            }
        }
        List<String> open = undecided(matters);
        if (!open.isEmpty()) {
            String named = String.join(", ", open.subList(0, Math.min(MOST_NAMED, open.size())));
            throw Faults.emptyCell(FILE, open.size() > MOST_NAMED ? named + ", … (" + open.size() + ")" : named);
        }
    }

    /** A paper runs out by a date of the dictionary, and a decision names people and days by its facts. */
    private void checkFacts(FactsDictionary dictionary) {
        for (EventKind kind : kinds.values()) {
            kind.expiry().map(EventKind.Expiry::fact).ifPresent(fact -> check(dictionary, kind, fact, "date"));
            for (EventKind.Entry entry : kind.entries()) {
                Stream.of(entry.subject(), entry.other())
                        .filter(fact -> !fact.isEmpty() && !fact.equals(EventKind.Entry.SELF))
                        .forEach(fact -> check(dictionary, kind, fact, "text"));
                if (!entry.on().isEmpty()) {
                    check(dictionary, kind, entry.on(), "date");
                }
            }
        }
    }

    private static void check(FactsDictionary dictionary, EventKind kind, String fact, String type) {
        if (dictionary.find(fact).filter(known -> known.type().equals(type)).isEmpty()) {
            throw Faults.unknownLink(FILE + " " + kind.code(), fact);
        }
    }

    /** The cells of these matters that nobody decided. */
    public List<String> undecided(Collection<MatterId> matters) {
        return kinds.keySet().stream()
                .flatMap(event -> matters.stream()
                        .filter(matter -> !cells.containsKey(new Place(event, matter)))
                        .map(matter -> event + " × " + matter))
                .toList();
    }

    /** Changes with every change of the file, so that an event says by which table it was handled. */
    public String version() {
        return version;
    }

    public Rates rates() {
        return rates;
    }

    public List<EventKind> kinds() {
        return List.copyOf(kinds.values());
    }

    public EventKind kind(String code) {
        return findKind(code).orElseThrow(() -> new NotFound(code));
    }

    public Optional<EventKind> findKind(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    public Text title(EventKind.Filter filter) {
        return Optional.ofNullable(filters.get(filter)).orElseThrow(() -> new NotFound(filter));
    }

    /** The lines of business, bundle by bundle. */
    public List<Line> lines() {
        return List.copyOf(lines.values());
    }

    public Text bundle(String code) {
        return Optional.ofNullable(bundles.get(code)).orElseThrow(() -> new NotFound(code));
    }

    /** Why an effect need not wait for the hearing. */
    public Optional<Exemption> exemption(String gate) {
        return Optional.ofNullable(exemptions.get(gate));
    }

    public List<LinkCell> cells() {
        return cells.values().stream().flatMap(List::stream).toList();
    }

    /** What the event does in the matter; one cell that says none where it does nothing. */
    public List<LinkCell> cells(String event, MatterId matter) {
        return List.copyOf(cells.getOrDefault(new Place(event, matter), List.of()));
    }

    /** Everything that the event does, matter by matter. */
    public List<LinkCell> effects(String event) {
        return List.copyOf(effects.getOrDefault(event, List.of()));
    }
}
