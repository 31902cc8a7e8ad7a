package org.weimin.intake.internal;

import java.time.LocalDate;
import java.util.List;
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
        command.asks().forEach(ask -> demandApplicable(ask, command.on()));
        return party;
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

    /** The subject itself, and whoever in it may be given something. */
    public Stream<Subject> receivers(Subject subject, LocalDate on) {
        return subject instanceof Subject.OfHousehold
                ? Stream.concat(
                        Stream.of(subject),
                        parties.of(subject, on).people().stream().map(person -> new Subject.OfPerson(person.id())))
                : Stream.of(subject);
    }

    /** A room below writes what is given as a fact. */
    public boolean isGiven(Subject subject, MatterId matter, LocalDate on) {
        String fact = matter.receivedFact();
        return facts.of(subject, on).stream()
                .anyMatch(item -> item.name().equals(fact) && item.value().equals("true"));
    }

    private void demandSigned(SubmitApplication command, Party party) {
        boolean signs = statements(command.asks(), command.on()).stream().anyMatch(Form.Statement::required);
        if (signs && command.undertaking().evidence().isBlank()) {
            throw new Refused("intake.submit.no-undertaking");
        }
        if (checksMeans(command.asks(), command.on())) {
            Household home = party.household().orElseThrow(() -> new Refused("intake.submit.no-household"));
            if (!facts.hasConsent(home.id(), command.on())) {
                throw new Refused("intake.submit.no-consent");
            }
        }
    }

    private void demandApplicable(Ask ask, LocalDate on) {
        Pack pack = policy.pack(ask.matter());
        if (pack.matter().acts() != Pack.Acts.GRANT) {
            throw new Refused("intake.submit.not-applied-for", pack.title().zh());
        }
        if (!Asking.fits(pack, ask.subject())) {
            throw new Refused("intake.submit.other-subject", pack.title().zh());
        }
        if (receivers(ask.subject(), on).anyMatch(each -> isGiven(each, pack.assessedBy(), on))) {
            throw new Refused("intake.submit.receives-already", pack.title().zh());
        }
        policy.pack(pack.assessedBy()).matter().excludes().stream()
                .filter(other -> isGivenToAll(ask.subject(), other, on))
                .findFirst()
                .ifPresent(other -> {
                    throw new Refused("intake.submit.excluded", pack.title().zh(), title(other));
                });
    }

    /** A household is kept from a matter by another one that it has itself, or that each of its members has. */
    private boolean isGivenToAll(Subject subject, MatterId matter, LocalDate on) {
        return isGiven(subject, matter, on)
                || (subject instanceof Subject.OfHousehold
                        && parties.of(subject, on).people().stream()
                                .allMatch(person -> isGiven(new Subject.OfPerson(person.id()), matter, on)));
    }
}
