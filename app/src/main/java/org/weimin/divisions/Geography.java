package org.weimin.divisions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.weimin.kernel.DivisionCode;

/** 对照: in which town of the old and of the new drawing a place lies, whichever of them the rows stand in today. */
public final class Geography {
    /** What was written since at the seat of a merged town never lay in one of the old ones. */
    public static final String UNDIVIDED = "";

    private final Plan plan;
    private final Atlas atlas;
    private final Map<DivisionCode, String> namesBefore;
    private final Map<DivisionCode, DivisionCode> back = new HashMap<>();
    private final Set<DivisionCode> shared = new HashSet<>();

    /** One number of one town, in the old drawing or in the new one. */
    public record Cell(String label, boolean old, String town, long value) {}

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

    /** Every number of a figure as the actor may see it, folded to towns, once in each drawing. */
    public List<Cell> fold(PlaceFigure figure) {
        var sums = new TreeMap<String, TreeMap<String, long[]>>();
        for (PlaceFigure.Counted counted : figure.count().under(plan.county())) {
            var byTown = sums.computeIfAbsent(counted.label(), label -> new TreeMap<>());
            byTown.computeIfAbsent(oldTown(counted.place()), town -> new long[2])[0] += counted.value();
            byTown.computeIfAbsent(newTown(counted.place()), town -> new long[2])[1] += counted.value();
        }
        var cells = new ArrayList<Cell>();
        sums.forEach((label, byTown) -> byTown.forEach((town, values) -> {
            cells.add(new Cell(label, true, town, values[0]));
            cells.add(new Cell(label, false, town, values[1]));
        }));
        return cells.stream().filter(cell -> cell.value() != 0).toList();
    }

    /** The rows have moved. */
    private boolean isDone() {
        return plan.status() == Plan.Status.CARRIED_OUT;
    }

    private String oldTown(DivisionCode place) {
        if (!isDone()) {
            return place.town().value();
        }
        return shared.contains(place)
                ? UNDIVIDED
                : back.getOrDefault(place, place).town().value();
    }

    private String newTown(DivisionCode place) {
        return (isDone() ? place : plan.redrawing().after(place)).town().value();
    }

    /** What it is called in that drawing; nothing for what cannot be told apart. */
    public String nameOf(Cell cell) {
        if (cell.town().equals(UNDIVIDED)) {
            return UNDIVIDED;
        }
        var code = new DivisionCode(cell.town());
        String today = atlas.nameOf(code);
        return cell.old()
                ? namesBefore.getOrDefault(code, today)
                : plan.redrawing().names().getOrDefault(code, today);
    }
}
