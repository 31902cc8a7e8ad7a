package org.weimin.divisions.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.divisions.Division;
import org.weimin.divisions.Divisions;
import org.weimin.divisions.Succession;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.shell.MenuEntry;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;

/** 区划浏览: down the tree from the country to the community, as of any day since the list. */
@Controller
class DivisionsPage {
    private final Divisions divisions;
    private final BusinessClock clock;

    DivisionsPage(Divisions divisions, BusinessClock clock) {
        this.divisions = divisions;
        this.clock = clock;
    }

    @GetMapping("/divisions")
    @Requires("divisions.view")
    Page browse(
            @RequestParam Optional<String> code,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> asOf) {
        DivisionCode at = code.map(DivisionsPage::code).orElseGet(DivisionsPage::ownArea);
        LocalDate day = asOf.orElseGet(clock::today);
        Optional<Division> here = divisions.find(at, day);
        return Page.of(
                "divisions/browse",
                DivisionsView.of(
                        at,
                        here,
                        day,
                        path(at, day),
                        divisions.children(at, day),
                        divisions.attachedTo(at),
                        divisions.attachmentOf(at),
                        history(at)));
    }

    /** What it was made of and what became of it, under the names that each had. */
    private List<DivisionsView.Past> history(DivisionCode at) {
        List<Succession> past = divisions.successions(at);
        var names = divisions.shortNames(past.stream()
                .flatMap(each -> Stream.of(each.before(), each.after()))
                .toList());
        return past.stream().map(each -> DivisionsView.past(each, names)).toList();
    }

    private List<Division> path(DivisionCode at, LocalDate day) {
        var path = new ArrayList<Division>();
        Optional<DivisionCode> step = at.parent();
        while (step.isPresent()) {
            divisions.find(step.get(), day).ifPresent(path::addFirst);
            step = step.get().parent();
        }
        return path;
    }

    private static DivisionCode ownArea() {
        return Acting.current() instanceof Actor.Staff staff ? staff.area() : DivisionCode.COUNTRY;
    }

    private static DivisionCode code(String text) {
        try {
            return new DivisionCode(text);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(text);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {
        @Bean
        static MenuEntry divisionsMenu() {
            return new MenuEntry("admin", "divisions.menu", "/divisions", 30, "divisions.view");
        }
    }
}
