package org.weimin.intake.internal;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.weimin.access.Access;
import org.weimin.intake.Channel;
import org.weimin.intake.Receipt;
import org.weimin.kernel.PersonId;

/** 网上提交: the office takes in what a resident sent from the own phone; that it is the own was read before. */
@Component
public class OwnFiling {
    private final Filing filing;
    private final Access access;

    OwnFiling(Filing filing, Access access) {
        this.filing = filing;
        this.access = access;
    }

    /** Whoever sends it applies, whatever was typed before: nobody applies in another's name from a phone. */
    public Receipt file(Draft draft, PersonId applicant, String commandKey) {
        Draft own = draft.with(Map.of(Draft.APPLICANT, applicant.toString(), Draft.AGENT, "", Draft.AUTHORISATION, ""));
        return access.asSystem(
                "intake.online", applicant.toString(), () -> filing.file(own, Channel.ONLINE, commandKey));
    }
}
