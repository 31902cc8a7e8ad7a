package org.weimin.linkage.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.divisions.Divisions;
import org.weimin.engine.EventKind;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CreditCode;
import org.weimin.kernel.DivisionCode;
import org.weimin.people.Organisations;
import org.weimin.people.People;
import org.weimin.policy.Policy;
import org.weimin.shell.Option;
import org.weimin.shell.Texts;

/** 查找对象: whoever or whatever an event may be about, by a few words. Nothing is asked, nobody is listed. */
@Component
class Finding {
    private final People people;
    private final Organisations organisations;
    private final Divisions divisions;
    private final Policy policy;
    private final BusinessClock clock;

    Finding(People people, Organisations organisations, Divisions divisions, Policy policy, BusinessClock clock) {
        this.people = people;
        this.organisations = organisations;
        this.divisions = divisions;
        this.policy = policy;
        this.clock = clock;
    }

    List<Option> of(EventKind.About about, String query) {
        return switch (about) {
            case PERSON, HOUSEHOLD -> query.isEmpty() ? List.of() : persons(query);
            case ORGANISATION -> organisations(query);
            case DIVISION -> places();
            case MATTER ->
                policy.packs().list().stream()
                        .filter(pack -> pack.matter().isAid())
                        .map(pack -> new Option(pack.id().value(), EventWords.either(pack.title())))
                        .toList();
        };
    }

    private List<Option> persons(String query) {
        return people.search(query, 1).rows().stream()
                .map(hit -> new Option(
                        hit.person().id().toString(),
                        Texts.t(
                                "linkage.search.person",
                                hit.person().name(),
                                hit.person().idNumberMasked(),
                                divisions.shortName(hit.person().area()))))
                .toList();
    }

    private List<Option> organisations(String query) {
        return organisations.search(query, 1).rows().stream()
                .map(found -> new Option(
                        found.id().toString(),
                        found.name()
                                + found.creditCode()
                                        .map(CreditCode::value)
                                        .map(" · "::concat)
                                        .orElse("")))
                .toList();
    }

    /** The reader's own area and what lies directly below it. */
    private List<Option> places() {
        DivisionCode own = Acting.staff().area();
        return Stream.concat(
                        Stream.of(own),
                        divisions.children(own, clock.today()).stream().map(division -> division.code()))
                .map(code -> new Option(code.value(), divisions.shortName(code)))
                .toList();
    }
}
