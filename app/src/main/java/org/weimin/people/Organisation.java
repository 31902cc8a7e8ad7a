package org.weimin.people;

import java.util.Optional;
import org.weimin.kernel.CreditCode;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.OrganisationId;
import org.weimin.kernel.PersonId;

/** 组织: a body that asks the office for something or reports to it, and the person who speaks for it. */
public record Organisation(
        OrganisationId id,
        String name,
        Optional<CreditCode> creditCode,
        Kind kind,
        PersonId representative,
        String phone,
        String address,
        DivisionCode area) {
    /** 组织类别: what kind of body it is; one that is being founded has no code yet. */
    public enum Kind {
        ASSOCIATION,
        SERVICE_ORGANISATION,
        FOUNDATION,
        COMMITTEE,
        CARE_HOME,
        COMPANY,
        PUBLIC_BODY,
        OTHER
    }
}
