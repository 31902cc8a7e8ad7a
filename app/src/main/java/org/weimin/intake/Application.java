package org.weimin.intake;

import java.time.LocalDate;
import java.util.List;
import org.weimin.kernel.ApplicationId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.PersonId;

/** 申请: what a household asked for, when, and through whom. It does not change after it was submitted. */
public record Application(
        ApplicationId id,
        HouseholdId household,
        PersonId applicant,
        List<MatterId> matters,
        DivisionCode area,
        LocalDate submittedOn,
        Channel channel,
        SubmitApplication.FiledBy filedBy,
        String receiptCode) {

    public Receipt receipt() {
        return new Receipt(id, receiptCode);
    }
}
