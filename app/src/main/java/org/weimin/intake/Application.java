package org.weimin.intake;

import java.time.LocalDate;
import java.util.List;
import org.weimin.kernel.ApplicationId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;

/**
 * 申请: what was asked for, when, and through whom; several matters may be asked for at once. {@code party} is the
 * household, the person who lives in none, or the organisation that asks. It does not change after it was submitted.
 */
public record Application(
        ApplicationId id,
        Subject party,
        PersonId applicant,
        List<Ask> asks,
        DivisionCode area,
        LocalDate submittedOn,
        Channel channel,
        SubmitApplication.FiledBy filedBy,
        String receiptCode) {

    public Application {
        asks = List.copyOf(asks);
    }

    public List<MatterId> matters() {
        return asks.stream().map(Ask::matter).distinct().toList();
    }

    public Receipt receipt() {
        return new Receipt(id, receiptCode);
    }
}
