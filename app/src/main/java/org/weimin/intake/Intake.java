package org.weimin.intake;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.access.Access;
import org.weimin.intake.internal.ApplicationDraftStore;
import org.weimin.intake.internal.ApplicationStore;
import org.weimin.intake.internal.Completeness;
import org.weimin.kernel.ApplicationId;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;
import org.weimin.kernel.Subject;
import org.weimin.people.Party;

/** 一门受理: the front desk of this room. One transaction takes an application in and opens its cases. */
@Service
@Transactional
public class Intake {
    private static final Duration SECOND_THOUGHT = Duration.ofMinutes(10);
    private final ApplicationStore applications;
    private final ApplicationDraftStore drafts;
    private final Completeness completeness;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    Intake(
            ApplicationStore applications,
            ApplicationDraftStore drafts,
            Completeness completeness,
            Access access,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.applications = applications;
        this.drafts = drafts;
        this.completeness = completeness;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    public Application get(ApplicationId id) {
        return applications.get(id);
    }

    public Optional<Application> findByReceipt(String receiptCode) {
        return applications.findByReceipt(receiptCode);
    }

    /** Ten minutes long the applicant may think better of it and owes nobody a reason. */
    public boolean isFresh(ApplicationId id) {
        return applications.isYoungerThan(id, SECOND_THOUGHT);
    }

    public List<Application> ofHousehold(HouseholdId household) {
        return applications.ofParty(new Subject.OfHousehold(household));
    }

    public List<Application> ofParty(Subject party) {
        return applications.ofParty(party);
    }

    /** 已开始的申请: begun for a party and not sent yet. */
    public record Begun(UUID id, List<MatterId> matters, LocalDate startedOn) {}

    public List<Begun> draftsOf(Subject party) {
        return drafts.of(party).stream()
                .map(draft -> new Begun(
                        draft.id(),
                        draft.asks().stream().map(Ask::matter).distinct().toList(),
                        draft.startedOn()))
                .toList();
    }

    /**
     * 代拟: begins an application for a subject that has not asked for it yet; it waits until somebody fills and sends
     * it. Nothing where the matter is not asked for at a window.
     */
    public Optional<UUID> prepare(Subject subject, MatterId matter, UUID by) {
        if (!completeness.isAskedFor(matter)) {
            return Optional.empty();
        }
        var asks = List.of(new Ask(matter, subject));
        Party party = completeness.partyOf(asks, clock.today());
        return Optional.of(drafts.begin(party, asks, by, clock.today()).id());
    }

    /** How many applications this official has begun and not sent. */
    public int countDrafts(StaffId staff) {
        return applications.countDrafts(staff);
    }

    /** The same command key is the same application, however often it is sent. */
    public Receipt submit(SubmitApplication command) {
        Optional<Application> before = applications.findByCommand(command.commandKey());
        if (before.isPresent()) {
            return before.get().receipt();
        }
        Party party = completeness.demand(command);
        access.requireArea(party.area());
        var application = new Application(
                ApplicationId.next(),
                party.subject(),
                command.applicant(),
                command.asks(),
                party.area(),
                command.on(),
                command.channel(),
                command.filedBy(),
                Ids.secret());
        applications.insert(application, command);
        for (Ask ask : command.asks()) {
            if (!applications.open(application, ask)) {
                throw new Refused("intake.submit.open-already", completeness.title(ask.matter()));
            }
        }
        events.publishEvent(new ApplicationSubmitted(application.id(), command.asks(), command.on()));
        return application.receipt();
    }

    /** Whether the subject receives the matter on the day; of a household, whether anybody in it does. */
    public boolean receives(Subject subject, MatterId matter, LocalDate on) {
        return completeness.receives(subject, matter, on);
    }

    /** The case of this matter has ended: the subject may apply for it again. */
    public void close(ApplicationId application, Ask ask) {
        applications.close(application, ask, clock.today());
    }
}
