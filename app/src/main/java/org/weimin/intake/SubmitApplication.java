package org.weimin.intake;

import java.time.LocalDate;
import java.util.List;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.PersonId;

/**
 * 提交申请: one household asks for one or more matters. {@code commandKey} makes a second press of the button the same
 * application; {@code filedBy} says who stood at the window.
 */
public record SubmitApplication(
        HouseholdId household,
        PersonId applicant,
        List<MatterId> matters,
        LocalDate on,
        Channel channel,
        FiledBy filedBy,
        Undertaking undertaking,
        String commandKey) {

    /** 代办人: empty where the applicant came in person. */
    public record FiledBy(String agent, String authorisation) {
        public static final FiledBy APPLICANT = new FiledBy("", "");
    }

    /** 承诺与授权: where the signed truth undertaking and the authorisation to check lie (社会救助法 第四十条). */
    public record Undertaking(LocalDate signedOn, String evidence) {}

    public SubmitApplication {
        matters = List.copyOf(matters);
    }
}
