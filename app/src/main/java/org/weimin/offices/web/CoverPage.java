package org.weimin.offices.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.kernel.Acting;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.OrgUnitId;
import org.weimin.offices.Absence;
import org.weimin.offices.Covers;
import org.weimin.offices.Gap;
import org.weimin.offices.Member;
import org.weimin.offices.Office;
import org.weimin.offices.Offices;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 请假与替岗: the days ahead of each office, and what has to be seen to before they come. */
@Controller
class CoverPage {
    static final int DAYS = 14;
    private final Covers covers;
    private final Offices offices;
    private final Where where;

    CoverPage(Covers covers, Offices offices, Where where) {
        this.covers = covers;
        this.offices = offices;
        this.where = where;
    }

    @GetMapping("/offices/cover")
    @Requires("offices.view")
    Page show(@RequestParam(defaultValue = "") String place) {
        DivisionCode here = where.place(place);
        LocalDate today = where.today();
        List<Office> shown = offices.list(here, today);
        List<Absence> away = covers.list(here, today, today.plusDays(DAYS));
        Map<UUID, Seen> people = people(shown);
        return Page.of(
                "offices/cover",
                new CoverView(
                        here.value(),
                        today.toString(),
                        covers.gaps(here, today, today.plusDays(DAYS)).stream()
                                .map(gap -> warning(gap, people, shown))
                                .toList(),
                        away.stream()
                                .filter(absence -> people.containsKey(absence.member()))
                                .map(absence -> row(absence, people))
                                .toList(),
                        today.datesUntil(today.plusDays(DAYS))
                                .map(day -> day.getMonthValue() + "/" + day.getDayOfMonth())
                                .toList(),
                        calendar(people, away, today),
                        people.values().stream()
                                .map(each -> new Option(each.member().id().toString(), each.named()))
                                .toList(),
                        Acting.current().may("offices.absence")));
    }

    @PostMapping("/offices/cover")
    @Requires("offices.absence")
    Page add(
            @RequestParam String member,
            @RequestParam(defaultValue = "") String cover,
            @RequestParam LocalDate first,
            @RequestParam LocalDate last) {
        covers.add(
                id(member), Optional.of(cover).filter(typed -> !typed.isBlank()).map(CoverPage::id), first, last);
        return Page.redirect("/offices/cover", "offices.cover.done");
    }

    @PostMapping("/offices/cover/{id}/withdraw")
    @Requires("offices.absence")
    Page withdraw(@PathVariable UUID id) {
        covers.withdraw(id);
        return Page.redirect("/offices/cover", "offices.cover.withdrawn");
    }

    /** Somebody of an office. */
    private record Seen(Office office, Member member) {
        String named() {
            return member.who().name()
                    + Texts.t("offices.comma")
                    + office.unit().name();
        }
    }

    private static Map<UUID, Seen> people(List<Office> shown) {
        var people = new LinkedHashMap<UUID, Seen>();
        shown.forEach(office -> office.members().forEach(member -> people.put(member.id(), new Seen(office, member))));
        return people;
    }

    private static CoverView.Warning warning(Gap gap, Map<UUID, Seen> people, List<Office> shown) {
        String key = "offices.gap." + gap.kind();
        String name = gap.member()
                .flatMap(id -> Optional.ofNullable(people.get(id)))
                .map(each -> each.member().who().name())
                .orElse("");
        String cover = gap.absence()
                .flatMap(Absence::cover)
                .flatMap(id -> Optional.ofNullable(people.get(id)))
                .map(each -> each.member().who().name())
                .orElse("");
        boolean lend = gap.kind() == Gap.Kind.POST_NOT_LENT;
        return new CoverView.Warning(
                Texts.t(key, officeName(gap.office(), shown), Texts.date(gap.from()), name, cover),
                gap.kind() == Gap.Kind.NOBODY_THERE || gap.kind() == Gap.Kind.ONE_PERSON_TWICE ? "bad" : "warn",
                lend ? "/deputies" : "",
                lend ? Texts.t("offices.gap.lend") : "");
    }

    private static String officeName(OrgUnitId id, List<Office> shown) {
        return shown.stream()
                .filter(office -> office.unit().id().equals(id))
                .map(office -> office.unit().name())
                .findFirst()
                .orElse("");
    }

    private CoverView.Row row(Absence absence, Map<UUID, Seen> people) {
        Seen away = java.util.Objects.requireNonNull(people.get(absence.member()), "filtered");
        return new CoverView.Row(
                absence.id().toString(),
                away.office().unit().name(),
                away.member().who().name(),
                absence.first().toString(),
                absence.last().toString(),
                absence.cover()
                        .flatMap(id -> Optional.ofNullable(people.get(id)))
                        .map(Seen::named)
                        .orElse(Texts.t("offices.cover.none")),
                !absence.last().isBefore(where.today()));
    }

    private static List<CoverView.Calendar> calendar(Map<UUID, Seen> people, List<Absence> away, LocalDate today) {
        var lines = new ArrayList<CoverView.Calendar>();
        for (Seen each : people.values()) {
            UUID id = each.member().id();
            boolean touched = away.stream()
                    .anyMatch(absence -> absence.member().equals(id)
                            || absence.cover().filter(id::equals).isPresent());
            if (touched) {
                lines.add(new CoverView.Calendar(
                        each.office().unit().name(),
                        each.member().who().name(),
                        today.datesUntil(today.plusDays(DAYS))
                                .map(day -> mark(id, day, away))
                                .toList()));
            }
        }
        return lines;
    }

    private static String mark(UUID member, LocalDate day, List<Absence> away) {
        if (away.stream().anyMatch(absence -> absence.member().equals(member) && absence.contains(day))) {
            return "away";
        }
        return away.stream()
                        .anyMatch(absence ->
                                absence.cover().filter(member::equals).isPresent() && absence.contains(day))
                ? "cover"
                : "";
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(typed);
        }
    }
}
