package org.weimin.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.access.Access;
import org.weimin.engine.Pack;
import org.weimin.facts.Facts;
import org.weimin.intake.internal.ApplicationStore;
import org.weimin.kernel.ApplicationId;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;
import org.weimin.kernel.Subject;
import org.weimin.people.Household;
import org.weimin.people.People;
import org.weimin.policy.Policy;

/** 一门受理: the front desk of this room. One transaction takes an application in and opens its cases. */
@Service
@Transactional
public class Intake {
    private final ApplicationStore applications;
    private final Registers registers;
    private final Policy policy;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    /** What is known about the household. */
    @org.springframework.stereotype.Component
    record Registers(People people, Facts facts) {}

    Intake(
            ApplicationStore applications,
            Registers registers,
            Policy policy,
            Access access,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.applications = applications;
        this.registers = registers;
        this.policy = policy;
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

    public List<Application> ofHousehold(HouseholdId household) {
        return applications.ofHousehold(household);
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
        Household household = registers.people().household(command.household(), command.on());
        access.requireArea(household.area());
        demandComplete(command, household);
        var application = new Application(
                ApplicationId.next(),
                command.household(),
                command.applicant(),
                command.matters(),
                household.area(),
                command.on(),
                command.channel(),
                command.filedBy(),
                Ids.secret());
        applications.insert(application, command);
        for (MatterId matter : command.matters()) {
            if (!applications.open(application, matter)) {
                throw new Refused("intake.submit.open-already", title(matter));
            }
        }
        events.publishEvent(
                new ApplicationSubmitted(application.id(), command.household(), command.matters(), command.on()));
        return application.receipt();
    }

    /** Whether the household, or anybody in it, receives the matter on the day; a room below writes that as a fact. */
    public boolean receives(HouseholdId household, MatterId matter, LocalDate on) {
        String fact = matter.receivedFact();
        var subjects = Stream.concat(
                Stream.<Subject>of(new Subject.OfHousehold(household)),
                registers.people().household(household, on).members().stream()
                        .map(member -> new Subject.OfPerson(member.person().id())));
        return subjects.flatMap(subject -> registers.facts().of(subject, on).stream())
                .anyMatch(item -> item.name().equals(fact) && item.value().equals("true"));
    }

    /** The case of this matter has ended: the household may apply for it again. */
    public void close(ApplicationId application, MatterId matter) {
        applications.close(application, matter, clock.today());
    }

    private void demandComplete(SubmitApplication command, Household household) {
        if (command.matters().isEmpty()) {
            throw new Refused("intake.submit.no-matter");
        }
        if (command.on().isAfter(clock.today())) {
            throw new Refused("intake.submit.future", command.on());
        }
        if (household
                .member(command.applicant())
                .filter(member -> member.person().isAliveOn(command.on()))
                .isEmpty()) {
            throw new Refused("intake.submit.not-a-member");
        }
        if (command.undertaking().evidence().isBlank()) {
            throw new Refused("intake.submit.no-undertaking");
        }
        if (command.channel() == Channel.ASSISTED
                && (command.filedBy().agent().isBlank()
                        || command.filedBy().authorisation().isBlank())) {
            throw new Refused("intake.submit.no-authorisation");
        }
        if (!registers.facts().hasConsent(command.household(), command.on())) {
            throw new Refused("intake.submit.no-consent");
        }
        command.matters().forEach(matter -> demandApplicable(command, matter));
    }

    private void demandApplicable(SubmitApplication command, MatterId matter) {
        Pack pack = policy.pack(matter);
        if (pack.matter().acts() != Pack.Acts.GRANT) {
            throw new Refused("intake.submit.not-applied-for", title(matter));
        }
        if (receives(command.household(), matter, command.on())) {
            throw new Refused("intake.submit.receives-already", title(matter));
        }
        pack.matter().excludes().stream()
                .filter(other -> receives(command.household(), other, command.on()))
                .findFirst()
                .ifPresent(other -> {
                    throw new Refused("intake.submit.excluded", title(matter), other);
                });
    }

    private String title(MatterId matter) {
        return policy.pack(matter).title().zh();
    }
}
