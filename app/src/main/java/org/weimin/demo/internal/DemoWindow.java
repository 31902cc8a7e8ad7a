package org.weimin.demo.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile;
import org.weimin.casework.HandOver;
import org.weimin.demo.internal.Residents.Resident;
import org.weimin.facts.Facts;
import org.weimin.facts.RecordFact;
import org.weimin.intake.Ask;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Period;
import org.weimin.kernel.Subject;
import org.weimin.people.Family;
import org.weimin.people.Organisations;
import org.weimin.people.RegisterOrganisation;

/** 窗口办件: marriages, foundations, cremations and the rest, so that no register of the demo is empty. */
@Component
class DemoWindow {
    /** In a smaller county not everybody is found whom the filings need. */
    private static final int LEAST_HOUSEHOLDS = 1_000;

    private static final int KNOWN_FOR_DAYS = 400;
    private static final int FIRST_NUMBER = 1_021;

    private final Officials officials;
    private final Organisations organisations;
    private final Facts facts;
    private final DemoIntake intake;
    private final Handling handling;
    private final BusinessClock clock;

    DemoWindow(
            Officials officials,
            Organisations organisations,
            Facts facts,
            DemoIntake intake,
            Handling handling,
            BusinessClock clock) {
        this.officials = officials;
        this.organisations = organisations;
        this.facts = facts;
        this.intake = intake;
        this.handling = handling;
        this.clock = clock;
    }

    /** Outside any transaction: every step is one official's own. */
    void serve(List<Family> families) {
        if (families.size() < LEAST_HOUSEHOLDS) {
            return;
        }
        // The people of the main journey are left as newcomers are told to find them.
        var others = families.stream()
                .filter(family -> !family.place().equals(MainJourney.COMMUNITY))
                .toList();
        var residents = new Residents(others, clock.today());
        Filings filings = Filings.read();
        filings.bodies().forEach(body -> serve(body, residents));
        filings.persons().forEach(line -> {
            for (int i = 0; i < line.times() + line.open(); i++) {
                Resident resident = residents.next(line.who());
                var subject = new Subject.OfPerson(resident.person().id());
                Map<String, String> known =
                        new Blanks(resident, residents, FIRST_NUMBER + i, clock.today()).fill(line.facts());
                serve(new Ask(line.matter(), subject), resident, known, i >= line.times());
            }
        });
    }

    private void serve(Filings.OfBody body, Residents residents) {
        Resident speaks = residents.next(Filings.Who.ADULT);
        var id = organisations.register(new RegisterOrganisation(
                body.name(),
                Optional.empty(),
                body.kind(),
                speaks.person().id(),
                speaks.person().phone(),
                body.address(),
                speaks.family().place()));
        body.asked()
                .forEach(asked -> serve(
                        new Ask(asked.matter(), new Subject.OfOrganisation(id)),
                        speaks,
                        new Blanks(speaks, residents, FIRST_NUMBER, clock.today()).fill(asked.facts()),
                        body.open()));
    }

    private void serve(Ask ask, Resident applicant, Map<String, String> known, boolean staysOpen) {
        Period since = Period.since(clock.today().minusDays(KNOWN_FOR_DAYS));
        known.forEach(
                (name, value) -> facts.record(new RecordFact(ask.subject(), name, value, since, "CHECKED", "窗口核对原件")));
        Officials.Three three = officials.of(ask.matter(), applicant.family().place());
        CaseFileId id = Acting.as(
                three.examiner(), () -> intake.file(ask, applicant.person().id()));
        HandOver handOver = new HandOver(clock.today(), applicant.person().name());
        handling.carry(id, three, handOver, staysOpen ? Set.of(CaseFile.Status.AWAITING_DECISION) : Set.of());
    }
}
