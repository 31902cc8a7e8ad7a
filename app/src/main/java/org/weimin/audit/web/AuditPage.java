package org.weimin.audit.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.audit.Audit;
import org.weimin.audit.Deed;
import org.weimin.audit.Entry;
import org.weimin.audit.internal.Verification;
import org.weimin.kernel.NotFound;
import org.weimin.shell.MenuEntry;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;

/** Who looked at or changed what; and whether the record itself was touched. */
@Controller
class AuditPage {
    private final Audit audit;
    private final Verification verification;

    AuditPage(Audit audit, Verification verification) {
        this.audit = audit;
        this.verification = verification;
    }

    @Bean
    static MenuEntry auditMenu() {
        return new MenuEntry("admin", "audit.menu", "/audit", 30, "audit.read");
    }

    @GetMapping("/audit")
    @Requires("audit.read")
    Page show(
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "1") int page) {
        var search = new Deed.Search(
                given(about).map(AuditPage::uuid),
                given(by),
                given(action).flatMap(AuditPage::action),
                Math.clamp(page, 1, 100));
        return Page.of("audit/audit", AuditView.of(search, audit.list(search)));
    }

    /** Reads the whole chain again: seconds for a year of a county. */
    @PostMapping("/audit/verify")
    @Requires("audit.read")
    Page verify() {
        var verdict = verification.run();
        return verdict.firstFault()
                .map(fault -> Page.redirect("/audit", "audit.verify.touched", fault))
                .orElseGet(() -> Page.redirect("/audit", "audit.verify.intact", verdict.sealed(), verdict.unsealed()));
    }

    private static Optional<String> given(String parameter) {
        return Optional.of(parameter.strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<Entry.Action> action(String name) {
        return Arrays.stream(Entry.Action.values())
                .filter(action -> action.name().equals(name))
                .findFirst();
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(text);
        }
    }
}
