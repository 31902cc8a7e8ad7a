package org.weimin.screening.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.screening.Finding.Kind;
import org.weimin.screening.Screening;
import org.weimin.screening.Summary;
import org.weimin.screening.Sweep;
import org.weimin.screening.SweepId;
import org.weimin.shell.Texts;

/** Lays the counts of a sweep out for the page: on top, by matter, by area, and by reason. */
@Component
class FiguresOfSweep {
    private static final int MOST_REASONS = 40;
    private final Screening screening;
    private final Phrases phrases;

    FiguresOfSweep(Screening screening, Phrases phrases) {
        this.screening = screening;
        this.phrases = phrases;
    }

    ScreeningView view(
            DivisionCode place,
            Optional<Sweep> shown,
            ScreeningView.Doors doors,
            ProgressView progress,
            List<Sweep> history) {
        Optional<SweepId> sweep = shown.map(Sweep::id);
        Summary summary = sweep.map(id -> screening.summary(id, place)).orElse(new Summary(List.of()));
        return new ScreeningView(
                phrases.area(place.value()),
                doors,
                progress,
                sweep.map(id -> figures(id, place, summary)).orElse(List.of()),
                sweep.map(id -> byMatter(id, place, summary)).orElse(List.of()),
                sweep.map(id -> byArea(id, place)).orElse(List.of()),
                sweep.map(id -> reasons(id, place, summary)).orElse(List.of()),
                history.stream().map(FiguresOfSweep::past).toList());
    }

    private static List<ScreeningView.Figure> figures(SweepId sweep, DivisionCode place, Summary summary) {
        return ScreeningView.SHOWN.stream()
                .filter(kind -> kind.isWorkedThrough())
                .map(kind -> new ScreeningView.Figure(
                        Phrases.kind(kind),
                        Texts.t("screening.explain." + kind),
                        ScreeningView.count(summary.of(kind)),
                        Texts.t(
                                "screening.total." + kind,
                                summary.of(kind).amount().grouped(),
                                summary.of(kind).received().grouped()),
                        href(sweep, kind, "", place.value(), "")))
                .toList();
    }

    private List<ScreeningView.Row> byMatter(SweepId sweep, DivisionCode place, Summary summary) {
        return summary.matters().stream()
                .map(matter -> new ScreeningView.Row(
                        phrases.matter(matter),
                        isReceived(summary, matter) ? "" : Texts.t("screening.nobody-on-record"),
                        "/policy/" + matter,
                        ScreeningView.SHOWN.stream()
                                .map(kind -> new ScreeningView.Cell(
                                        ScreeningView.count(summary.of(matter, kind)),
                                        href(sweep, kind, matter.value(), place.value(), "")))
                                .toList()))
                .toList();
    }

    /** Of a matter whose awards are not kept here nobody can say that somebody misses it. */
    private static boolean isReceived(Summary summary, MatterId matter) {
        return Stream.of(Kind.RECEIVING_RIGHTLY, Kind.RECEIVING_NOT_ENTITLED, Kind.AMOUNT_DIFFERS)
                .anyMatch(kind -> summary.of(matter, kind).subjects() > 0);
    }

    private List<ScreeningView.Row> byArea(SweepId sweep, DivisionCode place) {
        Map<String, List<Summary.Line>> byArea = new LinkedHashMap<>();
        screening
                .byArea(sweep, place)
                .lines()
                .forEach(line -> byArea.computeIfAbsent(line.area(), ignored -> new ArrayList<>())
                        .add(line));
        return byArea.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> area(sweep, each.getKey(), new Summary(each.getValue())))
                .toList();
    }

    private ScreeningView.Row area(SweepId sweep, String area, Summary summary) {
        return new ScreeningView.Row(
                phrases.area(area),
                "",
                href(sweep, Kind.ENTITLED_NOT_RECEIVING, "", area, ""),
                ScreeningView.SHOWN.stream()
                        .map(kind -> new ScreeningView.Cell(
                                ScreeningView.count(summary.of(kind)), href(sweep, kind, "", area, "")))
                        .toList());
    }

    /** Why people are refused or cannot be judged; the commonest first. */
    private List<ScreeningView.Reason> reasons(SweepId sweep, DivisionCode place, Summary summary) {
        return summary.lines().stream()
                .filter(line -> !line.reason().isEmpty())
                .sorted((one, other) ->
                        Long.compare(other.counted().subjects(), one.counted().subjects()))
                .limit(MOST_REASONS)
                .map(line -> new ScreeningView.Reason(
                        phrases.matter(line.matter()),
                        Phrases.kind(line.kind()),
                        phrases.reason(line.matter(), line.kind(), line.reason()),
                        ScreeningView.count(line.counted()),
                        line.kind().isListed()
                                ? href(sweep, line.kind(), line.matter().value(), place.value(), line.reason())
                                : ""))
                .toList();
    }

    private static ScreeningView.Past past(Sweep sweep) {
        return new ScreeningView.Past(
                "/screening/" + sweep.id(),
                sweep.asOf().toString(),
                Texts.t("screening.status." + sweep.status()),
                switch (sweep.status()) {
                    case DONE -> "ok";
                    case FAILED -> "bad";
                    case ASKED, RUNNING -> "info";
                },
                String.format("%,d", sweep.progress().households()),
                String.format("%.1f", sweep.took().whole().toMillis() / 1000.0));
    }

    static String href(SweepId sweep, Kind kind, String matter, String area, String reason) {
        return "/screening/" + sweep + "/findings?kind=" + kind + "&matter=" + matter + "&area=" + area + "&reason="
                + java.net.URLEncoder.encode(reason, java.nio.charset.StandardCharsets.UTF_8);
    }
}
