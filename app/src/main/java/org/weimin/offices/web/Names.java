package org.weimin.offices.web;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.policy.Policy;

/** The words for matters and places, in the reader's language. */
@Component
class Names {
    private final Policy policy;
    private final Divisions divisions;

    Names(Policy policy, Divisions divisions) {
        this.policy = policy;
        this.divisions = divisions;
    }

    String matter(MatterId matter) {
        return policy.packs()
                .find(matter)
                .map(pack -> OfficePage.in(pack.title()))
                .orElse(matter.value());
    }

    String place(DivisionCode place) {
        return divisions.shortName(place);
    }

    /** Of many places in one question. */
    Map<DivisionCode, String> places(Collection<DivisionCode> places) {
        return divisions.shortNames(places);
    }
}
