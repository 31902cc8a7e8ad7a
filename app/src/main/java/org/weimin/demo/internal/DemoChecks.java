package org.weimin.demo.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.weimin.access.Role;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Casework;
import org.weimin.facts.Facts;
import org.weimin.facts.RecordFact;
import org.weimin.home.Job;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Period;
import org.weimin.kernel.Subject;
import org.weimin.simulator.Behaviour;
import org.weimin.simulator.Simulator;

/** 演示核对: two cases, of one street where there are some, have asked other bureaus, and every kind of answer has come. */
@Component
class DemoChecks {
    private static final DivisionCode STREET = new DivisionCode("310117003");
    private static final String ASK = "ask-bureaus";
    private static final int CASES = 2;
    private static final int ROUNDS = 4;
    private static final Map<String, Behaviour> MIXED = Map.of(
            "tax", Behaviour.LATE,
            "traffic-police", Behaviour.WRONG_CODE,
            "real-estate", Behaviour.PARTIAL,
            "market", Behaviour.UNKNOWN_PERSON,
            "medical-insurance", Behaviour.HOMONYM,
            "education", Behaviour.GARBLED);

    private final Officials officials;
    private final Casework casework;
    private final Facts facts;
    private final Simulator simulator;
    private final ObjectProvider<Job> jobs;
    private final BusinessClock clock;

    DemoChecks(
            Officials officials,
            Casework casework,
            Facts facts,
            Simulator simulator,
            ObjectProvider<Job> jobs,
            BusinessClock clock) {
        this.officials = officials;
        this.casework = casework;
        this.facts = facts;
        this.simulator = simulator;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Outside any transaction: bureaus are asked over their line. */
    void ask(List<Truth> truths) {
        simulator.open();
        List<CaseFile> open = truths.stream()
                .filter(truth -> truth.kind() == Truth.Kind.ENTITLED_NOT_RECEIVING)
                .map(Truth::family)
                .sorted(Comparator.comparing(family -> !STREET.contains(family.place())))
                .flatMap(family -> casework.ofSubject(new Subject.OfHousehold(family.id())).stream())
                .filter(file -> file.status() == CaseFile.Status.ASSESSING)
                .limit(CASES)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        MIXED.forEach(simulator::behave);
        open.forEach(file -> {
            declareLess(file);
            Acting.as(officials.one(Role.STREET_CLERK, file.claim().area().town()), () -> casework.check(file.id()));
        });
        jobs.stream().filter(job -> job.name().equals(ASK)).forEach(job -> {
            for (int round = 0; round < ROUNDS; round++) {
                job.work().run();
            }
        });
        simulator.behaveAll(Behaviour.PROMPT);
    }

    /** The head said something about wages that social security does not say. */
    private void declareLess(CaseFile file) {
        var head = new Subject.OfPerson(file.claim().payee());
        var since = Period.since(clock.today().minusMonths(12).withDayOfMonth(1));
        facts.record(new RecordFact(head, "wage", "120.00", since, "DECLARED", "申请表"));
    }
}
