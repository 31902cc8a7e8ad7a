package org.weimin.intake.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.intake.Ask;
import org.weimin.intake.Receipt;
import org.weimin.intake.internal.ApplicationDraftStore;
import org.weimin.intake.internal.Asking;
import org.weimin.intake.internal.Draft;
import org.weimin.intake.internal.OwnFiling;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.Parties;
import org.weimin.people.Party;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;

/** 自己申请: a resident begins an application for the own household; the resident is who applies. */
@Controller
class OwnApplyPage {
    private final ApplicationDraftStore drafts;
    private final Asking asking;
    private final AskViews views;
    private final Parties parties;
    private final OwnFiling filing;
    private final BusinessClock clock;

    OwnApplyPage(
            ApplicationDraftStore drafts,
            Asking asking,
            AskViews views,
            Parties parties,
            OwnFiling filing,
            BusinessClock clock) {
        this.drafts = drafts;
        this.asking = asking;
        this.views = views;
        this.parties = parties;
        this.filing = filing;
        this.clock = clock;
    }

    @GetMapping("/my/apply")
    @Requires("portal.my")
    Page start(@RequestParam(defaultValue = "") List<String> ask, @RequestParam(defaultValue = "") String matter) {
        Party party = party();
        List<Ask> asks = matter.isEmpty() ? asking.chosen(ask, party) : List.of(nearest(matter, party));
        return asks.isEmpty()
                ? Page.redirect("/my/possible", "intake.own.tick")
                : Page.of("intake/ownStart", views.start(party, asks));
    }

    @PostMapping("/my/apply")
    @Requires("portal.my")
    Page begin(@RequestParam(defaultValue = "") List<String> ask) {
        Party party = party();
        PersonId applicant = Acting.resident().person();
        List<Ask> asks = asking.chosen(ask, party);
        if (asks.isEmpty()) {
            return Page.redirect("/my/possible", "intake.own.tick");
        }
        Draft draft = drafts.begin(party, asks, applicant.value(), clock.today());
        if (!draft.hasDone("applicant")) {
            drafts.answer(draft, "applicant", Map.of(Draft.APPLICANT, applicant.toString()));
        }
        return Page.redirect(Place.of(draft.id()));
    }

    @PostMapping("/my/apply/{draft}/submit")
    @Requires("portal.my")
    Page submit(@PathVariable("draft") UUID id, @RequestParam String commandKey) {
        Receipt receipt = filing.file(drafts.get(id), Acting.resident().person(), commandKey);
        return Page.redirect("/my", "intake.own.sent", receipt.grouped());
    }

    private Party party() {
        return parties.behind(new Subject.OfPerson(Acting.resident().person()), clock.today());
    }

    /** For the household where the matter judges households, else for whoever asks. */
    private Ask nearest(String matter, Party party) {
        List<Ask> possible = asking.offer(matter, party).asks();
        var own = new Subject.OfPerson(Acting.resident().person());
        return possible.stream()
                .filter(ask -> ask.subject().equals(own))
                .findFirst()
                .orElse(possible.getFirst());
    }
}
