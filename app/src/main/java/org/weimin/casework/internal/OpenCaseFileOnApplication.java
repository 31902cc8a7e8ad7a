package org.weimin.casework.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.weimin.intake.Application;
import org.weimin.intake.ApplicationSubmitted;
import org.weimin.intake.Intake;

/** One case file per matter applied for, in the applicant's transaction: the clerk waits for the number. */
@Component
class OpenCaseFileOnApplication {
    private final Opening opening;
    private final Intake intake;

    OpenCaseFileOnApplication(Opening opening, Intake intake) {
        this.opening = opening;
        this.intake = intake;
    }

    @EventListener
    void on(ApplicationSubmitted event) {
        Application application = intake.get(event.application());
        application.asks().forEach(ask -> opening.onApplication(application, ask));
    }
}
