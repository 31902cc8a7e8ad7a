package org.weimin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;
import org.weimin.engine.Fact;
import org.weimin.engine.FactSheet;
import org.weimin.engine.Pack;
import org.weimin.facts.Facts;
import org.weimin.facts.Income;
import org.weimin.facts.RecordFact;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.Money;
import org.weimin.kernel.OrganisationId;
import org.weimin.kernel.Period;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.Party;
import org.weimin.people.People;
import org.weimin.people.Person;
import org.weimin.policy.Policy;
import org.weimin.testing.As;
import org.weimin.testing.Browser;
import org.weimin.testing.TestClock;

/** Whoever a worked example is about: registered with its household or body, and with what other registers know. */
record SampleParty(
        Subject subject, HouseholdId household, PersonId head, Map<Subject, Map<String, String>> told, People people) {
    static final DivisionCode PLACE = new DivisionCode("310117003001");
    private static final LocalDate LONG_AGO = TestClock.FIRST_DAY.minusYears(3);
    private static final LocalDate GROWN_UP = LocalDate.of(1980, 1, 1);
    private static final String ADDRESS = "文诚路1号";
    /** What the register of residents knows by itself, or the consent page asks. */
    private static final Set<String> REGISTERED =
            Set.of("person", "name", "birthDate", "relation", "sex", "meansCheckConsent");

    private static final Map<String, String> CODES = Map.of(
            "SPOUSE", "10", "CHILD", "20", "PARENT", "50", "GRANDPARENT", "60", "GRANDCHILD", "40", "SIBLING", "70");

    /** Registers one example as the window does; what other registers know of it is there already. */
    static SampleParty of(Pack pack, FactSheet facts, String person, int number, BeanFactory beans, Browser window) {
        var people = beans.getBean(People.class);
        var policy = beans.getBean(Policy.class);
        return As.system(() -> {
            boolean ownHead = !facts.members().isEmpty()
                    && value(facts.members().getFirst(), "relation")
                            .orElse("HEAD")
                            .equals("HEAD");
            var identity = identity(ownHead ? facts.members().getFirst() : List.of(), number * 10);
            HouseholdId household = household(identity, name(number * 10), window);
            PersonId head = people.byIdentity(identity).orElseThrow();
            var members = new ArrayList<PersonId>();
            for (int i = 0; i < facts.members().size(); i++) {
                boolean isHead = ownHead && i == 0;
                members.add(
                        isHead ? head : join(household, facts.members().get(i), number * 10 + i + 1, people, window));
            }
            Subject subject = switch (pack.matter().unit()) {
                case HOUSEHOLD -> new Subject.OfHousehold(household);
                case PERSON -> new Subject.OfPerson(members.get(facts.persons().indexOf(person)));
                case ORGANISATION -> new Subject.OfOrganisation(body(facts, people, head, number, window));
            };
            var told = new LinkedHashMap<Subject, Map<String, String>>();
            told.put(
                    subject instanceof Subject.OfOrganisation ? subject : new Subject.OfHousehold(household),
                    values(policy, pack, facts.household()));
            for (int i = 0; i < members.size(); i++) {
                told.put(
                        new Subject.OfPerson(members.get(i)),
                        values(policy, pack, facts.members().get(i)));
            }
            var party = new SampleParty(subject, household, head, told, people);
            party.recordWhatNoFormAsks(pack, beans.getBean(Facts.class));
            return party;
        });
    }

    /** The parameter of a page's address that names the party. */
    String asked() {
        return switch (subject) {
            case Subject.OfOrganisation(var body) -> "organisation=" + body;
            case Subject.OfPerson(var one) -> "household=" + household + "&person=" + one;
            case Subject.OfHousehold(var home) -> "household=" + home;
        };
    }

    /** What is to be typed into the box of this fact; empty where the example says nothing. */
    Optional<String> answer(String fact, String subjectId) {
        return told.entrySet().stream()
                .filter(each -> each.getKey().id().toString().equals(subjectId))
                .map(each -> each.getValue().get(fact))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    /** Whose name the papers bear. */
    String name() {
        return As.system(() -> people.person(subject instanceof Subject.OfPerson(var one) ? one : head)
                .name());
    }

    /** Who is paid: the grown-up of the household for a child. */
    String payee() {
        return As.system(() -> {
            Person payee = people.person(subject instanceof Subject.OfPerson(var one) ? one : head);
            boolean child = payee.ageOn(TestClock.FIRST_DAY) < Party.OF_AGE;
            return child ? people.person(head).name() : payee.name();
        });
    }

    private void recordWhatNoFormAsks(Pack pack, Facts facts) {
        Set<String> asked = pack.editionOn(TestClock.FIRST_DAY).form().sections().stream()
                .flatMap(section -> section.fields().stream())
                .map(field -> field.fact().name())
                .collect(Collectors.toSet());
        told.forEach((whose, values) -> values.forEach((fact, value) -> {
            boolean typed = asked.contains(fact) && isOnForm(whose);
            if (!typed) {
                String name = income(fact).map(Income::item).orElse(fact);
                facts.record(new RecordFact(whose, name, value, Period.since(LONG_AGO), "REGISTER", "登记信息"));
            }
        }));
    }

    /** A matter that judges one person asks of no other member. */
    private boolean isOnForm(Subject whose) {
        return !(whose instanceof Subject.OfPerson) || subject instanceof Subject.OfHousehold || whose.equals(subject);
    }

    private static Map<String, String> values(Policy policy, Pack pack, List<Fact> facts) {
        var values = new LinkedHashMap<String, String>();
        for (Fact fact : facts) {
            if (!REGISTERED.contains(fact.name()) && fact.isSettled()) {
                values.put(
                        fact.name(),
                        income(fact.name()).isPresent() ? aMonth(policy, pack, fact) : String.valueOf(fact.value()));
            }
        }
        return values;
    }

    /** An example states the total of the months that the rules add up; people are asked by the month. */
    private static String aMonth(Policy policy, Pack pack, Fact fact) {
        long months = Long.parseLong(policy.value(pack.id(), "incomeWindowMonths", PLACE, TestClock.FIRST_DAY)
                .value());
        return new Money(Money.yuan(String.valueOf(fact.value())).fen() / months).plain();
    }

    private static Optional<Income> income(String total) {
        return java.util.Arrays.stream(Income.values())
                .filter(kind -> kind.total().equals(total))
                .findFirst();
    }

    private static HouseholdId household(IdentityNumber identity, String name, Browser window) {
        var typed = Map.of(
                "identity", identity.value(), "name", name, "place", PLACE.value(), "address", ADDRESS, "home", "HEAD");
        String page = window.submit("/people/new", typed);
        return HouseholdId.of(page.substring(page.lastIndexOf('/') + 1));
    }

    private static PersonId join(HouseholdId household, List<Fact> facts, int number, People people, Browser window) {
        var identity = identity(facts, number);
        String relation = CODES.getOrDefault(value(facts, "relation").orElse("OTHER"), "80");
        var typed = Map.of("identity", identity.value(), "name", name(number), "relation", relation);
        window.submit("/households/" + household + "/members/new", typed);
        return people.byIdentity(identity).orElseThrow();
    }

    private static OrganisationId body(FactSheet facts, People people, PersonId head, int number, Browser window) {
        String name = value(facts.household(), "organisationName").orElse("街坊互助会") + number;
        String representative = people.identityNumber(head, "登记组织").value();
        String page = window.submit(
                "/people/organisations/new",
                Map.of("name", name, "identity", representative, "address", ADDRESS, "place", "310117003"));
        return OrganisationId.of(page.substring(page.lastIndexOf('/') + 1));
    }

    private static Optional<String> value(List<Fact> facts, String name) {
        return facts.stream()
                .filter(fact -> fact.name().equals(name))
                .map(fact -> String.valueOf(fact.value()))
                .findFirst();
    }

    /** A name of its own for everybody, so that a search finds nobody else. */
    private static String name(int number) {
        return "王" + Character.toString(0x4E00 + number);
    }

    private static IdentityNumber identity(List<Fact> facts, int number) {
        LocalDate birth = value(facts, "birthDate").map(LocalDate::parse).orElse(GROWN_UP);
        int parity = value(facts, "sex").orElse("FEMALE").equals("MALE") ? 1 : 0;
        String seventeen = "99%04d%s%02d%d".formatted(number, birth.toString().replace("-", ""), number % 100, parity);
        return new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
    }
}
