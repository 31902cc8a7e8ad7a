package org.weimin.engine;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;

/** 政策包目录: every matter of a {@code packs} folder, read and checked whole; one faulty cell refuses the folder. */
public final class Packs {
    static final String SHARED = "_shared/";
    private static final String OFFICES = SHARED + "offices.yaml";
    private final FactsDictionary dictionary;
    private final Overlaps overlaps;
    private final LinkageTable linkages;
    private final List<LifeEvent> events;
    private final List<LifeEvent.Group> groups;
    private final PlainWords words;
    private final SelfCheck selfCheck;
    private final Map<String, Parameter> offices;
    private final NavigableMap<String, String> files;
    private final Map<MatterId, Pack> packs = new LinkedHashMap<>();

    private Packs(NavigableMap<String, String> files, FactsDictionary dictionary, Map<MatterId, Pack> known) {
        this.files = files;
        this.dictionary = dictionary;
        this.overlaps = Optional.ofNullable(files.get(SHARED + "overlaps.yaml"))
                .map(Overlaps::read)
                .orElseGet(Overlaps::none);
        this.linkages = Optional.ofNullable(files.get(LinkageTable.FILE))
                .map(LinkageTable::read)
                .orElseGet(LinkageTable::none);
        this.events = Optional.ofNullable(files.get(LifeEvent.FILE))
                .map(LifeEvent::read)
                .orElse(List.of());
        this.groups = Optional.ofNullable(files.get(LifeEvent.FILE))
                .map(LifeEvent::groups)
                .orElse(List.of());
        this.words = Optional.ofNullable(files.get(PlainWords.FILE))
                .map(PlainWords::read)
                .orElse(PlainWords.NONE);
        this.selfCheck = Optional.ofNullable(files.get(SelfCheck.FILE))
                .map(yaml -> SelfCheck.read(yaml, dictionary))
                .orElse(SelfCheck.NONE);
        this.offices = Optional.ofNullable(files.get(OFFICES))
                .map(yaml -> ParameterFiles.read(OFFICES, yaml))
                .orElse(Map.of());
        files.keySet().stream()
                .filter(path -> path.endsWith("/matter.yaml"))
                .map(path -> new MatterId(path.substring(0, path.indexOf('/'))))
                .forEach(id -> packs.put(id, read(id, known)));
        PackCheck.check(list(), events);
        Optional.ofNullable(files.get(PackCheck.ITEMS))
                .map(items -> Yaml.read(PackCheck.ITEMS, items).texts("items"))
                .ifPresent(items -> PackCheck.checkItems(list(), items));
        packs.values().forEach(overlaps::check);
        packs.values().stream()
                .flatMap(pack -> pack.editions().keySet().stream())
                .max(Comparator.naturalOrder())
                .ifPresent(newest -> InOrder.of(packs.values(), newest, overlaps));
    }

    static Packs of(NavigableMap<String, String> files) {
        return new Packs(files, FactsDictionary.read(files), Map.of());
    }

    /** These packs with further files, or others in their place; a matter whose files stay is not read again. */
    public Packs with(Map<String, String> changed) {
        var whole = new TreeMap<>(files);
        whole.putAll(changed);
        boolean sameFacts = changed.keySet().stream().noneMatch(FactsDictionary::isPart);
        return new Packs(whole, sameFacts ? dictionary : FactsDictionary.read(whole), packs);
    }

    public static Packs read(Path folder) {
        return of(PackFiles.in(folder));
    }

    /** The packs that the program carries itself. */
    public static Packs fromClassPath() {
        return of(PackFiles.onClassPath());
    }

    /** One edition of one matter from the files that {@link Pack#filesOf} gave when it was published. */
    public static Pack restore(MatterId id, Map<String, String> files) {
        var whole = new TreeMap<String, String>();
        files.forEach((path, content) -> whole.put(path.startsWith(SHARED) ? path : id + "/" + path, content));
        return of(whole).get(id);
    }

    public Pack get(MatterId id) {
        return find(id).orElseThrow(() -> new NotFound(id));
    }

    public Optional<Pack> find(MatterId id) {
        return Optional.ofNullable(packs.get(id));
    }

    /** Every matter, by its item code. */
    public List<Pack> list() {
        return packs.values().stream()
                .sorted(Comparator.comparing(Pack::item)
                        .thenComparing(pack -> pack.id().value()))
                .toList();
    }

    public FactsDictionary dictionary() {
        return dictionary;
    }

    /** How the matters stand to each other. */
    public Overlaps overlaps() {
        return overlaps;
    }

    /** What an event in one matter does in every other one. */
    public LinkageTable linkages() {
        return linkages;
    }

    /** Refuses a matter for which the linkage table has no cell, and a cell of a matter that is not there. */
    void checkLinkages() {
        if (files.containsKey(LinkageTable.FILE)) {
            linkages.check(packs.values(), CheckItems.bureaus(shared("checks.yaml")));
        }
    }

    /** What can have happened to somebody, in the order in which it is offered. */
    public List<LifeEvent> events() {
        return events;
    }

    /** The shelves of the catalogue, in their order. */
    public List<LifeEvent.Group> groups() {
        return groups;
    }

    /** How people speak of what they look for. */
    public PlainWords words() {
        return words;
    }

    /** What a resident is asked who wants to know what help there may be. */
    public SelfCheck selfCheck() {
        return selfCheck;
    }

    /** What belongs to no matter, but to the offices that handle all of them: their standard, and how work weighs. */
    public Map<String, Parameter> offices() {
        return offices;
    }

