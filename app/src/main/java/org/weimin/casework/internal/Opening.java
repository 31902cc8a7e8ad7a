package org.weimin.casework.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weimin.access.Access;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Claim;
import org.weimin.casework.OpenRecheck;
import org.weimin.casework.OpenStop;
import org.weimin.casework.Standing;
import org.weimin.casework.internal.Chronicle.Lane;
import org.weimin.engine.Pack;
import org.weimin.intake.Application;
import org.weimin.intake.Ask;
import org.weimin.intake.Intake;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.people.Household;
import org.weimin.people.Parties;
import org.weimin.people.Party;
import org.weimin.people.People;
import org.weimin.policy.Policy;

/** Opens cases: one per matter applied for, and one where aid being received shall be looked at again. */
@Component
public class Opening {
    private final CaseFileStore files;
    private final Road road;
    private final Workflow workflow;
    private final Chronicle chronicle;
    private final Registers registers;
    private final BusinessClock clock;

    /** The rooms above that say who, where and under which law. */
    @Component
    record Registers(Policy policy, People people, Parties parties, Access access, Intake intake) {}

    Opening(
            CaseFileStore files,
            Road road,
            Workflow workflow,
            Chronicle chronicle,
            Registers registers,
            BusinessClock clock) {
        this.files = files;
        this.road = road;
        this.workflow = workflow;
        this.chronicle = chronicle;
        this.registers = registers;
        this.clock = clock;
    }

    void onApplication(Application application, Ask ask) {
        Pack pack = registers.policy().pack(ask.matter());
        PersonId payee = payee(application, ask);
        Claim claim = claim(pack, pack.assessedBy(), pack.matter().acts(), ask.subject(), payee, application.area());
        CaseFile file = open(claim.appliedFor(application.id()), Standing.NOTHING);
        chronicle.add(file, Lane.CASE, "opened", file.claim().number());
    }

    /** What a grown-up is given goes to that person; for a household, a child or a body the applicant receives it. */
    private PersonId payee(Application application, Ask ask) {
        return ask.subject() instanceof Subject.OfPerson(var person)
                        && registers.people().person(person).ageOn(clock.today()) >= Party.OF_AGE
                ? person
                : application.applicant();
    }

    public CaseFileId stop(OpenStop command) {
        Household household = registers.people().household(command.household(), clock.today());
        registers.access().requireArea(household.area());
        Pack pack = registers.policy().pack(command.pack());
        if (pack.matter().acts() != Pack.Acts.STOP) {
            throw new Refused("casework.stop.not-a-stop", pack.title().zh());
        }
        Subject subject = receiver(pack, household, command.payee());
        if (!registers.intake().receives(subject, pack.assessedBy(), clock.today())) {
            throw new Refused("casework.stop.not-receiving");
        }
        CaseFile file = open(
                claim(pack, pack.assessedBy(), pack.matter().acts(), subject, command.payee(), household.area()),
                Standing.NOTHING);
        chronicle.add(file, Lane.CASE, "stop-opened", file.claim().number(), command.ground());
        return file.id();
    }

    /** Aid of a household is ended for the household, that of a person for the member who was chosen. */
    private static Subject receiver(Pack pack, Household household, PersonId chosen) {
        if (!pack.matter().judgesPersons()) {
            return new Subject.OfHousehold(household.id());
        }
        return household
                .member(chosen)
                .map(member -> new Subject.OfPerson(member.person().id()))
                .orElseThrow(() -> new NotFound(chosen));
    }

    /** 定期核查、动态调整: the aid that is received is looked at again, whoever asked for that. */
    public CaseFileId recheck(OpenRecheck command) {
        Party party = registers.parties().of(command.subject(), clock.today());
        registers.access().requireArea(party.area());
        Pack pack = registers.policy().pack(command.matter());
        CaseFile file = open(
                claim(pack, pack.id(), Pack.Acts.CHANGE, command.subject(), command.payee(), party.area()),
                Standing.receiving(command.monthly()));
        chronicle.add(
                file,
                Lane.CASE,
                "recheck-opened",
                file.claim().number(),
                command.monthly().grouped(),
                command.ground());
        return file.id();
    }

    /** 更正: the same aid of the same subject, under the law of the decision that somebody disagrees with. */
    CaseFile again(Claim decided, Pack.Acts acts, Standing standing) {
        MatterId pack = decided.acts() == Pack.Acts.STOP ? decided.matter() : decided.pack();
        return open(
                claim(
                        registers.policy().pack(pack),
                        decided.matter(),
                        acts,
                        decided.subject(),
                        decided.payee(),
                        decided.area()),
                standing);
    }

    private Claim claim(
            Pack pack, MatterId matter, Pack.Acts acts, Subject subject, PersonId payee, DivisionCode area) {
        LocalDate today = clock.today();
        return new Claim(
                files.nextNumber(area, pack.item(), today),
                pack.id(),
                matter,
                acts,
                subject,
                payee,
                area,
                today,
                pack.editionOn(today).from(),
                Optional.empty());
    }

    private CaseFile open(Claim claim, Standing standing) {
        CaseFile file = CaseFile.open(
                CaseFileId.next(),
                claim,
                standing,
                workflow.course(claim, standing).first().id());
        if (!files.insert(file)) {
            throw new Refused("casework.open.already");
        }
        road.opened(file);
        return file;
    }
}
