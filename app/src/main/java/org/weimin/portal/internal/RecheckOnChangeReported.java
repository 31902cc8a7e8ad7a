package org.weimin.portal.internal;

import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Rechecks;
import org.weimin.intake.ChangeReported;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Subject;
import org.weimin.people.Parties;

/** Whatever the household receives is looked at again when it tells that something changed (社会救助法 第四十七条). */
@Component
class RecheckOnChangeReported {
    private final Parties parties;
    private final Benefits benefits;
    private final Rechecks rechecks;
    private final BusinessClock clock;

    RecheckOnChangeReported(Parties parties, Benefits benefits, Rechecks rechecks, BusinessClock clock) {
        this.parties = parties;
        this.benefits = benefits;
        this.rechecks = rechecks;
        this.clock = clock;
    }

    @EventListener
    void on(ChangeReported event) {
        Stream.concat(
                        Stream.of(event.party()),
                        parties.of(event.party(), clock.today()).people().stream()
                                .map(person -> new Subject.OfPerson(person.id())))
                .distinct()
                .flatMap(subject -> benefits.of(subject).stream())
                .filter(received -> received.until().isEmpty())
                .forEach(rechecks::ask);
    }
}
