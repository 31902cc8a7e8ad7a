package org.weimin.casework.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.casework.CaseFile;
import org.weimin.casework.CasePanel;
import org.weimin.casework.Casework;
import org.weimin.casework.Deliberation;
import org.weimin.casework.PanelRules;
import org.weimin.casework.internal.Deliberating;
import org.weimin.casework.internal.Limits;
import org.weimin.kernel.CaseFileId;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** The form on which a democratic review is recorded, and its section of the case's page. */
@Controller
class PanelPage {
    private final Casework casework;
    private final CaseHeads heads;
    private final Limits limits;

    PanelPage(Casework casework, CaseHeads heads, Limits limits) {
        this.casework = casework;
        this.heads = heads;
        this.limits = limits;
    }

    @GetMapping("/cases/{id}/review")
    @Requires("casework.handle")
    Page review(@PathVariable String id) {
        CaseFile file = casework.get(CaseFileId.of(id));
        file.demand(CaseFile.Status.REVIEWING);
        return Page.of(
                "casework/review", heads.form(file, Optional.empty(), List.of(), lead(limits.panel(file.claim()))));
    }

    @PostMapping("/cases/{id}/review")
    @Requires("casework.handle")
    Page review(
            @PathVariable String id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate heldOn,
            @RequestParam String place,
            @RequestParam String chair,
            @RequestParam String residents,
            @RequestParam(defaultValue = "") String committee,
            @RequestParam(defaultValue = "") String others,
            @RequestParam(defaultValue = "") String absent,
            @RequestParam int inFavour,
            @RequestParam int against,
            @RequestParam int abstained,
            @RequestParam String minutes) {
        var panel = new Deliberation.Panel(names(residents), names(committee), names(others), names(absent));
        var votes = new Deliberation.Votes(inFavour, against, abstained);
        casework.deliberate(
                CaseFileId.of(id),
                new Deliberation(heldOn, place.strip(), chair.strip(), panel, votes, minutes.strip()));
        return Page.redirect("/cases/" + id, "casework.done.review");
    }

    /** Names as people write them down: one a line, or with a comma between. */
    private static List<String> names(String written) {
        return Arrays.stream(written.split("[、，,；;\\r\\n]+", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String lead(PanelRules rules) {
        return Texts.t(
                rules.size().odd() ? "casework.deliberation.rules.odd" : "casework.deliberation.rules.any",
                rules.size().least(),
                rules.residentsLeast(),
                rules.committeeMost(),
                rules.quorum(),
                rules.passOver());
    }

    /** What the case's page shows of the last panel. */
    @Configuration(proxyBeanMethods = false)
    static class Panel {
        @Bean
        static CasePanel deliberationPanel(Deliberating deliberating) {
            return new CasePanel(
                    "casework.deliberation.title",
                    "casework/deliberation",
                    20,
                    "casework.view",
                    file -> DeliberationView.of(deliberating.last(file.id())));
        }
    }
}
