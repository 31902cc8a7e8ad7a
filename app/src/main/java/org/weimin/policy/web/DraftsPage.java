package org.weimin.policy.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.policy.Draft;
import org.weimin.policy.Drafts;
import org.weimin.policy.Policy;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 政策草案: all changes of the law that are under way or done, and the beginning of a new one. */
@Controller
class DraftsPage {
    private final Drafts drafts;
    private final Policy policy;
    private final BusinessClock clock;

    DraftsPage(Drafts drafts, Policy policy, BusinessClock clock) {
        this.drafts = drafts;
        this.policy = policy;
        this.clock = clock;
    }

    @GetMapping("/policy/drafts")
    @Requires("policy.drafts")
    Page list(@RequestParam(defaultValue = "") String matter) {
        return Page.of("policy/drafts", view(new DraftsView.Form(matter, nextMonth(), "", "", "")));
    }

    @PostMapping("/policy/drafts")
    @Requires("policy.draft")
    Page begin(
            @RequestParam String matter,
            @RequestParam String from,
            @RequestParam String title,
            @RequestParam String document) {
        try {
            var id = drafts.begin(matterId(matter), day(from), new Draft.Purpose(title, document));
            return Page.redirect("/policy/drafts/" + id, "policy.draft.begun");
        } catch (Refused refused) {
            String why = Texts.t(refused);
            return Page.invalid("policy/drafts", view(new DraftsView.Form(matter, from, title, document, why)));
        }
    }

    private DraftsView view(DraftsView.Form form) {
        return DraftsView.of(
                drafts.list(), policy.packs().list(), form, Acting.current().may("policy.draft"));
    }

    private String nextMonth() {
        return clock.today().plusMonths(1).withDayOfMonth(1).toString();
    }

    static MatterId matterId(String matter) {
        try {
            return new MatterId(matter);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(matter);
        }
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException malformed) {
            throw new Refused("policy.value.date", text);
        }
    }
}
