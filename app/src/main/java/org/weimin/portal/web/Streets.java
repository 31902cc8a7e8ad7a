package org.weimin.portal.web;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.weimin.divisions.Division;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;

/** The county that this installation serves, with its streets, and its day. */
@Component
record Streets(@Value("${weimin.county:310117}") String code, Divisions divisions, BusinessClock clock) {
    DivisionCode county() {
        return new DivisionCode(code);
    }

    List<Division> list() {
        return divisions.children(county(), clock.today());
    }

    /** The street that was chosen; the county while none was. */
    DivisionCode chosen(String street) {
        return list().stream()
                .map(Division::code)
                .filter(each -> each.value().equals(street))
                .findFirst()
                .orElseGet(this::county);
    }
}
