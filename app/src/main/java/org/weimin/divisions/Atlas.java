package org.weimin.divisions;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;

/** 现行区划: a county with all that lies in it on one day, and every code that was ever given in it. */
public final class Atlas {
    private final TreeMap<DivisionCode, Division> today;
    private final Set<DivisionCode> ever;

    public Atlas(Collection<Division> today, Set<DivisionCode> ever) {
        this.today = today.stream()
                .collect(Collectors.toMap(Division::code, Function.identity(), (a, b) -> a, TreeMap::new));
        this.ever = Set.copyOf(ever);
    }

    public Division get(DivisionCode code) {
        Division found = today.get(code);
        if (found == null) {
            throw new Refused("divisions.plan.unknown", code.value());
        }
        return found;
    }

    public boolean has(DivisionCode code) {
        return today.containsKey(code);
    }

    public boolean everUsed(DivisionCode code) {
        return ever.contains(code);
    }

    public Set<DivisionCode> all() {
        return today.keySet();
    }

    public Map<DivisionCode, Division> divisions() {
        return Map.copyOf(today);
    }

    /** Its name, or nothing where there is no such division. */
    public String nameOf(DivisionCode code) {
        return Optional.ofNullable(today.get(code)).map(Division::name).orElse("");
    }

    public List<DivisionCode> children(DivisionCode code) {
        return today.keySet().stream()
                .filter(each -> each.parent().equals(Optional.of(code)))
                .toList();
    }

    /** The towns, in the order of their codes. */
    public List<Division> towns() {
        return today.values().stream()
                .filter(each -> each.level() == Division.Level.TOWN)
                .toList();
    }
}
