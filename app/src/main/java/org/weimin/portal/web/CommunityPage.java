package org.weimin.portal.web;

import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.weimin.divisions.Divisions;
import org.weimin.intake.Changes;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.NotFound;
import org.weimin.people.LookedAfter;
import org.weimin.people.People;
import org.weimin.portal.internal.HelpCalls;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 社区工作: the own villages' day: who asked for help, what residents told, and whom to look after. */
@Controller
class CommunityPage {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private final People people;
    private final Changes changes;
    private final HelpCalls calls;
    private final Divisions divisions;
    private final BusinessClock clock;

    CommunityPage(People people, Changes changes, HelpCalls calls, Divisions divisions, BusinessClock clock) {
        this.people = people;
        this.changes = changes;
        this.calls = calls;
        this.divisions = divisions;
        this.clock = clock;
    }

    @GetMapping("/community")
    @Requires("portal.community")
    Page show() {
        var open = calls.listOpen().stream()
                .map(call -> new CommunityView.Call(
                        call.id().toString(),
                        divisions.shortName(call.area()),
                        MINUTE.format(call.at().atZone(BusinessClock.ZONE))))
                .toList();
        var residents =
                people.lookedAfter(clock.today()).stream().map(this::row).toList();
        return Page.of(
                "portal/community",
                new CommunityView(
                        divisions.fullName(Acting.staff().area()),
                        changes.listOpen().size(),
                        open,
                        residents));
    }

    @PostMapping("/community/calls/{id}")
    @Requires("portal.community")
    Page answer(@PathVariable UUID id) {
        if (!calls.answer(id, Acting.staff().id())) {
            throw new NotFound(id);
        }
        return Page.redirect("/community", "portal.community.on-the-way");
    }

    private CommunityView.Resident row(LookedAfter one) {
        String alone = Texts.t("portal.community.alone");
        String household = one.household().map(Object::toString).orElse("");
        return new CommunityView.Resident(
                "/people/" + one.person(),
                one.name(),
                Texts.t("people.years", one.ageOn(clock.today())),
                one.livesAlone() && !one.tags().contains(alone) ? alone : "",
                one.tags(),
                one.address(),
                household.isEmpty() ? "/intake/new?person=" + one.person() : "/intake/new?household=" + household);
    }
}
