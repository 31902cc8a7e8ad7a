package org.weimin.intake.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.engine.Form;
import org.weimin.engine.Pack;
import org.weimin.facts.Facts;
import org.weimin.intake.Ask;
import org.weimin.intake.Channel;
import org.weimin.intake.SubmitApplication;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.people.Household;
import org.weimin.people.Parties;
import org.weimin.people.Party;
import org.weimin.people.Person;
import org.weimin.policy.Policy;

/** 齐备: what has to be there before an application is one; each refusal says what to do about it. */
@Component
public class Completeness {
    private static final String CONSENT = "consent";
    private final Policy policy;
    private final Parties parties;
    private final Facts facts;
    private final BusinessClock clock;

    Completeness(Policy policy, Parties parties, Facts facts, BusinessClock clock) {
        this.policy = policy;
        this.parties = parties;
        this.facts = facts;
        this.clock = clock;
    }

    /** The one party that everything is asked for by; refused where something is missing. */
    public Party demand(SubmitApplication command) {
        if (command.asks().isEmpty()) {
            throw new Refused("intake.submit.no-matter");
        }
        if (command.on().isAfter(clock.today())) {
            throw new Refused("intake.submit.future", command.on());
        }
        Party party = partyOf(command.asks(), command.on());
        boolean mayApply = party.people().stream()
                .anyMatch(person -> person.id().equals(command.applicant()) && person.isAliveOn(command.on()));
        if (!mayApply) {
            throw new Refused("intake.submit.not-a-member");
        }
        if (command.channel() == Channel.ASSISTED
                && (command.filedBy().agent().isBlank()
                        || command.filedBy().authorisation().isBlank())) {
            throw new Refused("intake.submit.no-authorisation");
        }
        demandSigned(command, party);
        var given = new Given(party, command.on());
        command.asks().forEach(ask -> demandApplicable(ask, given));
        return party;
    }

    /** Whether people ask for it at a window. */
    public boolean isAskedFor(MatterId matter) {
        return policy.catalogue().stream().anyMatch(entry -> entry.id().equals(matter) && entry.askedFor());
    }

    /** Everything in one application is asked for by one household, person or organisation. */
    public Party partyOf(List<Ask> asks, LocalDate on) {
        List<Party> behind = asks.stream()
                .map(Ask::subject)
                .distinct()
                .map(subject -> parties.behind(subject, on))
                .distinct()
                .toList();
        if (behind.size() != 1) {
            throw new Refused("intake.submit.one-party");
        }
        return behind.getFirst();
    }

    /** What the applicants sign; each statement once, whichever forms have it. */
    public List<Form.Statement> statements(List<Ask> asks, LocalDate on) {
        var byId = new java.util.LinkedHashMap<String, Form.Statement>();
        asks.stream()
                .flatMap(ask -> form(ask.matter(), on).statements().stream())
                .forEach(statement -> byId.putIfAbsent(statement.id(), statement));
        return List.copyOf(byId.values());
    }

    /** Only a means check needs everybody's agreement (社会救助法 第四十一条). */
    public boolean checksMeans(List<Ask> asks, LocalDate on) {
        return statements(asks, on).stream()
                .anyMatch(statement -> statement.id().equals(CONSENT));
    }

    public Form form(MatterId matter, LocalDate on) {
        return policy.pack(matter).editionOn(on).form();
    }

    public String title(MatterId matter) {
        return policy.pack(matter).title().zh();
    }

    /** Whether the subject receives the matter on the day; of a household, whether anybody in it does. */
    public boolean receives(Subject subject, MatterId matter, LocalDate on) {
        return new Given(parties.behind(subject, on), on).toAnybodyIn(subject, matter);
    }

    /** What a party and its people are given on a day: a room below writes it as facts, which are read once. */
    private final class Given {
        private final List<Subject> people;
        private final Set<String> names;

        Given(Party party, LocalDate on) {
            this.people = party.people().stream()
                    .map(person -> (Subject) new Subject.OfPerson(person.id()))
                    .toList();
            this.names = facts
                    .of(
                            Stream.concat(Stream.of(party.subject()), people.stream())
                                    .toList(),
                            on)
                    .stream()
                    .filter(item -> item.value().equals("true"))
                    .map(item -> key(item.subject(), item.name()))
                    .collect(Collectors.toSet());
        }

        boolean toAnybodyIn(Subject subject, MatterId matter) {
            return is(subject, matter) || (isOfAll(subject) && people.stream().anyMatch(each -> is(each, matter)));
        }

        /** A household is kept from a matter by another one that it has itself, or that each of its members has. */
        boolean toAllOf(Subject subject, MatterId matter) {
            return is(subject, matter) || (isOfAll(subject) && people.stream().allMatch(each -> is(each, matter)));
        }

        private boolean is(Subject subject, MatterId matter) {
            return names.contains(key(subject, matter.receivedFact()));
        }

        private static boolean isOfAll(Subject subject) {
            return subject instanceof Subject.OfHousehold;
        }

        private static String key(Subject subject, String fact) {
            return subject.id() + " " + fact;
        }
    }

    private void demandSigned(SubmitApplication command, Party party) {
        boolean signs = statements(command.asks(), command.on()).stream().anyMatch(Form.Statement::required);
        if (signs && command.undertaking().evidence().isBlank()) {
            throw new Refused("intake.submit.no-undertaking");
        }
        if (checksMeans(command.asks(), command.on())) {
            Household home = party.household().orElseThrow(() -> new Refused("intake.submit.no-household"));
            var signed = facts.consentsOf(home.id(), command.on());
            if (!party.countedAdults(command.on()).stream().map(Person::id).allMatch(signed::contains)) {
                throw new Refused("intake.submit.no-consent");
            }
        }
    }

    private void demandApplicable(Ask ask, Given given) {
        Pack pack = policy.pack(ask.matter());
        if (pack.matter().acts() != Pack.Acts.GRANT) {
            throw new Refused("intake.submit.not-applied-for", pack.title().zh());
        }
        if (!Asking.fits(pack, ask.subject())) {
            throw new Refused("intake.submit.other-subject", pack.title().zh());
        }
        if (given.toAnybodyIn(ask.subject(), pack.assessedBy())) {
            throw new Refused("intake.submit.receives-already", pack.title().zh());
        }
        policy.pack(pack.assessedBy()).matter().excludes().stream()
                .filter(other -> given.toAllOf(ask.subject(), other))
                .findFirst()
                .ifPresent(other -> {
                    throw new Refused("intake.submit.excluded", pack.title().zh(), title(other));
                });
    }
}
