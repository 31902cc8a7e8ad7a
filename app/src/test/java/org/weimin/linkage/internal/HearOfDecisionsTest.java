package org.weimin.linkage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.casework.DecisionIssued;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.EventKind.Detail;
import org.weimin.engine.Pack;
import org.weimin.facts.Facts;
import org.weimin.facts.RecordFact;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DeterminationId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Period;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.linkage.About;
import org.weimin.linkage.Linkage;
import org.weimin.linkage.LinkedEvent;
import org.weimin.people.People;
import org.weimin.people.RegisterPerson;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** What this office registers by deciding it tells of whom the paper names. */
@RoomTest
class HearOfDecisionsTest {
    private static final DivisionCode PLACE = new DivisionCode("310117003001");

    @Autowired
    HearOfDecisions hear;

    @Autowired
    Linkage linkage;

    @Autowired
    Facts facts;

    @Autowired
    People people;

    @Test
    void an_adoption_is_an_event_of_the_child_whose_number_the_paper_bears() {
        PersonId adopter = person("99000119800301001");
        PersonId child = person("99000120190301003");
        IdentityNumber number = As.system(() -> people.identityNumber(child, "test"));
        As.system(() -> facts.record(new RecordFact(
                new Subject.OfPerson(adopter),
                "childIdentity",
                number.value(),
                Period.since(LocalDate.of(2026, 8, 1)),
                "DECLARED",
                "收养登记申请书")));
        As.system(() -> hear.on(decided(adopter)));
        List<LinkedEvent> told = As.system(() -> linkage.about(List.of(About.of(child))));
        assertThat(told).extracting(LinkedEvent::kind).containsExactly("ADOPTION");
        assertThat(told.getFirst().details()).isEqualTo(Map.of(Detail.OTHER_PERSON, adopter.toString()));
        assertThat(told.getFirst().status()).isEqualTo(LinkedEvent.Status.DONE);
    }

    private static DecisionIssued decided(PersonId adopter) {
        return new DecisionIssued(
                CaseFileId.next(),
                new MatterId("shouyang-dengji"),
                Pack.Acts.GRANT,
                new Subject.OfPerson(adopter),
                adopter,
                PLACE,
                TestClock.FIRST_DAY,
                DeterminationId.next(),
                new Outcome.Entitled(List.of()));
    }

    private PersonId person(String seventeen) {
        var identity = new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
        return As.system(() -> people.register(new RegisterPerson(identity, "测试人", PLACE, "文诚路1号", "")));
    }
}