    /** A file that all matters share, such as {@code calendar/working-days.csv}. */
    public String shared(String path) {
        return required(files, SHARED + path);
    }

    /** Parameters that no matter owns, by their names: {@code parameters/<name>.yaml} of the shared folder. */
    public Map<String, Parameter> parameters(String name) {
        String path = SHARED + "parameters/" + name + ".yaml";
        return ParameterFiles.read(path, required(files, path));
    }

    private static String required(NavigableMap<String, String> files, String path) {
        return Optional.ofNullable(files.get(path)).orElseThrow(() -> new NotFound(path));
    }

    private Pack read(MatterId id, Map<MatterId, Pack> known) {
        var own = own(id, files);
        return Optional.ofNullable(known.get(id))
                .filter(pack -> pack.files().equals(own))
                .map(pack -> pack.with(dictionary))
                .orElseGet(() -> read(id, own));
    }

    private Pack read(MatterId id, NavigableMap<String, String> own) {
        Yaml matter = Yaml.read(id + "/matter.yaml", required(own, "matter.yaml"));
        FactsDictionary used = dictionary.within(matter.texts("facts"));
        var parameters = ParameterFiles.read(id, own);
        var editions = new TreeMap<LocalDate, Edition>();
        own.keySet().stream()
                .filter(path -> path.startsWith("editions/"))
                .map(path -> path.split("/")[1])
                .distinct()
                .forEach(from -> editions.put(LocalDate.parse(from), edition(id, from, own, used, parameters)));
        var pack = new Pack(id, matter(matter), editions, parameters, dictionary, own);
        PackCheck.check(pack, used);
        return pack;
    }

    /** The matter's folder and what it uses of the files that all matters share. */
    static NavigableMap<String, String> own(MatterId id, NavigableMap<String, String> files) {
        var own = new TreeMap<String, String>();
        String prefix = id + "/";
        files.subMap(prefix, prefix + Character.MAX_VALUE)
                .forEach((path, content) -> own.put(path.substring(prefix.length()), content));
        Yaml matter = Yaml.read(id + "/matter.yaml", required(own, "matter.yaml"));
        matter.texts("facts").forEach(name -> required(files, FactsDictionary.file(name)));
        matter.texts("shares").forEach(name -> required(files, SHARED + "parameters/" + name + ".yaml"));
        own.putAll(SharedFiles.of(matter, own, files));
        return own;
    }

    private Edition edition(
            MatterId id,
            String from,
            NavigableMap<String, String> own,
            FactsDictionary used,
            Map<String, Parameter> parameters) {
        LocalDate day = LocalDate.parse(from);
        var inEdition = new TreeMap<>(SharedFiles.behind(own, day));
        String prefix = "editions/" + from + "/";
        own.subMap(prefix, prefix + Character.MAX_VALUE)
                .forEach((path, content) -> inEdition.put(path.substring(prefix.length()), content));
        String where = id + "/" + prefix;
        String dmn = inEdition.get("rules.dmn");
        String form = inEdition.get("form.yaml");
        Materials materials = Optional.ofNullable(own.get(Materials.FILE))
                .map(Materials::read)
                .orElse(Materials.NONE);
        return new Edition(
                day,
                inEdition,
                dmn == null ? null : DmnReader.read(where + "rules.dmn", dmn, used, parameters),
                form == null ? Form.EMPTY : Form.read(Yaml.read(where + "form.yaml", form), used, materials),
                Optional.ofNullable(inEdition.get(Questionnaire.FILE))
                        .map(yaml -> Questionnaire.read(where + Questionnaire.FILE, yaml))
                        .orElse(Questionnaire.NONE));
    }

    private static Pack.Matter matter(Yaml yaml) {
        var unit = yaml.choice("unit", Pack.Unit.class);
        return new Pack.Matter(
                yaml.text("item"),
                yaml.bilingual("title"),
                yaml.children("law").stream().map(LawReference::read).toList(),
                unit,
                yaml.choice("acts", Pack.Acts.class),
                yaml.find("of").map(MatterId::new),
                yaml.children("conditions").stream().map(Condition::read).toList(),
                giving(yaml, unit),
                yaml.children("remedies").stream()
                        .map(remedy ->
                                new Pack.Remedy(remedy.date("from"), remedy.bilingual("text"), remedy.text("article")))
                        .toList(),
                Window.read(yaml));
    }

    private static Pack.Giving giving(Yaml yaml, Pack.Unit unit) {
        var grants = yaml.children("grants").stream().map(GrantRule::read).toList();
        return new Pack.Giving(
                grants,
                Output.list(yaml),
                yaml.texts("gives"),
                yaml.texts("excludes").stream().map(MatterId::new).toList(),
                notScreened(yaml, unit, grants));
    }

    /** A sweep looks for people who could have aid; it passes over papers that somebody has to ask for. */
    private static Optional<Text> notScreened(Yaml yaml, Pack.Unit unit, List<GrantRule> grants) {
        if (yaml.has("screening")) {
            return Optional.of(yaml.child("screening").bilingual("because"));
        }
        boolean papers = grants.stream().allMatch(grant -> grant.kind() == GrantRule.Kind.DOCUMENT);
        return unit == Pack.Unit.ORGANISATION || (!grants.isEmpty() && papers)
                ? Optional.of(EngineTexts.of("engine.not-screened", List.of()))
                : Optional.empty();
    }
}
