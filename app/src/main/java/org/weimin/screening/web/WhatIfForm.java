package org.weimin.screening.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.divisions.Division;
import org.weimin.divisions.Divisions;
import org.weimin.engine.Pack;
import org.weimin.engine.Parameter;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.policy.Drafts;
import org.weimin.policy.Policy;
import org.weimin.screening.Effect;
import org.weimin.screening.Impact;
import org.weimin.screening.Scenario;
import org.weimin.screening.Supposition;
import org.weimin.screening.Sweep;
import org.weimin.screening.WhatIf;
import org.weimin.shell.Option;
import org.weimin.shell.Texts;

/** Lays out what may be supposed of a matter, beside what is in force, and the scenarios of before. */
@Component
class WhatIfForm {
    private final WhatIf whatIf;
    private final Policy policy;
    private final Drafts drafts;
    private final Divisions divisions;
    private final Phrases phrases;
    private final BusinessClock clock;

    WhatIfForm(WhatIf whatIf, Policy policy, Drafts drafts, Divisions divisions, Phrases phrases, BusinessClock clock) {
        this.whatIf = whatIf;
        this.policy = policy;
        this.drafts = drafts;
        this.divisions = divisions;
        this.phrases = phrases;
        this.clock = clock;
    }

    WhatIfView view(
            DivisionCode place, List<Scenario> scenarios, String matter, Map<String, String> typed, String error) {
        var impacts = whatIf.impacts(scenarios);
        Optional<Pack> chosen =
                matters().filter(pack -> pack.id().value().equals(matter)).findFirst();
        return new WhatIfView(
                phrases.area(place.value()),
                scenarios.stream()
                        .map(scenario -> row(scenario, impacts.getOrDefault(scenario.id(), Impact.NONE)))
                        .toList(),
                new WhatIfView.Matters(
                        matters()
                                .map(pack -> new Option(pack.id().value(), phrases.matter(pack.id())))
                                .toList(),
                        matter),
                chosen.map(pack -> form(pack, place, typed, error)).stream().toList());
    }

    /** What gives something and can be asked of everybody. */
    private Stream<Pack> matters() {
        return policy.packs().list().stream()
                .filter(pack -> pack.matter().acts() == Pack.Acts.GRANT)
                .filter(pack -> pack.isInForce(clock.today()))
                .filter(pack -> pack.matter().giving().notScreened().isEmpty());
    }

    private WhatIfView.Form form(Pack pack, DivisionCode place, Map<String, String> typed, String error) {
        String from = typed.getOrDefault(
                "from", clock.today().plusMonths(1).withDayOfMonth(1).toString());
        List<Parameter> read = read(pack, place);
        int first = Math.max(1, pack.matter().window().headline().size());
        List<WhatIfView.Field> fields = read.stream()
                .map(parameter -> field(pack, parameter, place, typed))
                .toList();
        List<Division> towns = divisions.children(place.county(), clock.today());
        return new WhatIfView.Form(
                pack.id().value(),
                error,
                new WhatIfView.When(
                        typed.getOrDefault("name", ""),
                        from,
                        typed.getOrDefault("at", place.value()),
                        Stream.concat(
                                        Stream.of(new Option(place.value(), phrases.area(place.value()))),
                                        towns.stream().map(WhatIfForm::option))
                                .toList()),
                fields.stream().limit(first).toList(),
                fields.stream().skip(first).toList(),
                drafts(pack.id()),
                towns.stream().map(WhatIfForm::option).toList(),
                unify(pack, read, place));
    }

    /** Whether town and country differ in anything there. */
    private WhatIfView.Unify unify(Pack pack, List<Parameter> read, DivisionCode place) {
        List<String> rural = read.stream()
                .map(Parameter::name)
                .filter(name -> name.endsWith(Supposition.RURAL))
                .toList();
        boolean differ = rural.stream()
                .anyMatch(name -> !now(pack, name, place).equals(now(pack, Supposition.common(name), place)));
        return rural.isEmpty()
                ? WhatIfView.Unify.NONE
                : differ ? WhatIfView.Unify.OFFERED : WhatIfView.Unify.DONE_ALREADY;
    }

    private String now(Pack pack, String parameter, DivisionCode place) {
        return pack.value(parameter, place, clock.today()).value();
    }

    private List<Parameter> read(Pack pack, DivisionCode place) {
        var inputs = pack.editionOn(clock.today()).rules().inputs();
        return pack.parameters().stream()
                .filter(parameter -> inputs.containsKey(parameter.name()))
                .filter(parameter -> !parameter.name().equals(Supposition.READ_ONCE))
                .filter(parameter -> !parameter.unit().equals("text"))
                .filter(parameter -> parameter.find(place, clock.today()).isPresent()
                        || parameter.otherwise().isPresent())
                .toList();
    }

    private WhatIfView.Field field(Pack pack, Parameter parameter, DivisionCode place, Map<String, String> typed) {
        var now = pack.value(parameter.name(), place, clock.today());
        return new WhatIfView.Field(
                "v." + parameter.name(),
                Texts.either(parameter.title().zh(), parameter.title().en()),
                Texts.t(
                        "screening.whatif.now",
                        now.value(),
                        Texts.t("policy.unit." + parameter.unit()),
                        now.from().toString(),
                        now.place().equals(DivisionCode.COUNTRY)
                                ? Texts.t("policy.national")
                                : phrases.area(now.place().value()),
                        now.example() ? Texts.t("policy.example") : now.source()),
                typed.getOrDefault("v." + parameter.name(), ""));
    }

    private List<Option> drafts(MatterId matter) {
        return drafts.list().stream()
                .filter(draft -> draft.matter().equals(matter))
                .filter(draft -> switch (draft.status()) {
                    case DRAFT, CHECKED, SUBMITTED -> true;
                    case PUBLISHED, REFUSED, WITHDRAWN -> false;
                })
                .map(draft -> new Option(draft.id().toString(), draft.purpose().title() + " · " + draft.from()))
                .toList();
    }

    private static Option option(Division division) {
        return new Option(division.code().value(), division.name());
    }

    private WhatIfView.Row row(Scenario scenario, Impact all) {
        Impact impact = all.of(scenario.supposition().matter());
        return new WhatIfView.Row(
                scenario.id().toString(),
                scenario.name(),
                phrases.matter(scenario.supposition().matter()),
                scenario.supposition().from().toString(),
                Texts.t("screening.status." + scenario.status()),
                switch (scenario.status()) {
                    case DONE -> "ok";
                    case FAILED -> "bad";
                    case ASKED, RUNNING -> "info";
                },
                scenario.status() == Sweep.Status.FAILED
                        ? ""
                        : ScenarioFigures.signed(impact.all().difference()),
                ScenarioFigures.number(impact.of(Effect.Kind.NEWLY).subjects()),
                ScenarioFigures.number(impact.of(Effect.Kind.NO_LONGER).subjects()));
    }
}
