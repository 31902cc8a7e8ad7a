package org.weimin.policy.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.weimin.divisions.Division;
import org.weimin.divisions.Divisions;
import org.weimin.engine.Edition;
import org.weimin.engine.Pack;
import org.weimin.engine.Parameter;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.policy.Draft;
import org.weimin.policy.Drafts;
import org.weimin.policy.Policy;
import org.weimin.shell.OpenToAll;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;

/** The law as people read it: matters, values by place and day, rules. The public page is the clerk's page. */
@Controller
class PolicyPage {
    private final Policy policy;
    private final Drafts drafts;
    private final Divisions divisions;
    private final BusinessClock clock;
    private final String county;

    PolicyPage(
            Policy policy,
            Drafts drafts,
            Divisions divisions,
            BusinessClock clock,
            @Value("${weimin.county:310117}") String county) {
        this.policy = policy;
        this.drafts = drafts;
        this.divisions = divisions;
        this.clock = clock;
        this.county = county;
    }

    @GetMapping("/policy")
    @Requires("policy.view")
    Page values(@RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "") String on) {
        String own = place.isEmpty() ? Acting.staff().area().county().value() : place;
        return Page.of("policy/values", view(own, on, true));
    }

    @GetMapping("/standards")
    @OpenToAll
    Page open(@RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "") String on) {
        return Page.of("policy/standards", view(place.isEmpty() ? county : place, on, false));
    }

    /** The rules of a day, or of a version that was published once. */
    @GetMapping("/policy/{matter}")
    @Requires("policy.view")
    Page rules(
            @PathVariable String matter,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "false") boolean written) {
        Pack pack = pack(matterId(matter), version);
        Edition edition = version.isEmpty()
                ? pack.editionOn(day(on))
                : pack.editions().lastEntry().getValue();
        boolean inForce = policy.pack(pack.id()).editionOn(clock.today()).equals(edition);
        String asked = version.isEmpty() ? "on=" + edition.from() : "version=" + version;
        return Page.of(
                "policy/rules",
                RulesView.of(
                        pack,
                        edition,
                        versions(pack.id()),
                        new RulesView.Door(
                                edition.file("rules.dmn").isPresent()
                                        ? "/policy/" + pack.id() + "/rules.dmn?" + asked
                                        : "",
                                Acting.current().may("policy.draft"),
                                "",
                                written,
                                "/policy/" + pack.id() + "?" + asked,
                                inForce)));
    }

    private Pack pack(MatterId matter, String version) {
        return version.isEmpty() ? policy.pack(matter) : policy.published(matter, version);
    }

    private List<VersionRow> versions(MatterId matter) {
        var known = drafts.list().stream().collect(Collectors.toMap(Draft::id, draft -> draft));
        return VersionRow.of(
                policy.publications().stream()
                        .filter(each -> each.matter().equals(matter))
                        .toList(),
                clock.today(),
                new VersionRow.Sources(known, drafts::changes, Acting.current().may("policy.drafts")));
    }

    /** The file of the rules, as any DMN modeller opens it. */
    @GetMapping("/policy/{matter}/rules.dmn")
    @Requires("policy.view")
    View download(
            @PathVariable String matter,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String version) {
        Pack pack = pack(matterId(matter), version);
        Edition edition = version.isEmpty()
                ? pack.editionOn(day(on))
                : pack.editions().lastEntry().getValue();
        return DraftPage.dmn(
                matter + "-" + edition.from(), edition.file("rules.dmn").orElseThrow(() -> new NotFound(matter)));
    }

    @GetMapping("/policy/calendar")
    @Requires("policy.calendar")
    Page calendar() {
        return Page.of("policy/calendar", CalendarView.of(policy.calendar(), clock.today()));
    }

    @PostMapping("/policy/calendar")
    @Requires("policy.calendar")
    Page loadCalendar(@RequestParam MultipartFile notice) throws IOException {
        policy.loadHolidays(new String(notice.getBytes(), StandardCharsets.UTF_8));
        return Page.redirect("/policy/calendar", "policy.calendar.loaded");
    }

    private ValuesView view(String place, String on, boolean staff) {
        DivisionCode code = code(place);
        LocalDate day = day(on);
        return new ValuesView(
                code.value(),
                name(code),
                day.toString(),
                places(code),
                ValuesView.matters(policy.catalogue(day)),
                ValuesView.withoutRepeating(policy.packs().list().stream()
                        .map(pack -> ValuesView.group(pack, code, day, this::name))
                        .toList()),
                staff);
    }

    /** The places that have standards of their own, and the one that is asked for. */
    private List<Option> places(DivisionCode asked) {
        return Stream.concat(
                        Stream.of(asked, new DivisionCode(county)),
                        policy.packs().list().stream()
                                .flatMap(pack -> pack.parameters().stream())
                                .flatMap(parameter -> parameter.values().stream())
                                .map(Parameter.Value::place))
                .filter(place -> !place.equals(DivisionCode.COUNTRY))
                .distinct()
                .sorted(Comparator.comparing(DivisionCode::value))
                .map(place -> new Option(place.value(), divisions.fullName(place)))
                .toList();
    }

    private String name(DivisionCode code) {
        return Optional.of(code)
                .filter(each -> !each.equals(DivisionCode.COUNTRY))
                .flatMap(each -> divisions.find(each, clock.today()))
                .map(Division::name)
                .orElse(code.value());
    }

    private static DivisionCode code(String place) {
        try {
            return new DivisionCode(place.strip());
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(place);
        }
    }

    private static MatterId matterId(String matter) {
        try {
            return new MatterId(matter);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(matter);
        }
    }

    private LocalDate day(String on) {
        try {
            return on.isEmpty() ? clock.today() : LocalDate.parse(on);
        } catch (java.time.format.DateTimeParseException malformed) {
            throw new NotFound(on);
        }
    }
}
