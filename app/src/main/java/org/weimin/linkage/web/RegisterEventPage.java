package org.weimin.linkage.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.engine.EventKind;
import org.weimin.engine.EventKind.Detail;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.OrganisationId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.linkage.About;
import org.weimin.linkage.EventId;
import org.weimin.linkage.Linkage;
import org.weimin.linkage.RegisterEvent;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 登记事件: a clerk tells what happened, by a paper that has a number. */
@Controller
class RegisterEventPage {
    static final String CLERK = "CLERK";
    private final Linkage linkage;
    private final EventWords words;
    private final Finding finding;
    private final BusinessClock clock;

    RegisterEventPage(Linkage linkage, EventWords words, Finding finding, BusinessClock clock) {
        this.linkage = linkage;
        this.words = words;
        this.finding = finding;
        this.clock = clock;
    }

    @GetMapping("/events/new")
    @Requires("linkage.register")
    Page ask(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String oq) {
        return Page.of(
                "linkage/register", view(new RegisterEventView.Asked(kind, subject, other, q.strip(), oq.strip()), ""));
    }

    @PostMapping("/events")
    @Requires("linkage.register")
    Page register(
            @RequestParam String kind,
            @RequestParam String subject,
            @RequestParam(defaultValue = "") String other,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate happenedOn,
            @RequestParam String number,
            @RequestParam Map<String, String> typed) {
        try {
            EventKind known = linkage.table()
                    .findKind(kind)
                    .orElseThrow(() -> new Refused("linkage.register.unknown-kind", kind));
            var details = new EnumMap<Detail, String>(Detail.class);
            for (Detail detail : known.asks()) {
                String told = detail == Detail.OTHER_PERSON ? other : typed.getOrDefault(EventWords.word(detail), "");
                if (!told.isBlank()) {
                    details.put(detail, told.strip());
                }
            }
            EventId id = linkage.register(new RegisterEvent(
                    kind,
                    new RegisterEvent.Origin(CLERK, number.strip()),
                    about(known, subject),
                    happenedOn,
                    clock.today(),
                    Acting.staff().area(),
                    details));
            return Page.redirect("/events/" + id, "linkage.registered");
        } catch (Refused refused) {
            String why = Texts.t(refused);
            return Page.invalid(
                    "linkage/register", view(new RegisterEventView.Asked(kind, subject, other, "", ""), why));
        }
    }

    private static About about(EventKind kind, String subject) {
        return switch (kind.about()) {
            case PERSON -> About.of(PersonId.of(subject));
            case HOUSEHOLD -> About.of(Subject.of("household", java.util.UUID.fromString(subject)));
            case ORGANISATION -> About.of(new Subject.OfOrganisation(OrganisationId.of(subject)));
            case DIVISION -> About.of(new DivisionCode(subject));
            case MATTER -> About.of(new MatterId(subject));
        };
    }

    private RegisterEventView view(RegisterEventView.Asked asked, String error) {
        Optional<EventKind> kind = linkage.table().findKind(asked.kind());
        var sides = new ArrayList<RegisterEventView.Side>();
        kind.ifPresent(chosen -> {
            sides.add(side(asked, "subject", asked.q(), chosen.about(), asked.subject()));
            if (chosen.asks().contains(Detail.OTHER_PERSON)) {
                sides.add(side(asked, "other", asked.oq(), EventKind.About.PERSON, asked.other()));
            }
        });
        List<RegisterEventView.Detail> details = kind.map(chosen -> chosen.asks().stream()
                        .filter(detail -> detail != Detail.OTHER_PERSON)
                        .map(RegisterEventPage::detail)
                        .toList())
                .orElse(List.of());
        boolean ready = kind.isPresent() && sides.stream().allMatch(RegisterEventView.Side::isChosen);
        return new RegisterEventView(
                kinds(),
                asked,
                sides,
                new RegisterEventView.Entering(ready, clock.today().toString(), details),
                error);
    }

    private static RegisterEventView.Detail detail(Detail detail) {
        String name = EventWords.word(detail);
        return new RegisterEventView.Detail(
                name, Texts.t("linkage.detail." + name), detail == Detail.UNTIL ? "date" : "text");
    }

    private List<Option> kinds() {
        return linkage.table().kinds().stream()
                .filter(kind -> kind.sources().contains(EventKind.Source.CLERK))
                .map(kind -> new Option(kind.code(), EventWords.either(kind.title())))
                .toList();
    }

    private RegisterEventView.Side side(
            RegisterEventView.Asked asked, String name, String query, EventKind.About about, String chosen) {
        String label = Texts.t(
                name.equals("other") ? "linkage.detail.other-person" : "linkage.about." + EventWords.word(about));
        String search = name.equals("other") ? "oq" : "q";
        if (!chosen.isEmpty()) {
            var kind = About.Kind.valueOf(about.name());
            return new RegisterEventView.Side(
                    name,
                    search,
                    label,
                    query,
                    words.whom(new About(kind, chosen)).name(),
                    List.of());
        }
        return new RegisterEventView.Side(
                name,
                search,
                label,
                query,
                "",
                finding.of(about, query).stream()
                        .map(found -> new RegisterEventView.Found(asked.with(name, found.value()), found.label()))
                        .toList());
    }
}
