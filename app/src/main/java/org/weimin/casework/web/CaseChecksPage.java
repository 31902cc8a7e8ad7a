package org.weimin.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Casework;
import org.weimin.casework.internal.CaseChecks;
import org.weimin.facts.SettleConflict;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Refused;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** Asks for checks, of one case or of all that are open, and settles what differs. */
@Controller
class CaseChecksPage {
    private final CaseChecks checks;
    private final Casework casework;

    CaseChecksPage(CaseChecks checks, Casework casework) {
        this.checks = checks;
        this.casework = casework;
    }

    @PostMapping("/cases/{id}/checks")
    @Requires("casework.handle")
    Page ask(@PathVariable String id) {
        int made = checks.ask(CaseFileId.of(id));
        return Page.redirect("/cases/" + id + "#checks", "casework.checks.done", made);
    }

    @PostMapping("/cases/{id}/checks/{conflict}")
    @Requires("casework.handle")
    Page settle(
            @PathVariable String id,
            @PathVariable UUID conflict,
            @RequestParam SettleConflict.Way way,
            @RequestParam String reason) {
        checks.settle(CaseFileId.of(id), conflict, way, reason);
        return Page.redirect("/cases/" + id + "#checks", "casework.checks.settled");
    }

    /** Before all open cases of the office are checked: how many they are. */
    @GetMapping("/cases/checks")
    @Requires("casework.handle")
    Page confirm() {
        return Page.of("casework/checksAll", new ChecksView.Batch(checks.open().size(), "", List.of()));
    }

    /** Case by case, each for itself: what one lacks does not stop the others. */
    @PostMapping("/cases/checks")
    @Requires("casework.handle")
    Page askAll() {
        int asked = 0;
        var left = new ArrayList<ChecksView.Batch.Left>();
        List<CaseFileId> open = checks.open();
        for (CaseFileId id : open) {
            try {
                asked += checks.ask(id);
            } catch (Refused refused) {
                CaseFile file = casework.get(id);
                left.add(new ChecksView.Batch.Left("/cases/" + id, file.claim().number(), Texts.t(refused)));
            }
        }
        return Page.of(
                "casework/checksAll",
                new ChecksView.Batch(open.size(), Texts.t("casework.checks.all-done", asked), List.copyOf(left)));
    }
}
