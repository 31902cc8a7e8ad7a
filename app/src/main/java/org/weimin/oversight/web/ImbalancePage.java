package org.weimin.oversight.web;

import static org.weimin.shell.Texts.t;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.kernel.Acting;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Money;
import org.weimin.kernel.NotFound;
import org.weimin.oversight.Imbalance;
import org.weimin.oversight.Passed;
import org.weimin.oversight.Picture;
import org.weimin.oversight.Standing;
import org.weimin.shell.Download;
import org.weimin.shell.Page;
import org.weimin.shell.PageOf;
import org.weimin.shell.Requires;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** 救助失衡: the picture of a place, and the households behind each of its numbers. */
@Controller
class ImbalancePage {
    private static final long BAND_FEN = 20_000;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 240;
    private static final int TOWN_DIGITS = 9;
    private static final int VILLAGE_DIGITS = 12;
    private final Imbalance imbalance;
    private final Words words;

    ImbalancePage(Imbalance imbalance, Words words) {
        this.imbalance = imbalance;
        this.words = words;
    }

    /** 名单种类: everybody, those passed, those on the brink. */
    enum Which {
        ALL,
        PASSED,
        BRINK
    }

    @GetMapping("/imbalance")
    @Requires("oversight.imbalance")
    Page show(@RequestParam(defaultValue = "") String area) {
        DivisionCode place = place(area);
        Optional<Picture> picture = imbalance.of(comparedIn(place)).map(found -> within(found, place));
        return picture.map(found -> Page.of("oversight/imbalance", view(place, found)))
                .orElseGet(() -> none(place));
    }

