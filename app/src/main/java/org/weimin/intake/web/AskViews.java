package org.weimin.intake.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.weimin.engine.Form;
import org.weimin.intake.Ask;
import org.weimin.intake.internal.Asking;
import org.weimin.intake.internal.Completeness;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Subject;
import org.weimin.people.Household;
import org.weimin.people.Party;
import org.weimin.people.Person;
import org.weimin.policy.Policy;
import org.weimin.shell.Texts;

/** Puts matters and whoever they are asked for into words. */
@Component
class AskViews {
    private final Policy policy;
    private final Completeness completeness;
    private final BusinessClock clock;

    AskViews(Policy policy, Completeness completeness, BusinessClock clock) {
        this.policy = policy;
        this.completeness = completeness;
        this.clock = clock;
    }

    /** 最低生活保障、高龄津贴（王秀英）: a person is named where a matter is about one member of a household. */
    String title(List<Ask> asks, Party party) {
        return asks.stream().map(ask -> title(ask, party)).collect(Collectors.joining(Texts.t("intake.comma")));
    }

    ApplyView.Choose choose(Party party, List<Asking.Offer> offers, String person) {
        return new ApplyView.Choose(
                parameter(party),
                party.subject().id().toString(),
                party.name(),
                party.href(),
                offers.stream().map(offer -> offer(offer, party, person)).toList());
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

    private ApplyView.Offer offer(Asking.Offer offer, Party party, String person) {
        var title = offer.pack().title();
        return new ApplyView.Offer(
                Texts.either(title.zh(), title.en()),
                offer.asks().stream()
                        .map(ask -> new ApplyView.Choice(
                                ask.key(),
                                name(ask, party),
                                "",
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
