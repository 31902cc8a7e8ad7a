package org.weimin.casework.web;

import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.casework.Casework;
import org.weimin.casework.OpenStop;
import org.weimin.engine.Pack;
import org.weimin.intake.Intake;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.people.Household;
import org.weimin.people.People;
import org.weimin.policy.MatterSummary;
import org.weimin.policy.Policy;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** Where a review of aid that is being received begins. */
@Controller
class StopPage {
    private final Casework casework;
    private final People people;
    private final Policy policy;
    private final Intake intake;
    private final BusinessClock clock;

    StopPage(Casework casework, People people, Policy policy, Intake intake, BusinessClock clock) {
        this.casework = casework;
        this.people = people;
        this.policy = policy;
        this.intake = intake;
        this.clock = clock;
    }

    @GetMapping("/cases/stop/new")
    @Requires("casework.handle")
    Page show(@RequestParam String household) {
        Household home = people.household(HouseholdId.of(household), clock.today());
        var stops = policy.catalogue().stream()
                .filter(matter -> matter.acts() == Pack.Acts.STOP && isReceived(home, matter.id()))
                .map(matter -> new Option(
                        matter.id().value(),
                        Texts.either(matter.title().zh(), matter.title().en())))
                .toList();
        if (stops.isEmpty()) {
            throw new Refused("casework.stop.not-receiving");
        }
        var payees = home.members().stream()
                .map(Household.Member::person)
                .filter(person -> person.isAliveOn(clock.today()))
                .map(person -> new Option(person.id().toString(), person.name()))
                .toList();
        return Page.of(
                "casework/stop",
                new CaseView.Stop(household, people.person(home.head()).name(), home.address(), stops, payees));
    }

    /** By the household or by one of its members. */
    private boolean isReceived(Household home, MatterId stop) {
        MatterId received = policy.pack(stop).assessedBy();
        return Stream.concat(
                        Stream.of(new Subject.OfHousehold(home.id())),
                        home.members().stream()
                                .map(member ->
                                        new Subject.OfPerson(member.person().id())))
                .anyMatch(subject -> intake.receives(subject, received, clock.today()));
    }

    @PostMapping("/cases/stop")
    @Requires("casework.handle")
    Page open(
            @RequestParam String household,
            @RequestParam String matter,
            @RequestParam String payee,
            @RequestParam String ground) {
        var pack = policy.catalogue().stream()
                .map(MatterSummary::id)
                .filter(id -> id.value().equals(matter))
                .findFirst()
                .orElseThrow(() -> new NotFound(matter));
        CaseFileId id = casework.openStop(new OpenStop(HouseholdId.of(household), pack, PersonId.of(payee), ground));
        return Page.redirect("/cases/" + id, "casework.done.stop-opened");
    }
}
