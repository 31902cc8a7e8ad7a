package org.weimin.screening.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.kernel.Acting;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.DraftId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.screening.ScenarioId;
import org.weimin.screening.Supposition;
import org.weimin.screening.WhatIf;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 资金测算: supposes another law, and shows what it would cost and whom it would concern. */
@Controller
class WhatIfPage {
    private static final String VALUE = "v.";
    private final WhatIf whatIf;
    private final WhatIfForm form;
    private final ScenarioFigures figures;

    WhatIfPage(WhatIf whatIf, WhatIfForm form, ScenarioFigures figures) {
        this.whatIf = whatIf;
        this.form = form;
        this.figures = figures;
    }

    @GetMapping("/whatif")
    @Requires("screening.suppose")
    Page home(@RequestParam(defaultValue = "") String matter) {
        return Page.of("screening/whatIf", view(matter, Map.of(), ""));
    }

    @PostMapping("/whatif")
    @Requires("screening.suppose")
    Page ask(@RequestParam MultiValueMap<String, String> typed) {
        Map<String, String> single = typed.toSingleValueMap();
        try {
            var supposed = supposition(typed);
            var asked = whatIf.ask(
                    single.getOrDefault("name", ""),
                    Acting.staff().area(),
                    single.containsKey("unify") ? whatIf.unified(supposed) : supposed);
            return Page.redirect("/whatif/" + asked);
        } catch (Refused refused) {
            String why = Texts.t(refused);
            return Page.invalid("screening/whatIf", view(single.getOrDefault("matter", ""), single, why));
        }
    }

    @GetMapping("/whatif/{id}")
    @Requires("screening.suppose")
    Page show(@PathVariable String id) {
        return Page.of("screening/scenario", figures.view(whatIf.get(ScenarioId.of(id))));
    }

    /** Asked every second while a scenario is worked; the figures grow exact under the reader's eyes. */
    @GetMapping("/whatif/{id}/figures")
    @Requires("screening.suppose")
    Page figures(@PathVariable String id) {
        return Page.fragment("screening/scenarioFigures", figures.view(whatIf.get(ScenarioId.of(id))));
    }

    @PostMapping("/whatif/{id}/forget")
    @Requires("screening.suppose")
    Page forget(@PathVariable String id) {
        whatIf.forget(ScenarioId.of(id));
        return Page.redirect("/whatif", "screening.whatif.forgotten");
    }

    /** Two or three scenarios side by side. */
    @GetMapping("/whatif/compare")
    @Requires("screening.suppose")
    Page compare(@RequestParam(defaultValue = "") List<String> id) {
        var chosen = id.stream()
                .limit(3)
                .map(each -> whatIf.get(ScenarioId.of(each)))
                .toList();
        return Page.of("screening/scenarios", figures.beside(chosen));
    }

    private WhatIfView view(String matter, Map<String, String> typed, String error) {
        return form.view(Acting.staff().area(), whatIf.list(Acting.staff().area()), matter, typed, error);
    }

    private static Supposition supposition(MultiValueMap<String, String> typed) {
        Map<String, String> single = typed.toSingleValueMap();
        var values = new HashMap<String, String>();
        single.forEach((name, value) -> {
            if (name.startsWith(VALUE) && !value.isBlank()) {
                values.put(name.substring(VALUE.length()), value);
            }
        });
        return new Supposition(
                matter(single.getOrDefault("matter", "")),
                day(single.getOrDefault("from", "")),
                place(single.getOrDefault("at", "")),
                values,
                Optional.of(single.getOrDefault("draft", ""))
                        .filter(draft -> !draft.isBlank())
                        .map(DraftId::of),
                merged(typed.getOrDefault("town", List.of()), single.getOrDefault("into", "")));
    }

    private static Map<DivisionCode, DivisionCode> merged(List<String> towns, String into) {
        var merged = new HashMap<DivisionCode, DivisionCode>();
        if (!into.isBlank()) {
            towns.stream().filter(town -> !town.equals(into)).forEach(town -> merged.put(place(town), place(into)));
        } else if (!towns.isEmpty()) {
            throw new Refused("screening.whatif.into");
        }
        return merged;
    }

    private static MatterId matter(String text) {
        try {
            return new MatterId(text);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(text);
        }
    }

    private static LocalDate day(String text) {
        return FindingsPage.day(text.strip());
    }

    private static DivisionCode place(String text) {
        try {
            return new DivisionCode(text.strip());
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(text);
        }
    }
}
