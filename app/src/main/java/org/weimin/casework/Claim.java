package org.weimin.casework;

import java.time.LocalDate;
import java.util.Optional;
import org.weimin.engine.Pack;
import org.weimin.kernel.ApplicationId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;

/**
 * 请求: what a case is about, fixed when it opens. {@code pack} names the process that is followed and {@code matter}
 * the aid that is given or ended; {@code edition} keeps the process as it was on the day of opening.
 */
public record Claim(
        String number,
        MatterId pack,
        MatterId matter,
        Pack.Acts acts,
        Subject subject,
        PersonId payee,
        DivisionCode area,
        LocalDate openedOn,
        LocalDate edition,
        Optional<ApplicationId> application) {
    public Claim appliedFor(ApplicationId by) {
        return new Claim(number, pack, matter, acts, subject, payee, area, openedOn, edition, Optional.of(by));
    }
}
