package org.weimin.people.web;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.people.Hit;
import org.weimin.people.People;
import org.weimin.shell.Page;
import org.weimin.shell.PageOf;
import org.weimin.shell.Requires;

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
        Map<DivisionCode, String> places = hits.rows().stream()
                .map(hit -> hit.person().area())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), divisions::shortName));
        return Page.of("people/search", SearchView.of(q.strip(), hits, places, clock.today()));
    }
}
