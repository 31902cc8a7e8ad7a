package org.weimin.intake.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.engine.Pack;
import org.weimin.intake.Ask;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.people.Party;
import org.weimin.policy.Counters;
import org.weimin.policy.MatterSummary;
import org.weimin.policy.Policy;

/** 可申请事项: which matters the window takes from a party, and for whom in it. */
@Component
public class Asking {
    private final Policy policy;
    private final BusinessClock clock;

    Asking(Policy policy, BusinessClock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    /** A matter with everybody for whom this party may ask for it. */
    public record Offer(Pack pack, List<Ask> asks) {}

    /** A matter judges households, persons or organisations. */
    static boolean fits(Pack pack, Subject subject) {
        return pack.matter().unit().name().toLowerCase(Locale.ROOT).equals(subject.kind());
    }

    public List<Offer> offers(Party party) {
        return policy.catalogue().stream()
                .filter(MatterSummary::askedFor)
                .map(entry -> offer(entry.id(), party))
                .filter(offer -> Counters.isOpenTo(offer.pack(), Acting.current()))
                .filter(offer -> !offer.asks().isEmpty())
                .toList();
    }

    /** A name that no pack can have is simply nothing we have. */
    public Offer offer(String matter, Party party) {
        MatterSummary found = policy.catalogue().stream()
                .filter(entry -> entry.id().value().equals(matter))
                .findFirst()
                .orElseThrow(() -> new NotFound(matter));
        Offer offer = offer(found.id(), party);
        if (!found.askedFor() || offer.asks().isEmpty() || !Counters.isOpenTo(offer.pack(), Acting.current())) {
            throw new Refused("intake.not-at-this-window", found.title().zh());
        }
        return offer;
    }

    /** The asks that were chosen, each one of those that are offered. */
    public List<Ask> chosen(List<String> keys, Party party) {
        List<Ask> offered =
                offers(party).stream().flatMap(offer -> offer.asks().stream()).toList();
        List<Ask> chosen = keys.stream().distinct().map(Ask::parse).toList();
        chosen.stream().filter(ask -> !offered.contains(ask)).findFirst().ifPresent(ask -> {
            throw new Refused("intake.not-at-this-window", ask.matter());
        });
        return chosen;
    }

    private Offer offer(MatterId matter, Party party) {
        Pack pack = policy.pack(matter);
        return new Offer(
                pack,
                subjects(party)
                        .filter(subject -> fits(pack, subject))
                        .map(subject -> new Ask(matter, subject))
                        .toList());
    }

    private Stream<Subject> subjects(Party party) {
        return party.subject() instanceof Subject.OfOrganisation
                ? Stream.of(party.subject())
                : Stream.concat(
                                Stream.of(party.subject()),
                                party.people().stream()
                                        .filter(person -> person.isAliveOn(clock.today()))
                                        .map(person -> new Subject.OfPerson(person.id())))
                        .distinct();
    }
}
