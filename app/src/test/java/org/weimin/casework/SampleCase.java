package org.weimin.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.BeanFactory;
import org.weimin.access.EmployStaff;
import org.weimin.access.Staffing;
import org.weimin.casework.internal.Dossier;
import org.weimin.facts.Facts;
import org.weimin.facts.RecordFact;
import org.weimin.intake.Ask;
import org.weimin.intake.Channel;
import org.weimin.intake.SubmitApplication;
import org.weimin.kernel.Actor;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Period;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.FoundHousehold;
import org.weimin.people.People;
import org.weimin.people.RegisterPerson;
import org.weimin.testing.As;
import org.weimin.testing.TestClock;

/** A household of one with everything that dibao asks for, and the officials who handle its case. */
final class SampleCase {
    static final MatterId DIBAO = new MatterId("dibao");
    static final MatterId DIBAO_STOP = new MatterId("dibao-stop");
    private static final DivisionCode PLACE = new DivisionCode("310117003001");
    private static final LocalDate TODAY = TestClock.FIRST_DAY;
    private static final LocalDate LONG_AGO = TODAY.minusYears(3);
    private static final AtomicInteger SEQUENCE = new AtomicInteger(500);

    private final People people;
    private final Facts facts;
    private final Staffing staffing;
    private final Dossier dossier;

    SampleCase(BeanFactory beans) {
        this.people = beans.getBean(People.class);
        this.facts = beans.getBean(Facts.class);
        this.staffing = beans.getBean(Staffing.class);
        this.dossier = beans.getBean(Dossier.class);
    }

    record Home(HouseholdId id, PersonId head, Actor.Staff clerk, Actor.Staff officer) {
        SubmitApplication application(String commandKey) {
            return application(commandKey, SubmitApplication.asksOf(id, List.of(DIBAO)));
        }

        SubmitApplication application(String commandKey, List<Ask> asks) {
            return new SubmitApplication(
                    asks,
                    head,
                    TODAY,
                    Channel.WINDOW,
                    SubmitApplication.FiledBy.APPLICANT,
                    new SubmitApplication.Undertaking(TODAY, "窗口当面签署"),
                    commandKey);
        }
    }

    Home household(String wage) {
        return household(wage, "19700301");
    }

    /** The head is born on the day. */
    Home household(String wage, String birth) {
        var clerk = employed(As.staff("STREET_CLERK", "310117003"));
        var officer = employed(As.staff("COUNTY_OFFICER", "310117"));
        return As.system(() -> {
            PersonId head = people.register(new RegisterPerson(identity(birth), "陈桂芳", PLACE, "文诚路1号", ""));
            HouseholdId id = people.found(new FoundHousehold(head, PLACE, "文诚路1号", LONG_AGO));
            tell(new Subject.OfPerson(head), Map.of("wage", wage, "business", "0", "property", "0", "transfer", "0"));
            tell(
                    new Subject.OfHousehold(id),
                    Map.of(
                            "financialAssets",
                            "5000.00",
                            "dwellings",
                            "1",
                            "dwellingArea",
                            "50",
                            "businessPremises",
                            "0",
                            "cars",
                            "0",
                            "businessCapital",
                            "0"));
            facts.consent(id, head, TODAY.minusDays(1), "M02");
            return new Home(id, head, clerk, officer);
        });
    }

    /** The same post, held by somebody who works here. */
    Actor.Staff employed(Actor.Staff post) {
        return employed(post, Optional.empty());
    }

    Actor.Staff employed(Actor.Staff post, PersonId own) {
        return employed(post, Optional.of(own));
    }

    private Actor.Staff employed(Actor.Staff post, Optional<PersonId> own) {
        String name = "staff" + SEQUENCE.incrementAndGet();
        var id = As.system(() -> staffing.employ(new EmployStaff(name, name, own)));
        return new Actor.Staff(id, name, post.post(), post.role(), post.permissions(), post.area());
    }

    /** From now on everybody knows of another wage. */
    void earns(Home home, String wage) {
        As.system(() -> tell(new Subject.OfPerson(home.head()), Map.of("wage", wage)));
    }

    void receives(HouseholdId household) {
        tell(new Subject.OfHousehold(household), Map.of("receivesDibao", "true"));
    }

    List<Notice> notices(CaseFileId id) {
        return dossier.notices(id);
    }

    List<Objection> objections(CaseFileId id) {
        return dossier.objections(id);
    }

    List<Letter> letters(CaseFileId id) {
        return dossier.letters(id);
    }

    private void tell(Subject subject, Map<String, String> values) {
        values.forEach((name, value) ->
                facts.record(new RecordFact(subject, name, value, Period.since(LONG_AGO), "CHECKED", "核对报告")));
    }

    private static IdentityNumber identity(String birth) {
        String seventeen = "990117" + birth + String.format("%03d", SEQUENCE.incrementAndGet());
        return new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
    }
}
