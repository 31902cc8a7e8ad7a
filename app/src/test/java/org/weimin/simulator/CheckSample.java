package org.weimin.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.BeanFactory;
import org.weimin.facts.AskBureaus;
import org.weimin.facts.CheckRequest;
import org.weimin.facts.Checks;
import org.weimin.facts.Facts;
import org.weimin.facts.RecordFact;
import org.weimin.facts.internal.CheckDispatch;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.Period;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.FoundHousehold;
import org.weimin.people.People;
import org.weimin.people.RegisterPerson;
import org.weimin.policy.Policy;
import org.weimin.testing.As;
import org.weimin.testing.TestClock;

/** A person who lives alone, what the registers hold of this person, and a case that asks them. */
final class CheckSample {
    static final DivisionCode PLACE = new DivisionCode("310117003001");
    static final LocalDate TODAY = TestClock.FIRST_DAY;
    private static final LocalDate LONG_AGO = TODAY.minusYears(3);
    private static final AtomicInteger SEQUENCE = new AtomicInteger(100);

    final PersonId person;
    final IdentityNumber identity;
    final HouseholdId household;
    final CaseFileId caseFile = CaseFileId.next();
    final String caseNumber = "310117SA0120260803" + SEQUENCE.incrementAndGet();
    private final Facts facts;
    private final Checks checks;
    private final CheckDispatch dispatch;
    private final Simulator simulator;
    private final Policy policy;
    private final TestClock clock;

    CheckSample(BeanFactory beans) {
        this.facts = beans.getBean(Facts.class);
        this.checks = beans.getBean(Checks.class);
        this.dispatch = beans.getBean(CheckDispatch.class);
        this.simulator = beans.getBean(Simulator.class);
        this.policy = beans.getBean(Policy.class);
        this.clock = beans.getBean(TestClock.class);
        this.identity = identity();
        var people = beans.getBean(People.class);
        clock.set(TODAY);
        this.person = As.system(() -> people.register(new RegisterPerson(identity, "陈桂芳", PLACE, "文诚路1号", "")));
        this.household = As.system(() -> people.found(new FoundHousehold(person, PLACE, "文诚路1号", LONG_AGO)));
    }

    static IdentityNumber identity() {
        String seventeen = "99011719600301" + String.format("%03d", SEQUENCE.incrementAndGet());
        return new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
    }

    CheckSample signed() {
        As.system(() -> facts.consent(household, person, TODAY, "授权书"));
        return this;
    }

    /** Written in a register of another bureau, and no longer in our own files. */
    CheckSample registered(Subject subject, String name, String value) {
        clock.set(TODAY.minusDays(2));
        var id = As.system(
                () -> facts.record(new RecordFact(subject, name, value, Period.since(LONG_AGO), "CHECKED", "登记簿")));
        As.system(simulator::open);
        clock.set(TODAY.minusDays(1));
        As.system(() -> facts.end(id, LONG_AGO.plusDays(1)));
        clock.set(TODAY);
        return this;
    }

    CheckSample earns(String wage) {
        return registered(ofPerson(), "wage", wage);
    }

    CheckSample declares(Subject subject, String name, String value) {
        As.system(() -> facts.record(
                new RecordFact(subject, name, value, Period.since(TODAY.minusMonths(12)), "DECLARED", "申请表")));
        return this;
    }

    Subject ofPerson() {
        return new Subject.OfPerson(person);
    }

    Subject ofHousehold() {
        return new Subject.OfHousehold(household);
    }

    List<CheckRequest> ask(String... items) {
        return askAbout(person, items);
    }

    List<CheckRequest> askAbout(PersonId whom, String... items) {
        var purpose = new AskBureaus.Purpose(caseFile, caseNumber, Optional.of(household), PLACE);
        var command = new AskBureaus(purpose, List.of(whom), List.of(items), policy.calendar());
        return As.system(() -> checks.ask(command));
    }

    /** Everything that is due goes out, and comes back. */
    void send() {
        As.system(() -> {
            while (dispatch.work() > 0) {
                // What is asked again later is not due any more.
            }
        });
    }

    CheckRequest only() {
        return As.system(() -> checks.ofCase(caseFile)).getFirst();
    }

    /** What is known from checks on the day. */
    List<String> checked(Subject subject, String name) {
        return As.system(() -> facts.of(subject, clock.today())).stream()
                .filter(item -> item.name().equals(name) && item.source().equals("CHECKED"))
                .map(item -> item.value())
                .toList();
    }
}
