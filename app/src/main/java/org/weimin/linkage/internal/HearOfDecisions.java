package org.weimin.linkage.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.weimin.casework.DecisionIssued;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.EventKind;
import org.weimin.engine.EventKind.Detail;
import org.weimin.engine.EventKind.Entry;
import org.weimin.engine.Pack;
import org.weimin.facts.FactItem;
import org.weimin.facts.Facts;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.linkage.About;
import org.weimin.linkage.Linkage;
import org.weimin.linkage.RegisterEvent;
import org.weimin.linkage.RegisterEvent.Origin;
import org.weimin.people.People;

/** What this office registers by deciding it: marriages, adoptions, cremations. */
@Component
class HearOfDecisions {
    private final Linkage linkage;
    private final Facts facts;
    private final People people;
    private final BusinessClock clock;

    HearOfDecisions(Linkage linkage, Facts facts, People people, BusinessClock clock) {
        this.linkage = linkage;
        this.facts = facts;
        this.people = people;
        this.clock = clock;
    }

    @EventListener
    void on(DecisionIssued decided) {
        if (decided.acts() == Pack.Acts.GRANT && decided.decided() instanceof Outcome.Entitled) {
            for (EventKind kind : linkage.table().kinds()) {
                kind.entries().stream()
                        .filter(entry -> entry.matter().equals(decided.matter()))
                        .forEach(entry -> tell(kind, entry, decided));
            }
        }
    }

    private void tell(EventKind kind, Entry entry, DecisionIssued decided) {
        Map<String, String> known = facts.of(decided.subject(), clock.today()).stream()
                .collect(Collectors.toMap(FactItem::name, FactItem::value, (one, other) -> one));
        Optional<PersonId> subject = person(entry.subject(), decided, known);
        Optional<PersonId> other = person(entry.other(), decided, known);
        Map<Detail, String> details = kind.asks().contains(Detail.OTHER_PERSON) && other.isPresent()
                ? Map.of(Detail.OTHER_PERSON, other.get().toString())
                : Map.of();
        LocalDate on =
                Optional.ofNullable(known.get(entry.on())).map(LocalDate::parse).orElse(clock.today());
        linkage.register(new RegisterEvent(
                kind.code(),
                new Origin(entry.matter().value(), decided.caseFile().toString()),
                subject.map(About::of).orElseGet(() -> About.unknown(masked(known.get(entry.subject())))),
                on,
                clock.today(),
                decided.area(),
                details));
    }

    /** What the paper says of whoever is in no register here; never the number itself. */
    private static String masked(@Nullable String number) {
        return number == null || IdentityNumber.faultOf(number).isPresent()
                ? About.UNNAMED
                : new IdentityNumber(number).masked();
    }

    private Optional<PersonId> person(String named, DecisionIssued decided, Map<String, String> known) {
        if (named.equals(Entry.SELF)) {
            return decided.subject() instanceof Subject.OfPerson(var self) ? Optional.of(self) : Optional.empty();
        }
        return Optional.ofNullable(known.get(named))
                .filter(number -> IdentityNumber.faultOf(number).isEmpty())
                .flatMap(number -> people.byIdentity(new IdentityNumber(number)));
    }
}
