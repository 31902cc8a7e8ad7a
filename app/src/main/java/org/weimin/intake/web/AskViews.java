package org.weimin.intake.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.weimin.engine.Form;
import org.weimin.intake.Ask;
import org.weimin.intake.internal.Asking;
import org.weimin.intake.internal.Choosing;
import org.weimin.intake.internal.Completeness;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Subject;
import org.weimin.people.Household;
import org.weimin.people.Party;
import org.weimin.people.Person;
import org.weimin.policy.Policy;
import org.weimin.shell.Option;
import org.weimin.shell.Texts;

/** Puts matters and whoever they are asked for into words. */
@Component
class AskViews {
    private final Policy policy;
    private final Completeness completeness;
    private final Choosing choosing;
    private final BusinessClock clock;

    AskViews(Policy policy, Completeness completeness, Choosing choosing, BusinessClock clock) {
        this.policy = policy;
        this.completeness = completeness;
        this.choosing = choosing;
        this.clock = clock;
    }

    /** 最低生活保障、高龄津贴（王秀英）: a person is named where a matter is about one member of a household. */
    String title(List<Ask> asks, Party party) {
        return asks.stream().map(ask -> title(ask, party)).collect(Collectors.joining(Texts.t("intake.comma")));
    }

    ApplyView.Choose choose(Party party, List<Asking.Offer> offers, Choosing.Sought sought, String person) {
        Choosing.Forecast forecast = choosing.forecast(party);
        List<Asking.Offer> shown = choosing.sought(offers, sought);
        var events = choosing.events().stream()
                .map(event -> new Option(
                        event.code(),
                        Texts.either(event.title().zh(), event.title().en())))
                .toList();
        return new ApplyView.Choose(
                parameter(party),
                party.subject().id().toString(),
                party.name(),
                party.href(),
                new ApplyView.Search(sought.words(), sought.event(), events),
                boxes(only(shown, forecast.likely()::containsKey), forecast.likely(), party, person),
                shelves(only(shown, forecast::isOpen), sought, party, person),
                boxes(only(shown, forecast.ruledOut()::containsKey), forecast.ruledOut(), party, person));
    }

    /** The offers with those asks alone. */
    private static List<Asking.Offer> only(List<Asking.Offer> offers, Predicate<Ask> which) {
        return offers.stream()
                .map(offer -> new Asking.Offer(
                        offer.pack(), offer.asks().stream().filter(which).toList()))
                .filter(offer -> !offer.asks().isEmpty())
                .toList();
    }

    private List<ApplyView.Shelf> shelves(
            List<Asking.Offer> offers, Choosing.Sought sought, Party party, String person) {
        if (!sought.isNothing()) {
            return offers.isEmpty()
                    ? List.of()
                    : List.of(new ApplyView.Shelf("", boxes(offers, Map.of(), party, person)));
        }
        return choosing.shelves(offers).stream()
                .map(shelf -> new ApplyView.Shelf(
                        Texts.either(shelf.title().zh(), shelf.title().en()),
                        boxes(shelf.items(), Map.of(), party, person)))
                .toList();
    }

    private static List<ApplyView.Offer> boxes(
            List<Asking.Offer> offers, Map<Ask, String> notes, Party party, String person) {
        return offers.stream().map(offer -> offer(offer, notes, party, person)).toList();
    }

    ApplyView.Start start(Party party, List<Ask> asks) {
        return new ApplyView.Start(
                parameter(party),
                party.subject().id().toString(),
                asks.stream().map(Ask::key).toList(),
                title(asks, party),
                new ApplyView.Who(party.name(), party.address(), party.href()),
                members(party),
                List.copyOf(papers(asks, false)),
                List.copyOf(papers(asks, true)));
    }

    /** The name under which a party stands in an address. */
    static String parameter(Party party) {
        return party.subject().kind();
    }

    private String title(Ask ask, Party party) {
        var title = policy.pack(ask.matter()).title();
        String matter = Texts.either(title.zh(), title.en());
        boolean ofMember =
                ask.subject() instanceof Subject.OfPerson && party.people().size() > 1;
        return ofMember ? Texts.t("intake.ask.of", matter, name(ask, party)) : matter;
    }

    private static ApplyView.Offer offer(Asking.Offer offer, Map<Ask, String> notes, Party party, String person) {
        var title = offer.pack().title();
        return new ApplyView.Offer(
                Texts.either(title.zh(), title.en()),
                offer.asks().stream()
                        .map(ask -> new ApplyView.Choice(
                                ask.key(),
                                name(ask, party),
                                notes.getOrDefault(ask, ""),
                                ask.subject().id().toString().equals(person) && !person.isEmpty()))
                        .toList());
    }

    private static String name(Ask ask, Party party) {
        return switch (ask.subject()) {
            case Subject.OfHousehold ignored -> Texts.t("intake.ask.household");
            case Subject.OfOrganisation ignored -> party.name();
            case Subject.OfPerson(var id) ->
                party.people().stream()
                        .filter(person -> person.id().equals(id))
                        .map(Person::name)
                        .findFirst()
                        .orElse("");
        };
    }

    private static List<ApplyView.MemberRow> members(Party party) {
        return party.household().stream()
                .flatMap(home -> home.members().stream())
                .map(AskViews::row)
                .toList();
    }

    private static ApplyView.MemberRow row(Household.Member member) {
        Person person = member.person();
        return new ApplyView.MemberRow(
                person.name(),
                Texts.t("people.relation." + member.relation()),
                Texts.date(person.birth()),
                person.idNumberMasked(),
                member.counted() ? "" : member.excludedReason());
    }

    /** Each paper once, however many of the matters want it. */
    private Set<String> papers(List<Ask> asks, boolean shared) {
        var papers = new LinkedHashSet<String>();
        for (Ask ask : asks) {
            completeness.form(ask.matter(), clock.today()).materials().stream()
                    .filter(paper -> paper.shared() == shared)
                    .map(AskViews::paper)
                    .forEach(papers::add);
        }
        return papers;
    }

    private static String paper(Form.Material paper) {
        return Texts.either(paper.title().zh(), paper.title().en())
                + (paper.required() || paper.shared() ? "" : Texts.t("intake.paper.if-any"));
    }
}
