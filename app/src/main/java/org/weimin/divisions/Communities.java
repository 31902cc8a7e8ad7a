package org.weimin.divisions;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.audit.Audit;
import org.weimin.divisions.internal.CommunityKindStore;
import org.weimin.kernel.Acting;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;

/** 村（社区）类型: which kind of place each village and community is on a day, and who says so. */
@Service
@Transactional
public class Communities {
    private final Divisions divisions;
    private final CommunityKindStore store;
    private final Audit audit;

    Communities(Divisions divisions, CommunityKindStore store, Audit audit) {
        this.divisions = divisions;
        this.store = store;
        this.audit = audit;
    }

    /**
     * The villages and communities of a county or a town as they are on a day, in the order of their codes.
     *
     * @param within six digits or more
     */
    @Transactional(readOnly = true)
    public List<Community> list(DivisionCode within, LocalDate asOf) {
        List<Division> here = divisions.atlas(within.county(), asOf).divisions().values().stream()
                .filter(division -> division.level() == Division.Level.COMMUNITY && within.contains(division.code()))
                .sorted(Comparator.comparing(Division::code))
                .toList();
        Map<DivisionCode, CommunityKind> said =
                store.said(here.stream().map(Division::code).toList(), asOf);
        return here.stream()
                .map(division -> said.containsKey(division.code())
                        ? new Community(division, said.get(division.code()), true)
                        : new Community(division, CommunityKind.ofName(division.name()), false))
                .toList();
    }

    /** Takes down what differs from what held on that day; says how many do. */
    public int say(Map<DivisionCode, CommunityKind> kinds, LocalDate from) {
        DivisionCode county = Acting.staff().area();
        var standing = new HashMap<DivisionCode, Community>();
        list(county, from).forEach(each -> standing.put(each.division().code(), each));
        int changed = 0;
        for (var one : new TreeMap<>(kinds).entrySet()) {
            Community before = standing.get(one.getKey());
            if (before == null) {
                throw new Refused("divisions.communities.unknown", one.getKey().value(), from);
            }
            if (before.kind() != one.getValue()) {
                store.add(one.getKey(), one.getValue(), from, Acting.staff().id());
                changed++;
            }
        }
        if (changed > 0) {
            audit.changed(
                    "divisions.communities.said",
                    Acting.staff().id().value(),
                    county.value(),
                    Map.of("from", from.toString(), "communities", String.valueOf(changed)));
        }
        return changed;
    }
}
