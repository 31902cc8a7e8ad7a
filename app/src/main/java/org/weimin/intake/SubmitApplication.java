package org.weimin.intake;

import java.time.LocalDate;
import java.util.List;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;

/**
 * 提交申请: one party asks for one or more matters. {@code commandKey} makes a second press of the button the same
 * application; {@code filedBy} says who stood at the window.
 */
public record SubmitApplication(
        List<Ask> asks,
        PersonId applicant,
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
        asks = List.copyOf(asks);
    }

    /** A household asks for matters that judge it as a whole. */
    public static List<Ask> asksOf(HouseholdId household, List<MatterId> matters) {
        return matters.stream()
                .map(matter -> new Ask(matter, new Subject.OfHousehold(household)))
                .toList();
    }
}
