package org.weimin.portal.web;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.Progress;
import org.weimin.divisions.Divisions;
import org.weimin.divisions.OrgUnit;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.policy.Policy;

/** Which office holds a case now, by its own name. */
@Component
class Offices {
    private final Divisions divisions;
    private final Policy policy;

    Offices(Divisions divisions, Policy policy) {
        this.divisions = divisions;
        this.policy = policy;
    }

    String holding(Progress progress, LocalDate today) {
        boolean atCounty = progress.status() == Status.AWAITING_DECISION && isDecidedByCounty(progress, today);
        DivisionCode place = atCounty
                ? progress.claim().area().county()
                : divisions.areaOf(progress.claim().area()).town();
        return divisions.orgUnits(progress.claim().area().county()).stream()
                .filter(unit -> unit.area().equals(place) && unit.kind() != OrgUnit.Kind.COMMITTEE)
                .map(OrgUnit::name)
                .findFirst()
                .orElseGet(() -> divisions.fullName(place));
    }

    String title(MatterId pack, boolean english) {
        var title = policy.pack(pack).title();
        return english ? title.en() : title.zh();
    }

    private boolean isDecidedByCounty(Progress progress, LocalDate today) {
        MatterId rules = policy.pack(progress.claim().pack()).assessedBy();
        return policy.value(rules, "decideLevel", progress.claim().area(), today)
                .value()
                .equals("COUNTY");
    }
}
