package org.weimin.divisions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;

/**
 * 新旧对照: what each division that a plan touches becomes, and what the new ones are called. A merger is many lines to one
 * code; a code that stays has a line to itself. Immutable: every change gives the next drawing or refuses.
 */
public record Redrawing(Map<DivisionCode, DivisionCode> lines, Map<DivisionCode, String> names) {
    public static final Redrawing NONE = new Redrawing(Map.of(), Map.of());
    private static final int COUNTY = 6;
    private static final int TOWN = 9;

    public Redrawing {
        lines = java.util.Collections.unmodifiableMap(new TreeMap<>(lines));
        names = java.util.Collections.unmodifiableMap(new TreeMap<>(names));
    }

    /** One line of the workbook: the division of today, its code and its name from the day on. */
    public record Line(int row, DivisionCode before, DivisionCode after, String name) {}

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** 合并: towns become one, under the code of one of them or under a new one; their villages follow. */
    public Redrawing merge(Atlas atlas, List<DivisionCode> towns, String name, Optional<DivisionCode> keep) {
        if (towns.size() < 2 || name.isBlank()) {
            throw new Refused("divisions.plan.merge-few");
        }
        refuseTwice(atlas, towns);
        DivisionCode into =
                keep.orElseGet(() -> freeTown(atlas, towns.getFirst().county(), name));
        if (keep.isPresent() && !towns.contains(into)) {
            throw new Refused("divisions.plan.taken", into.value(), atlas.nameOf(into));
        }
        var draft = new Draft(this);
        for (DivisionCode town : towns) {
            draft.line(town, into, name.strip());
            if (!town.equals(into)) {
                atlas.children(town).forEach(village -> draft.move(atlas, village, into));
            }
        }
        return draft.done();
    }

    /** 拆分: some villages of a town become a town of their own; what is not named stays under the old code. */
    public Redrawing split(Atlas atlas, DivisionCode town, String newName, Collection<DivisionCode> villages) {
        refuseTwice(atlas, List.of(town));
        Set<DivisionCode> rest = new HashSet<>(atlas.children(town));
        if (villages.isEmpty() || newName.isBlank() || !rest.containsAll(villages) || rest.size() == villages.size()) {
            throw new Refused("divisions.plan.split-none", atlas.nameOf(town));
        }
        DivisionCode apart = freeTown(atlas, town.county(), newName);
        var draft = new Draft(this);
        draft.line(town, town, atlas.nameOf(town));
        draft.names.put(apart, newName.strip());
        villages.forEach(village -> draft.move(atlas, village, apart));
        return draft.done();
    }

    /** 更名: the code stays. */
    public Redrawing rename(Atlas atlas, DivisionCode code, String name) {
        refuseTwice(atlas, List.of(code));
        if (name.isBlank() || name.strip().equals(atlas.nameOf(code))) {
            throw new Refused("divisions.plan.same-name", atlas.nameOf(code));
        }
        var draft = new Draft(this);
        draft.line(code, code, name.strip());
        return draft.done();
    }

    /** 改隶: villages go over to another town. */
    public Redrawing reparent(Atlas atlas, Collection<DivisionCode> villages, DivisionCode town) {
        refuseTwice(atlas, villages);
        atlas.get(town);
        if (villages.isEmpty()
                || villages.stream().anyMatch(village -> village.town().equals(town))) {
            throw new Refused("divisions.plan.reparent-none", atlas.nameOf(town));
        }
        var draft = new Draft(this);
        villages.forEach(village -> draft.move(atlas, village, town));
        return draft.done();
    }

    /** 升格: a county becomes a city under a new code; everything in it keeps the rest of its code. */
    public Redrawing raise(Atlas atlas, DivisionCode county, DivisionCode newCode, String name) {
        if (!isEmpty()) {
            throw new Refused("divisions.plan.raise-alone");
        }
        if (newCode.value().length() != COUNTY || newCode.equals(county) || name.isBlank()) {
            throw new Refused("divisions.plan.raise-code", newCode.value());
        }
        var draft = new Draft(this);
        for (DivisionCode each : atlas.all()) {
            var after = new DivisionCode(newCode.value() + each.value().substring(COUNTY));
            draft.line(each, after, each.equals(county) ? name.strip() : atlas.nameOf(each));
        }
        return draft.done();
    }

    /** 对照表: the whole drawing as a workbook says it, instead of what there was; taken whole or refused. */
    public static Redrawing of(Atlas atlas, List<Line> rows) {
        var draft = new Draft(NONE);
        for (Line row : rows) {
            atlas.get(row.before());
            if (row.before().value().length() != row.after().value().length()) {
                throw new Refused(
                        "divisions.plan.level",
                        row.before().value(),
                        row.after().value());
            }
            if (draft.lines.containsKey(row.before())) {
                throw new Refused("divisions.plan.twice", row.before().value(), atlas.nameOf(row.before()));
            }
            draft.line(row.before(), row.after(), row.name());
        }
        Redrawing drawn = draft.done();
        drawn.check(atlas);
        return drawn;
    }

