package org.weimin.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.audit.Audit;
import org.weimin.intake.internal.ChangeStore;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Ids;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.people.Party;

/** 变化: residents tell, the office answers each report once and says what it did. */
@Service
@Transactional
public class Changes {
    private static final int LONGEST = 500;
    private final ChangeStore store;
    private final Audit audit;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    Changes(ChangeStore store, Audit audit, BusinessClock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    public void report(Party party, PersonId by, ChangeReport.Kind kind, LocalDate since, String words) {
        String told = words(words, "intake.change.words");
        if (since.isAfter(clock.today())) {
            throw new Refused("intake.change.future", since);
        }
        var report =
                new ChangeReport(Ids.next(), party.subject(), by, kind, since, told, clock.today(), "", party.area());
        store.insert(report);
        events.publishEvent(new ChangeReported(report.id(), report.party(), kind));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<ChangeReport> of(Subject party) {
        return store.of(party);
    }

    /** What nobody has answered yet, the oldest first. */
    @Transactional(readOnly = true)
    public List<ChangeReport> listOpen() {
        return store.listOpen();
    }

    public void answer(UUID id, String answer) {
        ChangeReport report = store.get(id);
        String told = words(answer, "intake.change.answer");
        if (!store.answer(id, told, Acting.staff().id(), clock.today())) {
            throw new Refused("intake.change.answered");
        }
        audit.changed("change-report.answered", id, report.area().value(), Map.of());
    }

    private static String words(String typed, String code) {
        String told = typed.strip();
        if (told.isEmpty() || told.codePointCount(0, told.length()) > LONGEST) {
            throw new Refused(code, LONGEST);
        }
        return told;
    }
}
