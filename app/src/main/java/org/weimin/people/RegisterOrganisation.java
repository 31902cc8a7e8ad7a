package org.weimin.people;

import java.util.Optional;
import org.weimin.kernel.CreditCode;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;

/**
 * 登记组织: the code is empty while a body is being founded.
 *
 * @param place the village, street or county of its seat
 */
public record RegisterOrganisation(
        String name,
        Optional<CreditCode> creditCode,
        Organisation.Kind kind,
        PersonId representative,
        String phone,
        String address,
        DivisionCode place) {
    private static final int LONGEST_NAME = 100;

    public RegisterOrganisation {
        name = name.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new Refused("people.organisation.name-shape", LONGEST_NAME);
        }
    }
}
