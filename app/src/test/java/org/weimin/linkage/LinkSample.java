package org.weimin.linkage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.BeanFactory;
import org.weimin.benefits.Award;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Entitlement;
import org.weimin.engine.EventKind.Detail;
import org.weimin.facts.Facts;
import org.weimin.facts.RecordFact;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Period;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.FoundHousehold;
import org.weimin.people.JoinHousehold;
import org.weimin.people.Kinship;
import org.weimin.people.People;
import org.weimin.people.RegisterPerson;
import org.weimin.testing.As;
import org.weimin.testing.TestClock;

/** People with aid, and what is told about them. */
final class LinkSample {
    static final DivisionCode PLACE = new DivisionCode("310117003001");
    static final MatterId DIBAO = new MatterId("dibao");
    static final LocalDate TODAY = TestClock.FIRST_DAY;
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    private final People people;
    private final Benefits benefits;
    private final Linkage linkage;
    private final Facts facts;

    LinkSample(BeanFactory beans) {
        this.people = beans.getBean(People.class);
        this.benefits = beans.getBean(Benefits.class);
        this.linkage = beans.getBean(Linkage.class);
        this.facts = beans.getBean(Facts.class);
    }

    /** An even last digit but one is a woman's. */
    static IdentityNumber identity(String birth) {
        int number = SEQUENCE.incrementAndGet();
        String seventeen = "99%04d%s%03d".formatted(number / 500, birth.replace("-", ""), number % 500 * 2);
        return new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
    }

    PersonId person(String birth) {
        return As.system(() -> people.register(new RegisterPerson(identity(birth), "测试人", PLACE, "文诚路1号", "")));
    }

    HouseholdId household(PersonId head, PersonId... others) {
        return As.system(() -> {
            HouseholdId home = people.found(new FoundHousehold(head, PLACE, "文诚路1号", LONG_AGO));
            for (PersonId other : others) {
                people.join(new JoinHousehold(home, other, "20", LONG_AGO, ""));
            }
            return home;
        });
    }

    void married(PersonId one, PersonId other) {
        As.system(() -> people.relate(new Kinship(one, other, Kinship.Kind.SPOUSE), LONG_AGO));
    }

    /** Granted and paid since the month; the present month is owed. */
    EntitlementId receives(Subject subject, MatterId matter, PersonId payee, String monthly, YearMonth since) {
        var granted = new Entitlement(
                EntitlementId.next(),
                matter,
                subject,
                payee,
                Money.yuan(monthly),
                since,
                Optional.empty(),
                CaseFileId.next(),
                PLACE);
        As.system(() -> benefits.importHistory(List.of(new Award(granted, List.of()))));
        return granted.id();
    }

    EntitlementId receives(HouseholdId home, PersonId payee) {
        return receives(new Subject.OfHousehold(home), DIBAO, payee, "500.00", YearMonth.of(2026, 3));
    }

    /** Nobody earns anything, and everybody has agreed to be checked. */
    void isPoor(HouseholdId home, PersonId... members) {
        As.system(() -> {
            for (PersonId member : members) {
                for (String income : List.of("wage", "business", "property", "transfer")) {
                    tell(new Subject.OfPerson(member), income, "0");
                }
                facts.consent(home, member, TODAY.minusYears(1), "授权书");
            }
            Map.of("financialAssets", "0", "dwellings", "1", "dwellingArea", "50", "businessPremises", "0")
                    .forEach((name, value) -> tell(new Subject.OfHousehold(home), name, value));
            Map.of("cars", "0", "businessCapital", "0")
                    .forEach((name, value) -> tell(new Subject.OfHousehold(home), name, value));
        });
    }

    /** Found, and on the list that another bureau has of those who are. */
    void isRecognised(PersonId person, MatterId matter) {
        As.system(() -> tell(new Subject.OfPerson(person), matter.receivedFact(), "true"));
    }

    private void tell(Subject subject, String name, String value) {
        facts.record(new RecordFact(subject, name, value, Period.since(LONG_AGO), "CHECKED", "核对报告"));
    }

    static RegisterEvent event(String kind, String number, PersonId about, LocalDate on) {
        return event(kind, "police", number, about, on, Map.of());
    }

    static RegisterEvent event(
            String kind, String source, String number, PersonId about, LocalDate on, Map<Detail, String> details) {
        return new RegisterEvent(
                kind, new RegisterEvent.Origin(source, number), About.of(about), on, TODAY, PLACE, details);
    }

    EventId tell(RegisterEvent told) {
        return As.system(() -> linkage.register(told));
    }

    LinkedEvent.Status status(EventId id) {
        return As.system(() -> linkage.get(id)).status();
    }

    /** The filter at which the event stopped. */
    Optional<String> stoppedAt(EventId id) {
        return As.system(() -> linkage.filters(id)).stream()
                .filter(result -> result.outcome() == FilterResult.Outcome.FAILED)
                .map(result -> result.filter().name())
                .findFirst();
    }

    List<LinkedEffect> effects(EventId id, MatterId matter) {
        return As.system(() -> linkage.effects(id)).stream()
                .filter(LinkedEffect::inForce)
                .filter(effect -> effect.target().matter().equals(matter))
                .toList();
    }

    Optional<YearMonth> until(Subject subject, EntitlementId id) {
        return As.system(() -> benefits.of(subject)).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow()
                .until();
    }
}
