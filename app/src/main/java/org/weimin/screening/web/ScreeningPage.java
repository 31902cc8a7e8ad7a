package org.weimin.screening.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;
import org.weimin.screening.Screening;
import org.weimin.screening.Sweep;
import org.weimin.screening.SweepId;
import org.weimin.screening.Visits;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;

/** 主动发现: the figures of the last sweep of the reader's area, and the button for the next one. */
@Controller
class ScreeningPage {
    private final Screening screening;
    private final Visits visits;
    private final FiguresOfSweep figures;
    private final BusinessClock clock;

    ScreeningPage(Screening screening, Visits visits, FiguresOfSweep figures, BusinessClock clock) {
        this.screening = screening;
        this.visits = visits;
        this.figures = figures;
        this.clock = clock;
    }

    @GetMapping("/screening")
    @Requires("screening.view")
    Page home() {
        return show(screening.latest(Acting.staff().area()));
    }

    @GetMapping("/screening/{id}")
    @Requires("screening.view")
    Page past(@PathVariable String id) {
        return show(Optional.of(screening.get(SweepId.of(id))));
    }

    @PostMapping("/screening")
    @Requires("screening.run")
    Page run(@RequestParam String asOf) {
        screening.ask(Acting.staff().area(), day(asOf), Optional.empty());
        return Page.redirect("/screening", "screening.asked");
    }

    /** Asked every second while a sweep runs; the work goes on when nobody looks. */
    @GetMapping("/screening/{id}/progress")
    @Requires("screening.view")
    Page progress(@PathVariable String id) {
        return Page.fragment(
                "screening/progress",
                ProgressView.of(screening.get(SweepId.of(id))).whileWatched());
    }

    private Page show(Optional<Sweep> shown) {
        DivisionCode place = Acting.staff().area();
        List<Sweep> history = screening.history(place);
        var running = history.stream().filter(Sweep::isOpen).findFirst();
        boolean mayRun = Acting.current().may("screening.run") && running.isEmpty();
        return Page.of(
                "screening/screening",
                figures.view(
                        place,
                        shown.filter(sweep -> sweep.status() == Sweep.Status.DONE),
                        new ScreeningView.Doors(mayRun, clock.today().toString(), visits.mine(), shown.isPresent()),
                        running.or(() -> shown).map(ProgressView::of).orElse(ProgressView.NONE),
                        history));
    }

    private static LocalDate day(String asOf) {
        try {
            return LocalDate.parse(asOf);
        } catch (DateTimeParseException malformed) {
            throw new Refused("screening.no-day", asOf);
        }
    }
}
