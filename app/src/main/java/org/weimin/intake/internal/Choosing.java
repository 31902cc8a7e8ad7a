package org.weimin.intake.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.eligibility.Eligibility;
import org.weimin.eligibility.Explanation;
import org.weimin.engine.Determination;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.LifeEvent;
import org.weimin.engine.Pack;
import org.weimin.engine.Standing;
import org.weimin.intake.Ask;
import org.weimin.intake.internal.Asking.Offer;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.Household;
import org.weimin.people.Party;
import org.weimin.policy.Catalogue;
import org.weimin.shell.Texts;

/** 事项挑选: out of all that may be asked for, what was sought, what is likely, and what the registers rule out. */
@Component
public class Choosing {
    private final Catalogue catalogue;
    private final Eligibility eligibility;
    private final BusinessClock clock;

    Choosing(Catalogue catalogue, Eligibility eligibility, BusinessClock clock) {
        this.catalogue = catalogue;
        this.eligibility = eligibility;
        this.clock = clock;
    }

    /** 所找: the official's words, and what has happened; empty texts seek nothing. */
    public record Sought(String words, String event) {
        public boolean isNothing() {
            return words.isBlank() && event.isEmpty();
        }
    }

    /** 预判: by what is known today; a note for each ask that is likely, a reason for each that is ruled out. */
    public record Forecast(Map<Ask, String> likely, Map<Ask, String> ruledOut) {
        public boolean isOpen(Ask ask) {
            return !likely.containsKey(ask) && !ruledOut.containsKey(ask);
        }
    }

    public List<LifeEvent> events() {
        return catalogue.events(clock.today()).stream()
                .flatMap(group -> group.items().stream())
                .toList();
    }

    /** What was sought, the best answer first; everything where nothing was. */
    public List<Offer> sought(List<Offer> offers, Sought sought) {
        if (sought.isNothing()) {
            return offers;
        }
        Map<MatterId, Offer> byMatter =
                offers.stream().collect(Collectors.toMap(offer -> offer.pack().id(), offer -> offer));
        return found(sought)
                .map(Pack::id)
                .map(byMatter::get)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private Stream<Pack> found(Sought sought) {
        Optional<LifeEvent> event = catalogue.event(sought.event());
        Predicate<Pack> then = pack -> event.isEmpty()
                || pack.matter().window().events().contains(event.get().code());
        return sought.words().isBlank()
                ? event.stream().flatMap(each -> catalogue.of(each, clock.today()).stream())
                : catalogue.search(sought.words(), clock.today()).stream()
                        .map(Catalogue.Found::pack)
                        .filter(then);
    }

    /** The shelves of the catalogue, with these offers on them. */
    public List<Catalogue.Group<Offer>> shelves(List<Offer> offers) {
        return catalogue.groups(offers.stream().map(Offer::pack).toList()).stream()
                .map(group -> new Catalogue.Group<>(
                        group.title(),
                        offers.stream()
                                .filter(offer -> group.items().contains(offer.pack()))
                                .toList()))
                .toList();
    }

    /** Nothing is foreseen for a person without a household or for an organisation. */
    public Forecast forecast(Party party) {
        var likely = new HashMap<Ask, String>();
        var ruledOut = new HashMap<Ask, String>();
        party.household().map(Household::id).ifPresent(home -> {
            eligibility.everythingIfApplied(home, clock.today()).items().stream()
                    .filter(item -> item.determination().outcome() instanceof Outcome.Entitled)
                    .filter(item -> !(item.standing() instanceof Standing.GivesWay))
                    .map(item -> item.determination())
                    .forEach(answer -> likely.put(ask(answer, home), Explanation.headline(answer)));
            eligibility
                    .ruledOut(home, clock.today())
                    .forEach(answer -> ruledOut.put(ask(answer, home), reasons(answer)));
        });
        return new Forecast(likely, ruledOut);
    }

    private static Ask ask(Determination answer, HouseholdId home) {
        String person = answer.question().person();
        return new Ask(
                answer.matter(),
                person.isEmpty() ? new Subject.OfHousehold(home) : new Subject.OfPerson(PersonId.of(person)));
    }

    private static String reasons(Determination answer) {
        return answer.whatWouldChangeIt().stream()
                .map(checked -> Texts.either(
                        checked.refusalText().zh(), checked.refusalText().en()))
                .collect(Collectors.joining(Texts.t("eligibility.semicolon")));
    }
}
