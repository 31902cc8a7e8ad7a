package org.weimin.linkage.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.weimin.divisions.Divisions;
import org.weimin.divisions.OrgUnit;
import org.weimin.engine.EventKind;
import org.weimin.engine.EventKind.Detail;
import org.weimin.engine.EventKind.Source;
import org.weimin.engine.Pack;
import org.weimin.engine.Parameter;
import org.weimin.engine.ResolvedValue;
import org.weimin.home.DayBegan;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.linkage.About;
import org.weimin.linkage.Linkage;
import org.weimin.linkage.RegisterEvent;
import org.weimin.linkage.RegisterEvent.Origin;
import org.weimin.policy.Draft;
import org.weimin.policy.Drafts;
import org.weimin.policy.Policy;
import org.weimin.policy.PolicyPublished;

/**
 * 标准生效: a standard tells of itself on the day from which it holds, in every county here that it holds for; one that is
 * published for a day gone by tells of itself at once. How long a step may take is no standard.
 */
@Component
class HearOfStandards {
    private static final String CHANGED = "STANDARD_CHANGE";
    private static final String PROCEDURE = "procedure.yaml";
    private final Linkage linkage;
    private final Policy policy;
    private final Drafts drafts;
    private final Divisions divisions;
    private final BusinessClock clock;

    HearOfStandards(Linkage linkage, Policy policy, Drafts drafts, Divisions divisions, BusinessClock clock) {
        this.linkage = linkage;
        this.policy = policy;
        this.drafts = drafts;
        this.divisions = divisions;
        this.clock = clock;
    }

    /** One line of a standard: which, where, and what it is from then on. */
    record Line(Parameter parameter, DivisionCode place, String value) {}

    @EventListener
    void on(PolicyPublished published) {
        Draft draft = drafts.get(published.draft());
        Pack pack = policy.pack(draft.matter());
        if (draft.content().rules().isPresent() && !draft.from().isAfter(clock.today())) {
            tell(pack, draft.from(), List.of(), Set.of(draft.author().area()), draft.id() + ":rules");
        }
        draft.content().values().stream()
                .filter(line -> !line.from().isAfter(clock.today()) && isStandard(pack, line.parameter()))
                .forEach(line -> tell(
                        pack,
                        line.from(),
                        List.of(new Line(pack.parameter(line.parameter()), line.place(), line.value())),
                        Set.of(line.place()),
                        draft.id().toString()));
    }

    @EventListener
    void on(DayBegan began) {
        LocalDate day = began.day();
        for (Pack pack : policy.packs().list()) {
            List<Line> lines = pack.parameters().stream()
                    .flatMap(parameter -> parameter.values().stream()
                            .filter(value -> value.from().equals(day) && isStandard(pack, parameter.name()))
                            .map(value -> new Line(parameter, value.place(), value.value())))
                    .toList();
            var places = new LinkedHashSet<DivisionCode>();
            lines.forEach(line -> places.add(line.place()));
            if (pack.editions().containsKey(day)) {
                places.add(DivisionCode.COUNTRY);
            }
            tell(pack, day, lines, places, "day");
        }
    }

    private static boolean isStandard(Pack pack, String parameter) {
        return pack.parameterFile(parameter)
                .filter(file -> !file.endsWith(PROCEDURE))
                .isPresent();
    }

    void tell(Pack pack, LocalDate from, List<Line> lines, Set<DivisionCode> places, String told) {
        for (EventKind kind : linkage.table().kinds()) {
            if (kind.code().equals(CHANGED)) {
                counties(places).forEach(county -> register(kind, pack, from, county, told, Map.of()));
            } else if (kind.sources().contains(Source.POLICY)) {
                lines.forEach(line -> triggered(kind, pack, from, line, told));
            }
        }
    }

    /** 启动条件: a figure that has reached its line; which figure and which line the table says. */
    private void triggered(EventKind kind, Pack pack, LocalDate from, Line line, String told) {
        kind.triggers().stream()
                .filter(trigger -> trigger.matter().equals(pack.id())
                        && trigger.parameter().equals(line.parameter().name()))
                .forEach(trigger -> counties(Set.of(line.place())).stream()
                        .filter(county -> hasReached(pack.value(trigger.reaches(), county, from), line.value()))
                        .forEach(county ->
                                register(kind, pack, from, county, told, Map.of(Detail.AMOUNT, line.value()))));
    }

    private static boolean hasReached(ResolvedValue bar, String value) {
        return new BigDecimal(value).compareTo(new BigDecimal(bar.value())) >= 0;
    }

    private void register(
            EventKind kind, Pack pack, LocalDate from, DivisionCode county, String told, Map<Detail, String> details) {
        var all = new java.util.EnumMap<Detail, String>(Detail.class);
        all.putAll(details);
        all.put(Detail.PLACE, county.value());
        linkage.register(new RegisterEvent(
                kind.code(),
                new Origin(
                        "policy",
                        String.join(":", told, kind.code(), pack.id().value(), county.value(), from.toString())),
                About.of(pack.id()),
                from,
                clock.today(),
                county,
                all));
    }

    /** A place in a county is itself; one above it is whatever counties have their office here. */
    private List<DivisionCode> counties(Set<DivisionCode> places) {
        return places.stream()
                .flatMap(place -> place.county().value().length() == 6
                        ? Stream.of(place)
                        : divisions.orgUnits(place).stream()
                                .filter(unit -> unit.kind() == OrgUnit.Kind.BUREAU)
                                .map(OrgUnit::area))
                .distinct()
                .toList();
    }
}
