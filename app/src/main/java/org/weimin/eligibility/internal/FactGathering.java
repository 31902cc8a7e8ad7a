package org.weimin.eligibility.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weimin.engine.Fact;
import org.weimin.engine.FactKind;
import org.weimin.engine.FactSheet;
import org.weimin.engine.FactsDictionary;
import org.weimin.engine.Pack;
import org.weimin.facts.FactItem;
import org.weimin.facts.Facts;
import org.weimin.facts.IncomeTotal;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.OrganisationId;
import org.weimin.kernel.Period;
import org.weimin.kernel.Subject;
import org.weimin.people.Household;
import org.weimin.people.Person;
import org.weimin.people.Relations;
import org.weimin.people.Sex;

/** Lays out what the registers know of a household in the words of the facts dictionary. */
@Component
public class FactGathering {
    private static final String CONSENT = "meansCheckConsent";
    private static final String WINDOW = "incomeWindowMonths";
    private static final String REGISTER = "REGISTER";
    private final Facts facts;

    FactGathering(Facts facts) {
        this.facts = facts;
    }

    /** Who died or left is not there; what nobody spoke of is not there either. */
    public FactSheet sheet(Pack pack, Household household, LocalDate asOf) {
        Optional<Window> window =
                addsUpIncome(pack) ? Optional.of(window(months(pack, household, asOf), asOf)) : Optional.empty();
        return new FactSheet(
                ofHousehold(pack.dictionary(), household.id(), asOf),
                household.members().stream()
                        .filter(member -> member.person().isAliveOn(asOf))
                        .map(member -> ofMember(pack.dictionary(), household, member, asOf, window))
                        .toList());
    }

    /** Somebody of no household: judged as the only member of one that has nothing. */
    public FactSheet ofPersonAlone(Pack pack, Person person, LocalDate asOf) {
        var member = new Household.Member(person, "02", Period.since(person.birth()), true, "");
        var home = new Household(
                new HouseholdId(person.id().value()), person.id(), person.area(), person.address(), List.of(member));
        Optional<Window> window =
                addsUpIncome(pack) ? Optional.of(window(months(pack, home, asOf), asOf)) : Optional.empty();
        return new FactSheet(List.of(), List.of(ofMember(pack.dictionary(), home, member, asOf, window)));
    }

    /** An organisation has facts of its own and no members that rules ask about. */
    public FactSheet ofOrganisation(Pack pack, OrganisationId organisation, LocalDate asOf) {
        var known = recorded(pack.dictionary(), new Subject.OfOrganisation(organisation), asOf, false);
        return new FactSheet(List.copyOf(known.values()), List.of());
    }

    /** Nobody signs before applying; whatever was really said of it stays. */
    public FactSheet asIfSigned(FactSheet sheet) {
        if (sheet.household().stream().anyMatch(fact -> fact.name().equals(CONSENT))) {
            return sheet;
        }
        var household = new ArrayList<>(sheet.household());
        household.add(new Fact(CONSENT, true, "SUPPOSED", ""));
        return new FactSheet(household, sheet.members());
    }

    /** The months whose income is added up; rules that ask for no income have none. */
    private record Window(YearMonth first, YearMonth last) {}

    public boolean addsUpIncome(Pack pack) {
        return pack.findParameter(WINDOW).isPresent();
    }

    /** Over how many months the matter adds up income. */
    public int months(Pack pack, Household household, LocalDate asOf) {
        return months(pack, household.area(), asOf);
    }

    public int months(Pack pack, DivisionCode place, LocalDate asOf) {
        return new BigDecimal(pack.value(WINDOW, place, asOf).value()).intValueExact();
    }

    private static Window window(int months, LocalDate asOf) {
        YearMonth last = YearMonth.from(asOf).minusMonths(1);
        return new Window(last.minusMonths(months - 1L), last);
    }

    private List<Fact> ofHousehold(FactsDictionary dictionary, HouseholdId household, LocalDate asOf) {
        var known = recorded(dictionary, new Subject.OfHousehold(household), asOf, false);
        if (facts.hasConsent(household, asOf)) {
            put(known, new Fact(CONSENT, true, REGISTER, "M02"));
        }
        return List.copyOf(known.values());
    }

    private List<Fact> ofMember(
            FactsDictionary dictionary,
            Household household,
            Household.Member member,
            LocalDate asOf,
            Optional<Window> window) {
        var person = member.person();
        var known = recorded(dictionary, new Subject.OfPerson(person.id()), asOf, true);
        window.ifPresent(months ->
                facts.income(person.id(), months.first(), months.last()).forEach(total -> put(known, income(total))));
        boolean head = person.id().equals(household.head());
        put(known, new Fact("person", person.id().toString(), REGISTER, ""));
        put(known, new Fact("name", person.name(), REGISTER, ""));
        put(known, new Fact("birthDate", person.birth(), REGISTER, ""));
        if (person.sex() != Sex.UNKNOWN && dictionary.find("sex").isPresent()) {
            put(known, new Fact("sex", person.sex().name(), REGISTER, ""));
        }
        put(known, new Fact("relation", head ? "HEAD" : Relations.of(member.relation()), REGISTER, ""));
        if (!member.counted()) {
            put(known, notCounted(dictionary.get("absence"), member.excludedReason()));
        }
        return List.copyOf(known.values());
    }

    private static Fact income(IncomeTotal total) {
        return new Fact(total.kind().total(), total.total().toYuan(), total.source(), total.evidence());
    }

    /** A ground that the law names excludes by itself; any other one says that the person lives elsewhere. */
    private static Fact notCounted(FactKind absence, String reason) {
        boolean named =
                absence.choices().stream().anyMatch(choice -> choice.value().equals(reason));
        return named ? new Fact("absence", reason, REGISTER, "") : new Fact("livesTogether", false, REGISTER, reason);
    }

    /** Of several sources the best; what the dictionary does not know is not a fact of the rules. */
    private Map<String, Fact> recorded(FactsDictionary dictionary, Subject subject, LocalDate asOf, boolean ofMember) {
        var known = new LinkedHashMap<String, Fact>();
        inOrder(dictionary, facts.of(subject, asOf))
                .forEach(item -> dictionary
                        .find(item.name())
                        .filter(kind -> kind.ofMember() == ofMember)
                        .ifPresent(kind -> put(
                                known,
                                new Fact(item.name(), kind.parse(item.value()), item.source(), item.evidence()))));
        return known;
    }

    private static Collection<FactItem> inOrder(FactsDictionary dictionary, List<FactItem> items) {
        var sorted = new ArrayList<>(items);
        sorted.sort(Comparator.<FactItem>comparingInt(item -> dictionary.rank(item.source()))
                .reversed());
        return sorted;
    }

    private static void put(Map<String, Fact> known, Fact fact) {
        known.put(fact.name(), fact);
    }
}
