package org.weimin.screening;

import java.util.Optional;
import org.weimin.kernel.DivisionCode;

/** 筛选条件: which of a scenario's households a list shows; an empty text asks for all. */
public record EffectFilter(ScenarioId scenario, String matter, String kind, DivisionCode area, Receiving receiving) {
    /** Whether the household draws the benefit today. */
    public enum Receiving {
        ANY,
        YES,
        NO
    }

    public static EffectFilter all(ScenarioId scenario) {
        return new EffectFilter(scenario, "", "", DivisionCode.COUNTRY, Receiving.ANY);
    }

    public Optional<Effect.Kind> kindAsked() {
        return kind.isEmpty() ? Optional.empty() : Optional.of(Effect.Kind.valueOf(kind));
    }
}
