package org.weimin.portal.web;

import java.time.LocalDate;
import java.util.List;
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
    private final org.weimin.offices.Offices register;

    Offices(Divisions divisions, Policy policy, org.weimin.offices.Offices register) {
        this.divisions = divisions;
        this.policy = policy;
        this.register = register;
    }

    /** The doors at which a matter is asked for, as far as the register of offices knows them. */
    List<GuideView.Door> doors(Pack pack, DivisionCode county) {
        OrgUnit.Kind kind = pack.matter().window().accept().orElse(Window.Accept.TOWN) == Window.Accept.COUNTY
                ? OrgUnit.Kind.BUREAU
                : OrgUnit.Kind.STREET_OFFICE;
        return Catalogue.comesByItself(pack)
                ? List.of()
                : register.doors(county).stream()
                        .filter(office -> office.unit().kind() == kind)
                        .flatMap(office -> office.premises().stream()
                                .map(has -> new GuideView.Door(
                                        office.unit().name(),
                                        has.contact().address(),
                                        has.contact().phone(),
                                        has.contact().hours())))
                        .toList();
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
