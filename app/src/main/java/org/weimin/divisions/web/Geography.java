package org.weimin.divisions.web;

import static org.weimin.shell.Texts.t;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.weimin.divisions.Atlas;
import org.weimin.divisions.Plan;
import org.weimin.kernel.DivisionCode;

/** 对照: in which town of the old and of the new drawing a place lies, whichever of them the rows stand in today. */
final class Geography {
    /** What was written since at the seat of a merged town never lay in one of the old ones. */
    static final String UNDIVIDED = "";

    private final Plan plan;
    private final Atlas atlas;
    private final Map<DivisionCode, String> namesBefore;
    private final Map<DivisionCode, DivisionCode> back = new HashMap<>();
    private final Set<DivisionCode> shared = new HashSet<>();

    Geography(Plan plan, Atlas atlas, Map<DivisionCode, String> namesBefore) {
        this.plan = plan;
        this.atlas = atlas;
        this.namesBefore = namesBefore;
        plan.redrawing().lines().forEach((before, after) -> {
            if (back.put(after, before) != null) {
                shared.add(after);
            }
        });
    }

    /** The rows have moved. */
    private boolean isDone() {
        return plan.status() == Plan.Status.CARRIED_OUT;
    }

    String oldTown(DivisionCode place) {
        if (!isDone()) {
            return place.town().value();
        }
        return shared.contains(place)
                ? UNDIVIDED
                : back.getOrDefault(place, place).town().value();
    }

    String newTown(DivisionCode place) {
        return (isDone() ? place : plan.redrawing().after(place)).town().value();
    }

    String name(String town, boolean old) {
        if (town.equals(UNDIVIDED)) {
            return t("divisions.figures.undivided");
        }
        var code = new DivisionCode(town);
        String today = atlas.nameOf(code);
        return old
                ? namesBefore.getOrDefault(code, today)
                : plan.redrawing().names().getOrDefault(code, today);
    }
}
