package org.weimin.screening;

import java.util.Optional;
import org.weimin.kernel.DivisionCode;

/** 筛选条件: which findings of a sweep a list shows; an empty text asks for all. */
public record FindingFilter(
        SweepId sweep,
        String matter,
        String kind,
        DivisionCode area,
        String reason,
        Visit visit,
        int confidentPercent) {
    /** 走访: how far the visit has come. */
    public enum Visit {
        ANY,
        NOBODY_YET,
        ASSIGNED,
        DONE
    }

    public static FindingFilter of(SweepId sweep, Finding.Kind kind, DivisionCode area) {
        return new FindingFilter(sweep, "", kind.name(), area, "", Visit.ANY, 0);
    }

    public FindingFilter with(Visit otherVisit) {
        return new FindingFilter(sweep, matter, kind, area, reason, otherVisit, confidentPercent);
    }

    /** The kind, unless all are asked for. */
    public Optional<Finding.Kind> kindAsked() {
        return kind.isEmpty() ? Optional.empty() : Optional.of(Finding.Kind.valueOf(kind));
    }
}
