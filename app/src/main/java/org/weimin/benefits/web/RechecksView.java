package org.weimin.benefits.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.weimin.benefits.Recheck;
import org.weimin.benefits.Recheck.Which;
import org.weimin.kernel.DivisionCode;
import org.weimin.shell.PageOf;
import org.weimin.shell.Texts;

/** The list of aid to look at again, under figures that each open their own list. */
public record RechecksView(String list, List<Tile> tiles, PageOf<Row> page) {
    public record Tile(String href, String label, long count, String tone) {}

    public record Row(
            String href,
            String payee,
            String place,
            String matter,
            String monthly,
            String reason,
            String reviewClass,
            String on,
            String tone,
            String state) {}

    public String url() {
        return "/rechecks?list=" + list;
    }

    static RechecksView of(
            Which list,
            Map<Which, Long> counts,
            PageOf<Recheck> found,
            Function<DivisionCode, String> place,
            MatterTitles titles,
            LocalDate today) {
        var tiles = Arrays.stream(Which.values())
                .map(which -> tile(which, counts.getOrDefault(which, 0L)))
                .toList();
        var rows = found.rows().stream()
                .map(each -> row(each, place, titles, today))
                .toList();
        return new RechecksView(list.name(), tiles, new PageOf<>(rows, found.number(), found.size(), found.total()));
    }

    private static Tile tile(Which which, long count) {
        boolean waits = which != Which.DONE && which != Which.RUNNING;
        return new Tile(
                "/rechecks?list=" + which,
                Texts.t("benefits.rechecks." + which),
                count,
                count == 0 || which == Which.DONE ? "idle" : waits ? "warn" : "info");
    }

    private static Row row(Recheck asked, Function<DivisionCode, String> place, MatterTitles titles, LocalDate today) {
        Recheck.Aid aid = asked.aid();
        boolean waits = asked.caseFile().isEmpty();
        return new Row(
                asked.caseFile().map(id -> "/cases/" + id).orElse("/rechecks/" + asked.id()),
                aid.payeeName(),
                place.apply(aid.area()),
                titles.of(aid.matter()),
                aid.monthly().grouped(),
                Texts.t("benefits.recheck." + asked.reason()),
                aid.reviewClass(),
                Texts.date(asked.on()),
                waits && asked.on().isBefore(today)
                        ? "bad"
                        : waits ? "warn" : asked.result().isEmpty() ? "info" : "ok",
                state(asked));
    }

    private static String state(Recheck asked) {
        if (!asked.result().isEmpty()) {
            return Texts.t("benefits.recheck.result." + asked.result());
        }
        return Texts.t(asked.caseFile().isPresent() ? "benefits.recheck.running" : "benefits.recheck.waiting");
    }
}
