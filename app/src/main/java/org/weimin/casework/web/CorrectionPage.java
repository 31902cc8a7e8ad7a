package org.weimin.casework.web;

import java.time.LocalDate;
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
import org.weimin.casework.OpenCorrection;
import org.weimin.casework.internal.Correcting;
import org.weimin.eligibility.Eligibility;
import org.weimin.kernel.CaseFileId;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;

/** The form on which somebody disagrees with a decision, and what both cases show of it. */
@Controller
class CorrectionPage {
    private final Casework casework;
    private final CaseHeads heads;

    CorrectionPage(Casework casework, CaseHeads heads) {
        this.casework = casework;
        this.heads = heads;
    }

    @GetMapping("/cases/{id}/correct")
    @Requires("casework.handle")
    Page correct(@PathVariable String id) {
        CaseFile file = casework.get(CaseFileId.of(id));
        String opinion = file.decision().map(made -> made.reasons().text()).orElse("");
        return Page.of("casework/correct", heads.form(file, Optional.empty(), List.of(), opinion));
    }

    @PostMapping("/cases/{id}/correct")
    @Requires("casework.handle")
    Page correct(
            @PathVariable String id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate receivedOn,
            @RequestParam String text) {
        CaseFileId opened = casework.correct(new OpenCorrection(CaseFileId.of(id), receivedOn, text));
        return Page.redirect("/cases/" + opened, "casework.done.correct");
    }

    /** What the pages of the first case and of its correction show of one another. */
    @Configuration(proxyBeanMethods = false)
    static class Panel {
        @Bean
        static CasePanel correctionPanel(Correcting correcting, Eligibility eligibility) {
            return new CasePanel(
                    "casework.correct.title",
                    "casework/correction",
                    5,
                    "casework.view",
                    file -> CorrectionView.of(
                            correcting.compare(file), correcting.correctionsOf(file), eligibility::explain));
        }
    }
}
