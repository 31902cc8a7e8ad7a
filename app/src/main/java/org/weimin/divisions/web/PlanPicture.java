package org.weimin.divisions.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weimin.kernel.DivisionCode;

/** 变更图: towns of today on the left, towns of the day on the right, and lines between them. */
public record PlanPicture(int height, List<Label> left, List<Label> right, List<Line> lines) {
    private static final int STEP = 26;
    private static final int TOP = 18;

    /** One town becomes, wholly or in part, another. */
    record Link(DivisionCode before, String beforeName, DivisionCode after, String afterName) {}

    public record Label(String name, int y) {}

    public record Line(int from, int to) {}

    /** Those that go together stand together, so that no two lines cross. */
    static PlanPicture of(List<Link> links) {
        Map<DivisionCode, List<Link>> byGoal = new LinkedHashMap<>();
        links.forEach(link ->
                byGoal.computeIfAbsent(link.after(), code -> new ArrayList<>()).add(link));
        Map<DivisionCode, Label> left = new LinkedHashMap<>();
        var right = new ArrayList<Label>();
        var lines = new ArrayList<Line>();
        byGoal.values().forEach(group -> {
            group.forEach(link -> left.computeIfAbsent(
                    link.before(), code -> new Label(link.beforeName(), TOP + STEP * left.size())));
            int wanted = (y(left, group.getFirst()) + y(left, group.getLast())) / 2;
            int lowest = right.isEmpty() ? TOP : right.getLast().y() + STEP;
            var label = new Label(group.getFirst().afterName(), Math.max(wanted, lowest));
            right.add(label);
            group.forEach(link -> lines.add(new Line(y(left, link), label.y())));
        });
        int bottom = Math.max(
                left.size() * STEP, right.isEmpty() ? 0 : right.getLast().y());
        return new PlanPicture(bottom + STEP, List.copyOf(left.values()), right, lines);
    }

    private static int y(Map<DivisionCode, Label> left, Link link) {
        Label label = left.get(link.before());
        return label == null ? TOP : label.y();
    }
}
