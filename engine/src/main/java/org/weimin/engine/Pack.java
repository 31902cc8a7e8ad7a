package org.weimin.engine;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;

/** 政策包: one matter as its folder under {@code packs/} describes it, with every edition and parameter. */
public record Pack(
        MatterId id,
        Matter matter,
        NavigableMap<LocalDate, Edition> editions,
        Map<String, Parameter> parametersByName,
        FactsDictionary dictionary,
        NavigableMap<String, String> files) {

    /** What {@code matter.yaml} says. */
    public record Matter(
            String item,
            Text title,
            List<LawReference> law,
            Unit unit,
            Acts acts,
            Optional<MatterId> of,
            List<Condition> conditions,
            Giving giving,
            List<Remedy> remedies,
            Window window) {
        public boolean judgesPersons() {
            return unit == Unit.PERSON;
        }

        public List<GrantRule> grants() {
            return giving.grants();
        }

        public List<MatterId> excludes() {
            return giving.excludes();
        }

        public List<Output> outputs() {
            return giving.outputs();
        }

        /** Whether it gives money, a service or a standing, and not only papers. */
        public boolean isAid() {
            return grants().stream().anyMatch(grant -> grant.kind() != GrantRule.Kind.DOCUMENT);
        }
    }

    /** Who is judged: a household as a whole, each of its members, or an organisation. */
    public enum Unit {
        HOUSEHOLD,
        PERSON,
        ORGANISATION
    }

    /**
     * 给付: what an entitled case is given and handed, which facts hold for whoever gets it, which matters cannot be
     * received beside it, and why it is left out when a whole population is screened (nothing: it is not left out).
     */
    public record Giving(
            List<GrantRule> grants,
            List<Output> outputs,
            List<String> facts,
            List<MatterId> excludes,
            Optional<Text> notScreened) {}

    /** 救济途径: what a person may do who disagrees, as the law has it from a day on. */
    public record Remedy(LocalDate from, Text text, String article) {}

    /** Whether a case gives something, looks again at what is given, or ends it. */
    public enum Acts {
        GRANT,
        CHANGE,
        STOP
    }

    /** The edition in force on the day; before the first one there is no answer. */
    public Edition editionOn(LocalDate asOf) {
        return Optional.ofNullable(editions.floorEntry(asOf))
                .orElseThrow(() -> new Refused(
                        "engine.no-edition", matter.title().zh(), matter.title().en(), asOf.toString()))
                .getValue();
    }

    /** Whether the matter has rules of its own for that day. */
    public boolean isInForce(LocalDate day) {
        return Optional.ofNullable(editions.floorEntry(day))
                .map(edition -> edition.getValue().hasRules())
                .orElse(false);
    }

    /** The remedy that the law of the day gives. */
    public Optional<Remedy> remedyOn(LocalDate asOf) {
        return matter.remedies().stream()
                .filter(remedy -> !remedy.from().isAfter(asOf))
                .max(Comparator.comparing(Remedy::from));
    }

    public Text title() {
        return matter.title();
    }

    /** 业务线: the letters with which its item begins. */
    public String line() {
        return item().replaceAll("\\d", "");
    }

    public String item() {
        return matter.item();
    }

    /** The item of the catalogue, and those that go with it. */
    public List<String> items() {
        return Stream.concat(Stream.of(item()), matter.window().also().stream().map(Window.Also::item))
                .toList();
    }

    /** The matter whose rules judge this one: what is stopped, or what is asked for on another road. */
    public MatterId assessedBy() {
        return matter.of().orElse(id);
    }

    public Parameter parameter(String name) {
        return findParameter(name).orElseThrow(() -> new NotFound(id + " " + name));
    }

    public Optional<Parameter> findParameter(String name) {
        return Optional.ofNullable(parametersByName.get(name));
    }

    /** The file of {@link #files} in which a parameter stands. */
    public Optional<String> parameterFile(String name) {
        return ParameterFiles.pathOf(this, name);
    }

    /** All parameters, those that people ask for first at the head. */
    public List<Parameter> parameters() {
        return parametersByName.values().stream()
                .sorted(Comparator.comparingInt(this::place))
                .toList();
    }

    private int place(Parameter parameter) {
        List<String> headline = matter.window().headline();
        int place = headline.indexOf(parameter.name());
        return place < 0 ? headline.size() : place;
    }

    /**
     * A parameter's value at a place on a day; where a place has none of its own, the parameter may name another one
     * that stands in for it.
     */
    public ResolvedValue value(String name, DivisionCode place, LocalDate asOf) {
        Parameter parameter = parameter(name);
        return parameter
                .find(place, asOf)
                .or(() -> parameter.otherwise().map(other -> value(other, place, asOf)))
                .orElseGet(() -> parameter.on(place, asOf));
    }

    /** The condition that produces the refusal. */
    public Optional<Condition> findCondition(String refusal) {
        return matter.conditions().stream()
                .filter(condition -> condition.refusal().equals(refusal))
                .findFirst();
    }

    /** All that an answer of this edition depends on, path by path: what is stored for ever and what is hashed. */
    public NavigableMap<String, String> filesOf(Edition edition) {
        var needed = new TreeMap<String, String>();
        files.forEach((path, content) -> {
            boolean otherEdition = path.startsWith("editions/") && !path.startsWith("editions/" + edition.from() + "/");
            if (!otherEdition && !path.startsWith("cases/")) {
                needed.put(path, content);
            }
        });
        return needed;
    }

    /** The same matter beside a dictionary that has grown. */
    Pack with(FactsDictionary grown) {
        return grown == dictionary ? this : new Pack(id, matter, editions, parametersByName, grown, files);
    }

    /** SHA-256 over the edition, the parameters and the dictionary it reads. */
    public String packVersion(Edition edition) {
        return edition.version(() -> PackFiles.sha256(filesOf(edition)));
    }
}