    /** What must hold before anybody rehearses: no gap, no circle, no code or name that is another's. */
    public void check(Atlas atlas) {
        if (isEmpty()) {
            throw new Refused("divisions.plan.empty");
        }
        lines.keySet().forEach(atlas::get);
        lines.values().forEach(after -> refuseTaken(atlas, after));
        for (DivisionCode village : atlas.all()) {
            Optional<DivisionCode> town = village.parent();
            boolean orphan = town.filter(this::ends).isPresent() && !lines.containsKey(village);
            if (orphan && village.value().length() > COUNTY) {
                throw new Refused(
                        "divisions.plan.gap", village.value(), atlas.nameOf(village), atlas.nameOf(town.orElseThrow()));
            }
        }
        names.keySet().stream().filter(code -> code.value().length() > COUNTY).forEach(code -> {
            DivisionCode parent = code.parent().orElseThrow();
            if (!names.containsKey(parent) && (!atlas.has(parent) || ends(parent))) {
                throw new Refused("divisions.plan.no-parent", code.value(), nameAfter(atlas, code), parent.value());
            }
        });
        refuseNames(atlas);
    }

    /** Codes that are no more from the day on. */
    public boolean ends(DivisionCode code) {
        DivisionCode after = lines.get(code);
        return after != null && !after.equals(code);
    }

    public DivisionCode after(DivisionCode code) {
        return lines.getOrDefault(code, code);
    }

    /** How the line is called in the books. */
    public Succession.Kind kind(DivisionCode before) {
        DivisionCode after = after(before);
        if (lines.values().stream().filter(after::equals).count() > 1) {
            return Succession.Kind.MERGE;
        }
        boolean divided = lines.entrySet().stream()
                .anyMatch(line -> line.getKey().parent().equals(Optional.of(before))
                        && !line.getValue().parent().equals(Optional.of(after)));
        if (divided) {
            return Succession.Kind.SPLIT;
        }
        return after.equals(before) ? Succession.Kind.RENAME : Succession.Kind.RECODE;
    }

    private String nameAfter(Atlas atlas, DivisionCode code) {
        return names.getOrDefault(code, atlas.nameOf(code));
    }

    private void refuseTwice(Atlas atlas, Collection<DivisionCode> codes) {
        var seen = new HashSet<DivisionCode>();
        for (DivisionCode code : codes) {
            atlas.get(code);
            if (!seen.add(code)
                    || lines.containsKey(code)
                    || code.parent().filter(this::ends).isPresent()) {
                throw new Refused("divisions.plan.twice", code.value(), atlas.nameOf(code));
            }
        }
    }

    /** A code that was ever given is not given again; and no code may wait for itself to become free. */
    private void refuseTaken(Atlas atlas, DivisionCode after) {
        if (!atlas.everUsed(after) || after.equals(lines.get(after))) {
            return;
        }
        DivisionCode step = after;
        for (int i = 0; i < lines.size() && lines.containsKey(step); i++) {
            step = after(step);
            if (step.equals(after)) {
                throw new Refused("divisions.plan.circle", after.value(), atlas.nameOf(after));
            }
        }
        throw new Refused("divisions.plan.taken", after.value(), atlas.nameOf(after));
    }

    private void refuseNames(Atlas atlas) {
        Map<String, List<DivisionCode>> towns = new TreeMap<>();
        names.forEach((code, name) -> {
            if (code.value().length() == TOWN) {
                towns.computeIfAbsent(name, n -> new ArrayList<>()).add(code);
            }
        });
        atlas.all().stream()
                .filter(code -> code.value().length() == TOWN && !lines.containsKey(code) && !names.containsKey(code))
                .forEach(code -> towns.computeIfAbsent(atlas.nameOf(code), n -> new ArrayList<>())
                        .add(code));
        towns.forEach((name, codes) -> {
            if (codes.size() > 1) {
                throw new Refused(
                        "divisions.plan.name-taken",
                        name,
                        codes.stream().map(DivisionCode::value).collect(Collectors.joining(" ")));
            }
        });
    }

    private DivisionCode freeTown(Atlas atlas, DivisionCode county, String name) {
        int series = name.endsWith("街道") ? 0 : name.endsWith("乡") ? 200 : 100;
        for (int i = series + 1; i < 1_000; i++) {
            var code = new DivisionCode("%s%03d".formatted(county.value(), i));
            if (!atlas.everUsed(code) && !names.containsKey(code)) {
                return code;
            }
        }
        throw new Refused("divisions.plan.no-code", county.value());
    }

    /** A drawing while it is being changed. */
    private static final class Draft {
        private final Map<DivisionCode, DivisionCode> lines;
        private final Map<DivisionCode, String> names;

        Draft(Redrawing before) {
            lines = new TreeMap<>(before.lines);
            names = new TreeMap<>(before.names);
        }

        void line(DivisionCode before, DivisionCode after, String name) {
            String other = names.put(after, name);
            if (other != null && !other.equals(name)) {
                throw new Refused("divisions.plan.two-names", after.value(), other, name);
            }
            lines.put(before, after);
        }

        /** The same last three digits if they are free there, else the next that are. */
        void move(Atlas atlas, DivisionCode village, DivisionCode town) {
            String tail = village.value().substring(TOWN);
            for (int i = Integer.parseInt(tail); i < 1_000; i++) {
                var code = new DivisionCode("%s%03d".formatted(town.value(), i));
                if (!atlas.everUsed(code) && !names.containsKey(code)) {
                    line(village, code, atlas.nameOf(village));
                    return;
                }
            }
            throw new Refused("divisions.plan.no-code", town.value());
        }

        Redrawing done() {
            return new Redrawing(lines, names);
        }
    }
}
