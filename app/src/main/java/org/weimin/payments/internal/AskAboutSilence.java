package org.weimin.payments.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.weimin.home.DayBegan;
import org.weimin.payments.PaymentSettings;

/** A bank that stays silent too long has not answered: the line is UNKNOWN, never paid and never sent again. */
@Component
class AskAboutSilence {
    private final LineStore lines;
    private final PaymentSettings settings;

    AskAboutSilence(LineStore lines, PaymentSettings settings) {
        this.lines = lines;
        this.settings = settings;
    }

    @EventListener
    void on(DayBegan event) {
        lines.markUnknown(event.day().minusDays(settings.answerWithinDays()));
    }
}
