package org.weimin.people.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.people.Hit;
import org.weimin.people.People;
import org.weimin.shell.Download;
import org.weimin.shell.Page;
import org.weimin.shell.PageOf;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;

/** 查找居民: one field for everything a resident can be found by. */
@Controller
class SearchPage {
    private final People people;
    private final Divisions divisions;
    private final BusinessClock clock;

    SearchPage(People people, Divisions divisions, BusinessClock clock) {
        this.people = people;
        this.divisions = divisions;
        this.clock = clock;
    }

    @GetMapping("/people")
    @Requires("people.search")
    Page search(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
        PageOf<Hit> hits = people.search(q, Math.clamp(page, 1, 1_000));
        return Page.of("people/search", SearchView.of(q.strip(), hits, places(hits.rows()), clock.today()));
    }

    /** What the search shows, as a workbook: masked as on the screen. */
    @GetMapping("/people/export")
    @Requires("people.export")
    View export(@RequestParam(defaultValue = "") String q) {
        List<Hit> hits = people.export(q);
        var places = places(hits);
        var lines = hits.stream()
                .map(hit -> PersonLine.of(
                        hit.person(), places.getOrDefault(hit.person().area(), ""), clock.today()))
                .toList();
        return Download.workbook(
                Texts.t("people.export.name", clock.today().toString()) + ".xlsx",
                out -> Workbooks.write(out, Texts.t("people.search.title"), columns(), lines));
    }

    private static List<Workbooks.Column<PersonLine>> columns() {
        return List.of(
                new Workbooks.Column<>(Texts.t("people.name"), 12, PersonLine::name),
                new Workbooks.Column<>(Texts.t("people.sex"), 6, PersonLine::sex),
                new Workbooks.Column<>(Texts.t("people.age"), 6, line -> Integer.valueOf(line.age())),
                new Workbooks.Column<>(Texts.t("people.identity"), 22, PersonLine::idNumberMasked),
                new Workbooks.Column<>(Texts.t("people.place"), 28, PersonLine::place),
                new Workbooks.Column<>(Texts.t("people.address"), 36, PersonLine::address));
    }

    private Map<DivisionCode, String> places(List<Hit> hits) {
        return hits.stream()
                .map(hit -> hit.person().area())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), divisions::shortName));
    }
}