    @GetMapping("/imbalance/list")
    @Requires("oversight.imbalance")
    View list(
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "ALL") Which which,
            @RequestParam(defaultValue = "-1") int band,
            @RequestParam(defaultValue = "") String format,
            @RequestParam(defaultValue = "1") int page) {
        DivisionCode place = place(area);
        Optional<Picture> seen = imbalance.of(comparedIn(place)).map(found -> within(found, place));
        if (seen.isEmpty()) {
            return none(place);
        }
        Picture picture = seen.get();
        List<Passed> found = chosen(picture, which).stream()
                .filter(each -> band < 0 || band(each.standing()) == band)
                .toList();
        if (format.equals("xlsx")) {
            return workbook(rows(found), which);
        }
        int number = Math.max(1, page);
        var part = found.stream()
                .skip((number - 1L) * PageOf.SIZE)
                .limit(PageOf.SIZE)
                .toList();
        String url = href(place, which) + (band < 0 ? "" : "&band=" + band);
        return Page.of(
                "oversight/imbalanceList",
                new ImbalanceView.Names(
                        t("oversight.imbalance.list." + which, words.area(place)),
                        t(
                                "oversight.imbalance.explain." + which,
                                picture.band().grouped(),
                                picture.little().grouped()),
                        url,
                        "/imbalance?area=" + place,
                        new PageOf<>(rows(part), number, PageOf.SIZE, found.size())));
    }

    private Page none(DivisionCode place) {
        return Page.of(
                "oversight/imbalanceNone",
                new ImbalanceView.None(
                        words.area(place), "/imbalance?area=" + place, imbalance.isComing(comparedIn(place))));
    }

    /** Whoever sees a county compares within it, also when only one of its towns is listed. */
    private static DivisionCode comparedIn(DivisionCode place) {
        DivisionCode own = Acting.staff().area();
        return own.contains(place) ? own : place;
    }

    private static Picture within(Picture whole, DivisionCode place) {
        return new Picture(
                whole.asOf(),
                whole.band(),
                whole.little(),
                whole.standings().stream()
                        .filter(each -> place.contains(each.area()))
                        .toList(),
                whole.passed().stream()
                        .filter(each -> place.contains(each.standing().area()))
                        .toList());
    }

    private static DivisionCode place(String area) {
        try {
            return area.isBlank() ? Acting.staff().area() : new DivisionCode(area.strip());
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(area);
        }
    }

    /** Whoever is not passed is behind by nothing. */
    private static List<Passed> chosen(Picture picture, Which which) {
        if (which == Which.PASSED) {
            return picture.passed();
        }
        return picture.standings().stream()
                .filter(each -> which == Which.ALL || each.isOnTheBrink())
                .sorted(
                        which == Which.BRINK
                                ? Comparator.comparing(Standing::brink).reversed()
                                : Comparator.comparing(Standing::incomePerPerson))
                .map(each -> new Passed(each, 0, 0, Money.ZERO))
                .toList();
    }

    private static int band(Standing standing) {
        return Math.toIntExact(standing.incomePerPerson().fen() / BAND_FEN);
    }

    private ImbalanceView view(DivisionCode place, Picture picture) {
        return new ImbalanceView(
                place.value(),
                words.area(place),
                t(
                        "oversight.imbalance.basis",
                        picture.asOf().toString(),
                        picture.standings().size()),
                words.below(Acting.staff().area()),
                List.of(
                        tile(place, Which.ALL, picture.standings().size(), "info"),
                        tile(place, Which.PASSED, picture.passed().size(), "bad"),
                        tile(
                                place,
                                Which.BRINK,
                                picture.standings().stream()
                                        .filter(Standing::isOnTheBrink)
                                        .count(),
                                "warn")),
                drawing(picture),
                new ImbalanceView.Tables(bands(place, picture), areas(place, picture)));
    }

    private static ImbalanceView.Tile tile(DivisionCode place, Which which, long count, String tone) {
        return new ImbalanceView.Tile(
                href(place, which), t("oversight.imbalance." + which), count, count == 0 ? "idle" : tone);
    }

    private static String href(DivisionCode place, Which which) {
        return "/imbalance/list?area=" + place + "&which=" + which;
    }

    private static Map<Integer, List<Standing>> byBand(Picture picture) {
        return picture.standings().stream()
                .collect(Collectors.groupingBy(ImbalancePage::band, TreeMap::new, Collectors.toList()));
    }

    private static long middle(List<Standing> some) {
        var sorted = some.stream()
                .mapToLong(each -> each.afterPerPerson().fen())
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private static ImbalanceView.Drawing drawing(Picture picture) {
        var middles = new TreeMap<Integer, Long>();
        byBand(picture).forEach((band, some) -> middles.put(band, middle(some)));
        long most = Math.max(
                BAND_FEN,
                middles.entrySet().stream()
                        .mapToLong(each -> Math.max(each.getValue(), (each.getKey() + 1) * BAND_FEN))
                        .max()
                        .orElse(BAND_FEN));
        Function<Long, Long> x = fen -> WIDTH * fen / most;
        Function<Long, Long> y = fen -> HEIGHT - HEIGHT * fen / most;
        String line = middles.entrySet().stream()
                .map(each -> x.apply(each.getKey() * BAND_FEN + BAND_FEN / 2) + "," + y.apply(each.getValue()))
                .collect(Collectors.joining(" "));
        return new ImbalanceView.Drawing(line, "0," + HEIGHT + " " + WIDTH + ",0", new Money(most).grouped());
    }

    private static List<ImbalanceView.Band> bands(DivisionCode place, Picture picture) {
        Map<Integer, Long> passed = picture.passed().stream()
                .collect(Collectors.groupingBy(each -> band(each.standing()), Collectors.counting()));
        var bands = new ArrayList<ImbalanceView.Band>();
        byBand(picture)
                .forEach((band, some) -> bands.add(new ImbalanceView.Band(
                        href(place, Which.ALL) + "&band=" + band,
                        t(
                                "oversight.imbalance.band",
                                new Money(band * BAND_FEN).grouped(),
                                new Money((band + 1) * BAND_FEN).grouped()),
                        some.size(),
                        new Money(middle(some)).grouped(),
                        passed.getOrDefault(band, 0L),
                        href(place, Which.PASSED) + "&band=" + band)));
        return bands;
    }

    /** Town by town, or village by village below a town. */
    private List<ImbalanceView.Area> areas(DivisionCode place, Picture picture) {
        int digits = place.value().length() < TOWN_DIGITS ? TOWN_DIGITS : VILLAGE_DIGITS;
        Function<Standing, String> part = each -> each.area()
                .value()
                .substring(0, Math.min(digits, each.area().value().length()));
        Map<String, Long> all =
                picture.standings().stream().collect(Collectors.groupingBy(part, TreeMap::new, Collectors.counting()));
        Map<String, Long> passed = picture.passed().stream()
                .map(Passed::standing)
                .collect(Collectors.groupingBy(part, Collectors.counting()));
        Map<String, Long> brink = picture.standings().stream()
                .filter(Standing::isOnTheBrink)
                .collect(Collectors.groupingBy(part, Collectors.counting()));
        return all.entrySet().stream()
                .map(each -> {
                    var code = new DivisionCode(each.getKey());
                    return new ImbalanceView.Area(
                            words.area(code),
                            href(code, Which.ALL),
                            each.getValue(),
                            href(code, Which.PASSED),
                            passed.getOrDefault(each.getKey(), 0L),
                            href(code, Which.BRINK),
                            brink.getOrDefault(each.getKey(), 0L));
                })
                .toList();
    }

    private List<ImbalanceView.Row> rows(List<Passed> some) {
        Map<HouseholdId, String> heads = imbalance.heads(
                some.stream().map(each -> each.standing().household()).toList());
        return some.stream().map(each -> row(each, heads)).toList();
    }

    private ImbalanceView.Row row(Passed each, Map<HouseholdId, String> heads) {
        Standing standing = each.standing();
        boolean mayTry = Acting.current().may("eligibility.try");
        return new ImbalanceView.Row(
                "/households/" + standing.household(),
                mayTry ? "/eligibility/" + standing.household() + "/cliff" : "",
                heads.getOrDefault(standing.household(), ""),
                words.area(standing.area()),
                standing.persons(),
                standing.incomePerPerson().grouped(),
                standing.afterPerPerson().grouped(),
                each.behind().isPositive() ? each.behind().grouped() : "",
                each.below() == 0 ? "" : t("oversight.imbalance.of", each.overtaking(), each.below()),
                standing.isOnTheBrink()
                        ? t(
                                "oversight.imbalance.loses",
                                standing.brink().grouped(),
                                words.matter(standing.brinkMatter()))
                        : "");
    }

    private static Download workbook(List<ImbalanceView.Row> rows, Which which) {
        List<Column<ImbalanceView.Row>> columns = List.of(
                new Column<>(t("oversight.imbalance.head"), 14, ImbalanceView.Row::name),
                new Column<>(t("oversight.place"), 28, ImbalanceView.Row::place),
                new Column<>(t("oversight.imbalance.persons"), 10, ImbalanceView.Row::persons),
                new Column<>(t("oversight.imbalance.income"), 18, ImbalanceView.Row::income),
                new Column<>(t("oversight.imbalance.after"), 18, ImbalanceView.Row::after),
                new Column<>(t("oversight.imbalance.behind"), 18, ImbalanceView.Row::behind),
                new Column<>(t("oversight.imbalance.overtaking"), 22, ImbalanceView.Row::overtaking),
                new Column<>(t("oversight.imbalance.brink"), 40, ImbalanceView.Row::brink));
        return Download.workbook(
                "imbalance.xlsx", out -> Workbooks.write(out, t("oversight.imbalance." + which), columns, rows));
    }
}
