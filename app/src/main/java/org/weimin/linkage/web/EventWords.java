package org.weimin.linkage.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.weimin.divisions.Divisions;
import org.weimin.engine.CheckItem;
import org.weimin.engine.CheckItems;
import org.weimin.engine.EventKind.Detail;
import org.weimin.engine.LinkCell;
import org.weimin.engine.LinkEffect;
import org.weimin.engine.Pack;
import org.weimin.engine.Text;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.linkage.About;
import org.weimin.linkage.LinkedEffect;
import org.weimin.linkage.LinkedEvent;
import org.weimin.linkage.RegisterEvent;
import org.weimin.linkage.web.EventsView.Named;
import org.weimin.people.Parties;
import org.weimin.people.People;
import org.weimin.people.Person;
import org.weimin.policy.Policy;
import org.weimin.shell.Option;
import org.weimin.shell.Texts;

/** 事件用语: the words for kinds, matters, places and whom an event is about. */
@Component
class EventWords {
    private static final List<CheckItem.Bureau> BUREAUS = CheckItems.fromClassPath().list().stream()
            .map(CheckItem::bureau)
            .distinct()
            .toList();
    /** An id of this system, which nobody reads out. */
    private static final Pattern OWN_NUMBER = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-|^day:");

    private final Policy policy;
    private final People people;
    private final Parties parties;
    private final Divisions divisions;
    private final BusinessClock clock;

    EventWords(Policy policy, People people, Parties parties, Divisions divisions, BusinessClock clock) {
        this.policy = policy;
        this.people = people;
        this.parties = parties;
        this.divisions = divisions;
        this.clock = clock;
    }

    Named whom(About about) {
        try {
            return switch (about.kind()) {
                case PERSON, HOUSEHOLD, ORGANISATION -> named(about.subject().orElseThrow());
                case DIVISION -> new Named(place(new DivisionCode(about.id())), "/divisions");
                case MATTER -> new Named(matter(new MatterId(about.id())), "/policy/" + about.id());
                case UNKNOWN ->
                    new Named(
                            about.id().equals(About.UNNAMED)
                                    ? Texts.t("linkage.about.unnamed")
                                    : Texts.t("linkage.about.unknown", about.id()),
                            "");
            };
        } catch (NotFound hidden) {
            return new Named(Texts.t("linkage.about.elsewhere"), "");
        }
    }

    private Named named(Subject subject) {
        if (subject instanceof Subject.OfPerson(var id)) {
            Person person = people.person(id);
            return new Named(person.name(), "/people/" + id);
        }
        var party = parties.of(subject, clock.today());
        String name = subject instanceof Subject.OfHousehold
                ? Texts.t("linkage.about.household", party.name())
                : party.name();
        return new Named(name, party.href());
    }

    String kind(String code) {
        return policy.packs()
                .linkages()
                .findKind(code)
                .map(kind -> either(kind.title()))
                .orElse(code);
    }

    String matter(MatterId matter) {
        return policy.packs().find(matter).map(pack -> either(pack.title())).orElse(matter.value());
    }

    String place(DivisionCode code) {
        return divisions.shortName(code);
    }

    /** Who told it, and under which number where that is one that people write. */
    String source(RegisterEvent.Origin origin) {
        String teller = teller(origin.source());
        return OWN_NUMBER.matcher(origin.number()).find() ? teller : teller + " " + origin.number();
    }

    /** A bureau, a register or a matter of this office, the calendar, or whoever else told it. */
    String teller(String source) {
        String key = "linkage.source." + source.toLowerCase(Locale.ROOT);
        return Texts.has(key)
                ? Texts.t(key)
                : policy.packs().list().stream()
                        .filter(pack -> pack.id().value().equals(source))
                        .map(pack -> either(pack.title()))
                        .findFirst()
                        .orElseGet(() -> bureau(source));
    }

    private static String bureau(String id) {
        return BUREAUS.stream()
                .filter(bureau -> bureau.id().equals(id))
                .map(bureau -> either(bureau.title()))
                .findFirst()
                .orElse(id);
    }

    /** The bureaus that may send a file of events. */
    List<Option> bureaus() {
        return BUREAUS.stream()
                .map(bureau -> new Option(bureau.id(), either(bureau.title())))
                .toList();
    }

    /** What came along, ids in words. */
    String detail(Detail detail, String value) {
        return switch (detail) {
            case OTHER_PERSON -> whom(About.of(PersonId.of(value))).name();
            case PLACE -> place(new DivisionCode(value));
            case AMOUNT, UNTIL, CODE -> value;
        };
    }

    String item(MatterId matter) {
        return policy.packs().find(matter).map(Pack::item).orElse("");
    }

    static String from(LinkCell.From from) {
        return from.months().isEmpty()
                ? Texts.t("linkage.from.day")
                : Texts.t("linkage.from.month", from.months().getAsInt());
    }

    /** The matters in which an event of the kind does nothing, under their reasons. */
    List<EventView.Nothing> nothing(String event) {
        var byReason = new LinkedHashMap<String, List<Option>>();
        policy.packs().linkages().cells().stream()
                .filter(cell -> cell.event().equals(event) && cell.effect() == LinkEffect.NONE)
                .forEach(cell -> byReason.computeIfAbsent(either(cell.because()), reason -> new ArrayList<>())
                        .add(new Option(cell.matter().value(), matter(cell.matter()))));
        return byReason.entrySet().stream()
                .map(entry -> new EventView.Nothing(entry.getKey(), entry.getValue()))
                .toList();
    }

    static String either(Text text) {
        return Texts.either(text.zh(), text.en());
    }

    static String effect(LinkEffect effect) {
        return Texts.t("linkage.effect." + word(effect));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String badge(LinkedEvent.Status status) {
        return switch (status) {
            case RECEIVED -> "info";
            case DONE -> "ok";
            case WAITS_FOR_PERSON -> "warn";
            case REFUSED -> "";
        };
    }

    static String badge(LinkedEffect.Status status) {
        return switch (status) {
            case PLANNED -> "info";
            case DONE -> "ok";
            case PENDING_HEARING -> "warn";
            case FAILED -> "bad";
            case SUPERSEDED -> "";
        };
    }
}
