package org.weimin.screening.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.engine.Overlaps;
import org.weimin.engine.Pack;
import org.weimin.engine.Packs;
import org.weimin.engine.Parameter;
import org.weimin.engine.Ties;
import org.weimin.engine.Type;
import org.weimin.engine.population.CompiledMatter;
import org.weimin.engine.population.Law;
import org.weimin.engine.population.Standards;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.DraftId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;
import org.weimin.policy.Draft;
import org.weimin.policy.Drafts;
import org.weimin.policy.NewValue;
import org.weimin.policy.Policy;
import org.weimin.screening.Supposition;

/** Lays a supposition over the law in force, as a draft that nobody keeps. */
@Component
public class SupposedLaw {
    private static final String SOURCE = "资金测算";

    private final Policy policy;
    private final Drafts drafts;
    private final Map<String, CompiledMatter> inForce = new ConcurrentHashMap<>();

    SupposedLaw(Policy policy, Drafts drafts) {
        this.policy = policy;
        this.drafts = drafts;
    }

    /** The law as it would be; what cannot be read or fits no parameter is refused. */
    public Packs of(Supposition supposed) {
        return drafts.supposing(draft(supposed));
    }

    /** The supposition without what is in force anyway; one that changes nothing or cannot be reckoned is refused. */
    public Supposition checked(Supposition asked) {
        Pack pack = policy.pack(asked.matter());
        if (asked.values().containsKey(Supposition.READ_ONCE)) {
            throw new Refused("screening.whatif.window");
        }
        pack.matter().giving().notScreened().ifPresent(because -> {
            throw new Refused("screening.whatif.not-screened", because.zh(), because.en());
        });
        LocalDate from = asked.draft()
                .map(draft -> drafts.get(draft).from())
                .filter(asked.from()::isBefore)
                .orElse(asked.from());
        var values = new TreeMap<String, String>();
        asked.values().forEach((name, value) -> {
            String written = value.strip().replace(",", "");
            if (!written.isEmpty() && !isInForce(pack, name, written, asked.at(), from)) {
                values.put(name, written);
            }
        });
        var supposed = new Supposition(asked.matter(), from, asked.at(), values, asked.draft(), asked.merged());
        if (supposed.changesNothing()) {
            throw new Refused("screening.whatif.nothing");
        }
        of(supposed);
        return supposed;
    }

    private static boolean isInForce(Pack pack, String name, String value, DivisionCode at, LocalDate day) {
        Parameter parameter =
                pack.findParameter(name).orElseThrow(() -> new Refused("screening.whatif.parameter", name));
        String now = pack.value(name, at, day).value();
        if (parameter.type().equals(Type.TEXT)) {
            return now.equals(value);
        }
        try {
            return new BigDecimal(value).compareTo(new BigDecimal(now)) == 0;
        } catch (NumberFormatException malformed) {
            throw new Refused(
                    "screening.whatif.value",
                    parameter.title().zh(),
                    parameter.title().en(),
                    value);
        }
    }

    /** With every rural value as the common one is, unless the supposition says otherwise. */
    public Supposition unified(Supposition asked) {
        Pack pack = policy.pack(asked.matter());
        var values = new TreeMap<>(asked.values());
        pack.parametersByName().keySet().stream()
                .filter(name -> name.endsWith(Supposition.RURAL))
                .forEach(rural -> {
                    String common = Supposition.common(rural);
                    String value = asked.values().getOrDefault(common, "").strip();
                    values.put(
                            rural,
                            value.isEmpty()
                                    ? pack.value(common, asked.at(), asked.from())
                                            .value()
                                    : value);
                });
        return new Supposition(asked.matter(), asked.from(), asked.at(), values, asked.draft(), asked.merged());
    }

    private Draft draft(Supposition supposed) {
        Optional<Draft> kept = supposed.draft().map(drafts::get);
        var content = kept.map(Draft::content).orElse(Draft.Content.NONE);
        return new Draft(
                DraftId.next(),
                supposed.matter(),
                kept.map(Draft::from).orElse(supposed.from()),
                kept.map(Draft::purpose).orElse(new Draft.Purpose(SOURCE, SOURCE)),
                new Draft.Content(content.rules(), content.cases(), values(supposed, content.values())),
                Draft.Status.DRAFT,
                List.of(),
                new Draft.Author(StaffId.next(), SOURCE, supposed.at()),
                Optional.empty(),
                1);
    }

    private static List<NewValue> values(Supposition supposed, List<NewValue> drafted) {
        var own = supposed.values().entrySet().stream()
                .map(value -> new NewValue(
                        value.getKey(), supposed.at(), supposed.from(), value.getValue(), SOURCE, supposed.from()))
                .toList();
        var others = drafted.stream()
                .filter(line -> own.stream().noneMatch(mine -> mine.isAt(line.parameter(), line.place(), line.from())));
        return Stream.concat(others, own.stream()).toList();
    }

    /**
     * Every matter that a supposition changes, those that see the change by way of others, and those on which these
     * depend, by both laws; one that no register can judge is left out.
     */
    List<Comparison> comparisons(Supposition supposed, List<DivisionCode> places) {
        Packs now = policy.packs();
        List<DivisionCode> then = places.stream().map(supposed::standardsOf).toList();
        List<Pack> screened = of(supposed).list().stream()
                .filter(pack -> isScreened(pack, supposed.from()))
                .toList();
        Set<MatterId> changed = screened.stream()
                .filter(pack -> pack.id().equals(supposed.matter())
                        || !now.get(pack.id()).files().equals(pack.files()))
                .map(Pack::id)
                .collect(Collectors.toSet());
        var ties = Ties.of(screened, supposed.from(), now.overlaps());
        Set<MatterId> asked = ties.withThoseAfter(changed);
        Set<MatterId> needed = ties.withThoseBefore(asked);
        return screened.stream()
                .filter(pack -> needed.contains(pack.id()))
                .map(pack -> {
                    Law before = law(inForce(now.get(pack.id()), supposed.from()), supposed.from(), places);
                    Law after = changed.contains(pack.id())
                            ? law(CompiledMatter.of(pack, pack.editionOn(supposed.from())), supposed.from(), then)
                            : before;
                    return new Comparison(before, after, asked.contains(pack.id()));
                })
                .toList();
    }

    /** How the matters stand to each other; no supposition changes it. */
    Overlaps overlaps() {
        return policy.packs().overlaps();
    }

    private static boolean isScreened(Pack pack, LocalDate day) {
        return pack.matter().acts() == Pack.Acts.GRANT
                && pack.isInForce(day)
                && pack.matter().giving().notScreened().isEmpty();
    }

    private static Law law(CompiledMatter rules, LocalDate day, List<DivisionCode> places) {
        return new Law(rules, Standards.of(rules.pack(), day, places, Map.of()));
    }

    private CompiledMatter inForce(Pack pack, LocalDate day) {
        var edition = pack.editionOn(day);
        return inForce.computeIfAbsent(pack.packVersion(edition), version -> CompiledMatter.of(pack, edition));
    }
}
