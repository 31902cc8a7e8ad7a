package org.weimin.facts.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.weimin.people.Household;
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
    record Consents(ConsentStore store, People people) {
        Home of(HouseholdId household, LocalDate today) {
            List<Person> members = people.household(household, today).members().stream()
                    .map(Household.Member::person)
                    .toList();
            return new Home(household, members, store.givenBy(household, today));
        }
    }

    /** The household that a command asks about, as it is on the day; read once for all its questions. */
    record Home(HouseholdId id, List<Person> members, List<PersonId> signed) {
        boolean has(Person person) {
            return members.stream().anyMatch(each -> each.id().equals(person.id()));
        }
    }

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
        Optional<Home> home = command.purpose().household().map(id -> consents.of(id, clock.today()));
        var made = new ArrayList<CheckRequest>();
        for (PersonId id : command.persons()) {
            Person person = consents.people().person(id);
            for (String name : command.items()) {
                CheckItem item = catalogue.get(name);
                if (mayAsk(standing, id, item)) {
                    made.add(ask(command, home, person, item));
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

    private CheckRequest ask(AskBureaus command, Optional<Home> home, Person person, CheckItem item) {
        var purpose = command.purpose();
        UUID consent = item.isMeans() ? consent(home, person) : demandMember(home, person);
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
    private UUID consent(Optional<Home> asked, Person person) {
        Home home = asked.orElseThrow(() -> new Refused("facts.check.no-household", person.name()));
        LocalDate today = clock.today();
        List<Person> mustSign = home.has(person)
                ? home.members().stream()
                        .filter(each -> each.isAliveOn(today) && each.ageOn(today) >= OF_AGE)
                        .toList()
                : List.of(person);
        List<String> missing = mustSign.stream()
                .filter(each -> !home.signed().contains(each.id()))
                .map(Person::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new Refused("facts.check.no-consent", String.join("、", missing));
        }
        PersonId signer = home.signed().contains(person.id())
                ? person.id()
                : mustSign.stream().map(Person::id).findFirst().orElse(person.id());
        return consents.store()
                .findId(home.id(), signer, today)
                .orElseThrow(() -> new Refused("facts.check.no-consent", person.name()));
    }

    /** What needs no signature may be asked of members; of anybody else only with a signature. */
    private @Nullable UUID demandMember(Optional<Home> home, Person person) {
        return home.isEmpty() || home.get().has(person) ? null : consent(home, person);
    }

    private Channel channel(CheckItem item) {
        boolean connected = lines.stream().anyMatch(line -> line.base().get().isPresent());
        return item.channel() == Channel.API && !connected ? Channel.FILE : item.channel();
    }
}
