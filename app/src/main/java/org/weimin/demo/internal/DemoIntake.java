package org.weimin.demo.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.weimin.casework.Casework;
import org.weimin.intake.Ask;
import org.weimin.intake.Channel;
import org.weimin.intake.Intake;
import org.weimin.intake.SubmitApplication;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.PersonId;

/** 演示受理: somebody asks at the window, in person and with everything signed. */
@Component
class DemoIntake {
    private final Intake intake;
    private final Casework casework;
    private final BusinessClock clock;

    DemoIntake(Intake intake, Casework casework, BusinessClock clock) {
        this.intake = intake;
        this.casework = casework;
        this.clock = clock;
    }

    CaseFileId file(Ask ask, PersonId applicant) {
        var receipt = intake.submit(new SubmitApplication(
                List.of(ask),
                applicant,
                clock.today(),
                Channel.WINDOW,
                SubmitApplication.FiledBy.APPLICANT,
                new SubmitApplication.Undertaking(clock.today(), "窗口当面签署"),
                Ids.next().toString()));
        return casework.ofApplication(receipt.id()).getFirst().id();
    }
}
