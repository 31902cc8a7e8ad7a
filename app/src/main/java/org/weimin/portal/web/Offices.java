package org.weimin.portal.web;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.Progress;
import org.weimin.divisions.Divisions;
import org.weimin.divisions.OrgUnit;
import org.weimin.engine.Pack;
import org.weimin.engine.Window;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.policy.Catalogue;
import org.weimin.policy.Policy;
import org.weimin.shell.Texts;

/** Which office holds a case now, by its own name. */
@Component
class Offices {
    private static final int COUNTY_DIGITS = 6;
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
        return at(place);
    }

    /** Where a matter is taken in, in words; by the office's own name where the street is known. */
    String takingIn(Pack pack, DivisionCode place) {
        Window.Accept accept = Catalogue.comesByItself(pack)
                ? Window.Accept.SYSTEM
                : pack.matter().window().accept().orElse(Window.Accept.TOWN);
        boolean street = place.value().length() > COUNTY_DIGITS;
        String where = Texts.t("portal.accept." + accept);
        return switch (accept) {
            case TOWN, VILLAGE, ANY -> street ? Texts.t("portal.accept.at", at(place), where) : where;
            case COUNTY -> Texts.t("portal.accept.at", at(place.county()), where);
            case AGENCY, SYSTEM -> where;
        };
    }

    private String at(DivisionCode place) {
        return divisions.orgUnits(place.county()).stream()
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
