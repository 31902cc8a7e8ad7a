package org.weimin.people.web;

import static org.weimin.shell.Texts.t;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.people.DuplicateFilter;
import org.weimin.people.DuplicatePair;
import org.weimin.people.DuplicatePair.Confidence;
import org.weimin.people.DuplicatePair.Status;
import org.weimin.people.DuplicateRun;
import org.weimin.people.Duplicates;
import org.weimin.people.People;
import org.weimin.people.Person;
import org.weimin.shell.Download;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.PageOf;
import org.weimin.shell.Requires;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** 疑似重复人员: the list of pairs, the surest first, and the button that compares anew. */
@Controller
class DuplicatesPage {
    private static final int MOST = 10_000;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private final Duplicates duplicates;
    private final People people;
    private final Divisions divisions;
    private final BusinessClock clock;

    DuplicatesPage(Duplicates duplicates, People people, Divisions divisions, BusinessClock clock) {
        this.duplicates = duplicates;
        this.people = people;
        this.divisions = divisions;
        this.clock = clock;
    }

    @GetMapping("/people/duplicates")
    @Requires("people.duplicates")
    View list(
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String confidence,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String format,
            @RequestParam(defaultValue = "1") int page) {
        DuplicateFilter filter = filter(status, confidence, area);
        if (format.equals("xlsx")) {
            return workbook(filter);
        }
        PageOf<DuplicatePair> pairs = duplicates.list(filter, Math.clamp(page, 1, 1_000));
        return Page.of(
                "people/duplicates",
                new DuplicatesView(
                        filter,
                        new PageOf<>(lines(pairs.rows()), pairs.number(), pairs.size(), pairs.total()),
                        choices(),
                        lastRun(),
                        LikenessWords.definition(duplicates.definition(filter.area()))));
    }

    @PostMapping("/people/duplicates/run")
    @Requires("people.merge")
    Page run() {
        duplicates.ask(Acting.staff().area());
        return Page.redirect("/people/duplicates", "people.duplicates.asked");
    }

    private static DuplicateFilter filter(String status, String confidence, String area) {
        try {
            return new DuplicateFilter(
                    area.isBlank() ? Acting.staff().area() : new DivisionCode(area.strip()),
                    status.isBlank() ? Status.OPEN : Status.valueOf(status),
                    confidence.isBlank() ? Confidence.POSSIBLE : Confidence.valueOf(confidence));
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(status + confidence + area);
        }
    }

    private List<DuplicatesView.Line> lines(Collection<DuplicatePair> pairs) {
        Map<PersonId, Person> persons = people.persons(pairs.stream()
                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                .distinct()
                .toList());
        var lines = new ArrayList<DuplicatesView.Line>();
        for (DuplicatePair pair : pairs) {
            Person one = persons.get(pair.one());
            Person other = persons.get(pair.other());
            if (one != null && other != null) {
                lines.add(line(pair, one, other));
            }
        }
        return lines;
    }

    private DuplicatesView.Line line(DuplicatePair pair, Person one, Person other) {
        return new DuplicatesView.Line(
                "/people/duplicates/" + pair.id(),
                one.name(),
                other.name(),
                both(one.birth().toString(), other.birth().toString()),
                both(divisions.shortName(one.area()), divisions.shortName(other.area())),
                pair.score().toPlainString(),
                LikenessWords.confidence(pair.confidence()),
                LikenessWords.badge(pair.confidence()),
                LikenessWords.shortly(pair),
                pair.changed().isEmpty() ? "" : t("people.duplicates.reopened"));
    }

    private static String both(String one, String other) {
        return one.equals(other) ? one : one + " / " + other;
    }

    private DuplicatesView.Choices choices() {
        DivisionCode own = Acting.staff().area();
        List<Option> areas = new ArrayList<>();
        divisions
                .children(own, clock.today())
                .forEach(child -> areas.add(new Option(child.code().value(), child.name())));
        return new DuplicatesView.Choices(
                Arrays.stream(Status.values())
                        .map(each -> new Option(each.name(), t("people.duplicates.status." + each)))
                        .toList(),
                Arrays.stream(Confidence.values())
                        .map(each -> new Option(each.name(), t("people.duplicates.at-least." + each)))
                        .toList(),
                areas,
                Acting.current().may("people.merge"));
    }

    private DuplicatesView.RunLine lastRun() {
        return duplicates
                .lastRun(Acting.staff().area())
                .map(run -> new DuplicatesView.RunLine(words(run), isWaiting(run)))
                .orElseGet(() -> new DuplicatesView.RunLine(t("people.duplicates.run.never"), false));
    }

    private static boolean isWaiting(DuplicateRun run) {
        return run.status() == DuplicateRun.Status.ASKED || run.status() == DuplicateRun.Status.RUNNING;
    }

    private static String words(DuplicateRun run) {
        return t(
                "people.duplicates.run." + run.status(),
                MINUTE.format(run.askedAt().atZone(BusinessClock.ZONE)),
                run.counts().residents(),
                run.counts().compared(),
                run.counts().listed(),
                Math.max(1, run.took().toSeconds()),
                run.counts().unsealed());
    }

    private Download workbook(DuplicateFilter filter) {
        List<DuplicatesView.Line> rows = lines(duplicates.export(filter, MOST));
        List<Column<DuplicatesView.Line>> columns = List.of(
                new Column<>(t("people.duplicates.score"), 8, DuplicatesView.Line::score),
                new Column<>(t("people.duplicates.confidence"), 14, DuplicatesView.Line::confidence),
                new Column<>(t("people.duplicates.one"), 12, DuplicatesView.Line::one),
                new Column<>(t("people.duplicates.other"), 12, DuplicatesView.Line::other),
                new Column<>(t("people.birth"), 26, DuplicatesView.Line::births),
                new Column<>(t("people.place"), 40, DuplicatesView.Line::places),
                new Column<>(t("people.duplicates.why"), 50, DuplicatesView.Line::why));
        return Download.workbook(
                t("people.duplicates.file", clock.today().toString()) + ".xlsx",
                out -> Workbooks.write(out, t("people.duplicates.title"), columns, rows));
    }
}
