package org.weimin.divisions.web;

import static org.weimin.shell.Texts.t;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.divisions.Communities;
import org.weimin.divisions.Community;
import org.weimin.divisions.CommunityKind;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.shell.Download;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** 村（社区）类型: the villages and communities of a place by their kind, and where the county says which they are. */
@Controller
class CommunitiesPage {
    private static final String OF = "kind-";
    private final Communities communities;
    private final Divisions divisions;
    private final BusinessClock clock;

    CommunitiesPage(Communities communities, Divisions divisions, BusinessClock clock) {
        this.communities = communities;
        this.divisions = divisions;
        this.clock = clock;
    }

    @GetMapping("/divisions/communities")
    @Requires("divisions.communities")
    Page list(@RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "") String kind) {
        return Page.of("divisions/communities", view(place, kind, ""));
    }

    @GetMapping("/divisions/communities.xlsx")
    @Requires("divisions.communities")
    View download(@RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "") String kind) {
        List<CommunitiesView.Line> lines = view(place, kind, "").lines();
        List<Column<CommunitiesView.Line>> columns = List.of(
                new Column<>(t("divisions.level.town"), 20, CommunitiesView.Line::town),
                new Column<>(t("divisions.code"), 14, CommunitiesView.Line::code),
                new Column<>(t("divisions.name"), 28, CommunitiesView.Line::name),
                new Column<>(t("divisions.communities.kind"), 20, CommunitiesView.Line::kindTitle),
                new Column<>(t("divisions.communities.basis"), 16, CommunitiesView.Line::basis));
        return Download.workbook(
                t("divisions.communities.title") + ".xlsx",
                out -> Workbooks.write(out, t("divisions.communities.title"), columns, lines));
    }

    @PostMapping("/divisions/communities")
    @Requires("divisions.communities-say")
    Page say(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String from,
            @RequestParam Map<String, String> typed) {
        try {
            int changed = communities.say(changed(typed), PlansPage.day(from));
            return Page.redirect(CommunitiesView.href(place, kind), "divisions.communities.done", changed);
        } catch (Refused refused) {
            return Page.invalid("divisions/communities", view(place, kind, t(refused)));
        }
    }

    private CommunitiesView view(String place, String kind, String error) {
        DivisionCode within = place.isEmpty() ? ownArea() : area(place);
        LocalDate today = clock.today();
        return CommunitiesView.of(
                new CommunitiesView.Asked(
                        within, kind.isEmpty() ? List.of(CommunityKind.values()) : List.of(kind(kind))),
                divisions.children(within.county(), today).stream()
                        .filter(town -> ownArea().contains(town.code()))
                        .toList(),
                communities.list(within, today),
                today,
                error);
    }

    /** A browser sends every box; only those that no longer say what the page had said are meant. */
    private Map<DivisionCode, CommunityKind> changed(Map<String, String> typed) {
        Map<DivisionCode, CommunityKind> shown = communities.list(ownArea(), clock.today()).stream()
                .collect(Collectors.toMap(each -> each.division().code(), Community::kind));
        return typed.entrySet().stream()
                .filter(box -> box.getKey().startsWith(OF))
                .map(box -> Map.entry(area(box.getKey().substring(OF.length())), kind(box.getValue())))
                .filter(box -> shown.get(box.getKey()) != box.getValue())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static DivisionCode ownArea() {
        return Acting.staff().area();
    }

    /** Below the county level there is a place to show; whatever lies outside the own area is not there. */
    private static DivisionCode area(String code) {
        try {
            var place = new DivisionCode(code);
            if (place.value().length() >= 6 && ownArea().contains(place)) {
                return place;
            }
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(code);
        }
        throw new NotFound(code);
    }

    private static CommunityKind kind(String text) {
        try {
            return CommunityKind.valueOf(text);
        } catch (IllegalArgumentException unknown) {
            throw new NotFound(text);
        }
    }
}
