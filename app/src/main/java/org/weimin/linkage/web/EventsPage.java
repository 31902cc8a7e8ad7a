package org.weimin.linkage.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.divisions.Division;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.linkage.EventFilter;
import org.weimin.linkage.Linkage;
import org.weimin.linkage.LinkedEvent;
import org.weimin.linkage.UnreadLines;
import org.weimin.shell.Download;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.PageOf;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** 生活事件: what was told, as a list and as a workbook; what waits for a person comes first. */
@Controller
class EventsPage {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private final Linkage linkage;
    private final UnreadLines unread;
    private final EventWords words;
    private final Divisions divisions;
    private final BusinessClock clock;

    EventsPage(Linkage linkage, UnreadLines unread, EventWords words, Divisions divisions, BusinessClock clock) {
        this.linkage = linkage;
        this.unread = unread;
        this.words = words;
        this.divisions = divisions;
        this.clock = clock;
    }

    /** What is asked for, as the address says it. */
    record Asked(String kind, String status, String from, String through, String place) {
        EventsView.Asked shown() {
            return new EventsView.Asked(text(kind), text(status), text(from), text(through), text(place));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }
    }

    @GetMapping("/events")
    @Requires("linkage.view")
    View list(Asked asked, @RequestParam(defaultValue = "") String format, @RequestParam(defaultValue = "1") int page) {
        var shown = asked.shown();
        EventFilter filter = filter(shown);
        if (format.equals("xlsx")) {
            return workbook(filter);
        }
        PageOf<LinkedEvent> found = linkage.list(filter, Math.clamp(page, 1, 10_000));
        var rows = found.rows().stream()
                .map(event -> EventsView.Row.of(event, words))
                .toList();
        long waiting = linkage.countWaiting();
        return Page.of(
                "linkage/events",
                new EventsView(
                        shown,
                        new PageOf<>(rows, found.number(), found.size(), found.total()),
                        choices(filter.place()),
                        waiting == 0 ? "" : Texts.t("linkage.events.waiting", waiting),
                        unreadNotice()));
    }

    private String unreadNotice() {
        long count = Acting.current().may("linkage.settle") ? unread.count() : 0;
        return count == 0 ? "" : Texts.t("linkage.unread.waiting", count);
    }

    private EventFilter filter(EventsView.Asked asked) {
        try {
            boolean anyDay = asked.from().isEmpty() && asked.through().isEmpty();
            return new EventFilter(
                    asked.kind(),
                    Optional.of(asked.status()).filter(text -> !text.isEmpty()).map(LinkedEvent.Status::valueOf),
                    anyDay
                            ? Optional.empty()
                            : Optional.of(new EventFilter.Span(
                                    day(asked.from(), EARLIEST), day(asked.through(), clock.today()))),
                    asked.place().isEmpty() ? Acting.staff().area() : new DivisionCode(asked.place()));
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            throw new NotFound(asked);
        }
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        return text.isEmpty() ? otherwise : LocalDate.parse(text);
    }

    private EventsView.Choices choices(DivisionCode chosen) {
        DivisionCode own = Acting.staff().area();
        List<Option> places = Stream.concat(
                        divisions.children(own, clock.today()).stream().map(Division::code),
                        Stream.of(chosen).filter(each -> !each.equals(own)))
                .distinct()
                .map(each -> new Option(each.value(), words.place(each)))
                .toList();
        return new EventsView.Choices(
                linkage.table().kinds().stream()
                        .map(kind -> new Option(kind.code(), EventWords.either(kind.title())))
                        .toList(),
                Arrays.stream(LinkedEvent.Status.values())
                        .map(status -> new Option(status.name(), Texts.t("linkage.status." + EventWords.word(status))))
                        .toList(),
                places,
                Acting.current().may("linkage.register"));
    }

    private Download workbook(EventFilter filter) {
        List<EventsView.Row> rows = linkage.all(filter).stream()
                .map(event -> EventsView.Row.of(event, words))
                .toList();
        List<Column<EventsView.Row>> columns = List.of(
                new Column<>(Texts.t("linkage.kind"), 18, EventsView.Row::kind),
                new Column<>(Texts.t("linkage.about"), 18, EventsView.Row::who),
                new Column<>(Texts.t("linkage.happened"), 12, EventsView.Row::happened),
                new Column<>(Texts.t("linkage.reported"), 12, EventsView.Row::reported),
                new Column<>(Texts.t("linkage.lateness"), 14, EventsView.Row::late),
                new Column<>(Texts.t("linkage.source"), 30, EventsView.Row::source),
                new Column<>(Texts.t("linkage.status"), 14, EventsView.Row::stands),
                new Column<>(Texts.t("linkage.place"), 30, EventsView.Row::place));
        String title = Texts.t("linkage.events.title");
        return Download.workbook(title + ".xlsx", out -> Workbooks.write(out, title, columns, rows));
    }
}
