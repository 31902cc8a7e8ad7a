package org.weimin.access.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.access.Deputies;
import org.weimin.access.Deputy;
import org.weimin.access.Staffing;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.StaffId;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** Lending the own post for the days of a leave. */
@Controller
class DeputiesPage {
    private final Deputies deputies;
    private final Staffing staffing;
    private final BusinessClock clock;

    DeputiesPage(Deputies deputies, Staffing staffing, BusinessClock clock) {
        this.deputies = deputies;
        this.staffing = staffing;
        this.clock = clock;
    }

    @GetMapping("/deputies")
    @Requires("access.deputise")
    Page show() {
        StaffId own = Acting.staff().id();
        List<Option> candidates = deputies.candidates().stream()
                .map(member -> new Option(member.id().toString(), member.name()))
                .toList();
        return Page.of(
                "access/deputies",
                new DeputiesView(
                        candidates,
                        clock.today().toString(),
                        lines(deputy -> deputy.isGivenBy(own)),
                        lines(deputy -> !deputy.isGivenBy(own))));
    }

    @PostMapping("/deputies")
    @Requires("access.deputise")
    Page lend(
            @RequestParam String deputy,
            @RequestParam LocalDate first,
            @RequestParam LocalDate last,
            @RequestParam String reason) {
        deputies.lend(StaffId.of(deputy), first, last, reason);
        return Page.redirect("/deputies", "access.deputy.done");
    }

    @PostMapping("/deputies/{id}/end")
    @Requires("access.deputise")
    Page takeBack(@PathVariable UUID id) {
        deputies.takeBack(id);
        return Page.redirect("/deputies", "access.deputy.ended");
    }

    private List<DeputiesView.Line> lines(Predicate<Deputy> which) {
        return deputies.own().stream()
                .filter(which)
                .map(deputy -> new DeputiesView.Line(
                        deputy.id().toString(),
                        Texts.t(
                                "access.deputy.line",
                                staffing.name(deputy.deputy()),
                                deputy.post().title(),
                                Texts.date(deputy.term().first()),
                                Texts.date(deputy.term().last()),
                                deputy.reason())))
                .toList();
    }
}
