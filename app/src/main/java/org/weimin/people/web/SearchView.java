package org.weimin.people.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.weimin.kernel.Acting;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.people.Hit;
import org.weimin.shell.PageOf;

/** What the search page prints. */
public record SearchView(String query, boolean mayExport, boolean mayRegister, PageOf<Line> lines) {
    /** One resident found, and the way to the household. */
    public record Line(PersonLine person, String href, boolean housed) {}

    static SearchView of(String query, PageOf<Hit> hits, Map<DivisionCode, String> places, LocalDate today) {
        var lines = hits.rows().stream()
                .map(hit -> new Line(
                        PersonLine.of(
                                hit.person(), places.getOrDefault(hit.person().area(), ""), today),
                        hit.household()
                                .map(HouseholdId::toString)
                                .map("/households/"::concat)
                                .orElse("/people/" + hit.person().id()),
                        hit.household().isPresent()))
                .toList();
        return new SearchView(
                query,
                Acting.current().may("people.export"),
                Acting.current().may("people.edit"),
                new PageOf<>(lines, hits.number(), hits.size(), hits.total()));
    }

    public boolean asked() {
        return !query.isEmpty();
    }

    /** Beyond a thousand the search stops counting and the asker should say more. */
    public boolean tooMany() {
        return lines.total() >= 1_000;
    }

    public String exportUrl() {
        return "/people/export?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    public String url() {
        return "/people?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
