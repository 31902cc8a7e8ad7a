package org.weimin.facts.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.weimin.audit.Audit;
import org.weimin.engine.CheckItem;
import org.weimin.engine.CheckItem.Channel;
import org.weimin.facts.AskBureaus;
import org.weimin.facts.BureauLine;
import org.weimin.facts.CheckRequest;
import org.weimin.facts.CheckRequest.Status;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.people.People;
import org.weimin.people.Person;

/** Asks: only what was authorised, only for a case, and only once while an answer holds. */
@Component
public class Asking {
    private static final int OF_AGE = 18;
    private final CheckStore store;
    private final CheckCatalogue catalogue;
    private final Consents consents;
    private final ObjectProvider<BureauLine> lines;
    private final Audit audit;
    private final BusinessClock clock;

    /** Who has signed, and who lives in the household. */
    @Component
    record Consents(ConsentStore store, People people) {}

    Asking(
            CheckStore store,
            CheckCatalogue catalogue,
            Consents consents,
            ObjectProvider<BureauLine> lines,
            Audit audit,
            BusinessClock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.consents = consents;
        this.lines = lines;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns what is new; what stands already in the case stays as it is. */
    public List<CheckRequest> ask(AskBureaus command) {
        List<CheckRequest> standing = store.ofCase(command.purpose().caseFile());
        var made = new ArrayList<CheckRequest>();
        for (PersonId id : command.persons()) {
            Person person = consents.people().person(id);
            for (String name : command.items()) {
                CheckItem item = catalogue.get(name);
                if (mayAsk(standing, id, item)) {
                    made.add(ask(command, person, item));
                }
            }
            audit.looked(
                    "check-request", new Subject.OfPerson(id), command.purpose().caseNumber());
        }
        return made;
    }

    /** What failed, or is too old, gives way to a new question. */
    private boolean mayAsk(List<CheckRequest> standing, PersonId person, CheckItem item) {
        Optional<CheckRequest> before = standing.stream()
                .filter(each ->
                        each.of().person().equals(person) && each.item().id().equals(item.id()))
                .findFirst();
        boolean givesWay = before.filter(each -> each.status() == Status.FAILED || each.hasExpiredOn(clock.today()))
                .isPresent();
        if (givesWay) {
            store.close(before.get().id());
        }
        return before.isEmpty() || givesWay;
    }

    private CheckRequest ask(AskBureaus command, Person person, CheckItem item) {
        var purpose = command.purpose();
        UUID consent = item.isMeans() ? consent(purpose, person) : demandMember(purpose, person);
        Optional<CheckRequest> valid = store.findValid(person.id(), item.id(), clock.today());
        LocalDate today = clock.today();
        LocalDate due = command.calendar()
                .plusWorkdays(today, item.terms().limitWorkdays())
                .on();
        LocalDate escalates = command.calendar()
                .plusWorkdays(today, 2 * item.terms().limitWorkdays())
                .on();
        var request = new CheckRequest(
                Ids.next(),
                new CheckRequest.Of(
                        purpose.caseFile(),
                        purpose.caseNumber(),
                        purpose.household(),
                        person.id(),
                        person.name(),
                        purpose.area().value()),
                item,
                channel(item),
                valid.isPresent() ? Status.ANSWERED : Status.PLANNED,
                "",
                new CheckRequest.Dates(
                        today,
                        due,
                        escalates,
                        valid.flatMap(each -> each.dates().answeredOn()),
                        valid.flatMap(each -> each.dates().validUntil())),
                valid.map(CheckRequest::reference).orElse(""),
                0,
                Optional.empty());
        if (!store.insert(request, consent, valid.map(CheckRequest::id).orElse(null))) {
            throw new Refused("facts.check.asked", item.title().zh());
        }
        return request;
    }

    /** 社会救助法 第四十一条: every grown-up member has signed; whoever is outside the household signs alone. */
    private UUID consent(AskBureaus.Purpose purpose, Person person) {
        HouseholdId household =
                purpose.household().orElseThrow(() -> new Refused("facts.check.no-household", person.name()));
        LocalDate today = clock.today();
        List<Person> members = membersOf(household);
        List<PersonId> given = consents.store().givenBy(household, today);
        boolean isMember = members.stream().anyMatch(each -> each.id().equals(person.id()));
        List<Person> mustSign = isMember
                ? members.stream()
                        .filter(each -> each.isAliveOn(today) && each.ageOn(today) >= OF_AGE)
                        .toList()
                : List.of(person);
        List<String> missing = mustSign.stream()
                .filter(each -> !given.contains(each.id()))
                .map(Person::name)
                .toList();
        PersonId signer = given.contains(person.id())
                ? person.id()
                : mustSign.stream()
                        .map(Person::id)
                        .filter(given::contains)
                        .findFirst()
                        .orElse(person.id());
        if (!missing.isEmpty()) {
            throw new Refused("facts.check.no-consent", String.join("、", missing));
        }
        return consents.store()
                .findId(household, signer, today)
                .orElseThrow(() -> new Refused("facts.check.no-consent", person.name()));
    }

    /** What needs no signature may be asked of members; of anybody else only with a signature. */
    private @org.jspecify.annotations.Nullable UUID demandMember(AskBureaus.Purpose purpose, Person person) {
        if (purpose.household().isEmpty()) {
            return null;
        }
        HouseholdId household = purpose.household().get();
        boolean isMember =
                membersOf(household).stream().anyMatch(each -> each.id().equals(person.id()));
        return isMember ? null : consent(purpose, person);
    }

    private List<Person> membersOf(HouseholdId household) {
        return consents.people().household(household, clock.today()).members().stream()
                .map(org.weimin.people.Household.Member::person)
                .toList();
    }

    private Channel channel(CheckItem item) {
        boolean connected = lines.stream().anyMatch(line -> line.base().get().isPresent());
        return item.channel() == Channel.API && !connected ? Channel.FILE : item.channel();
    }
}
