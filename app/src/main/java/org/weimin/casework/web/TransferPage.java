package org.weimin.casework.web;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.casework.CaseFile;
import org.weimin.casework.CasePanel;
import org.weimin.casework.Casework;
import org.weimin.casework.Transfer;
import org.weimin.casework.internal.Transferring;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** The forms on which a case goes to another bureau and comes back, and its section of the case's page. */
@Controller
class TransferPage {
    private final Casework casework;
    private final CaseHeads heads;
    private final BusinessClock clock;

    TransferPage(Casework casework, CaseHeads heads, BusinessClock clock) {
        this.casework = casework;
        this.heads = heads;
        this.clock = clock;
    }

    @GetMapping("/cases/{id}/transfer")
    @Requires("casework.handle")
    Page send(@PathVariable String id) {
        return Page.of("casework/transfer", form(id));
    }

    @PostMapping("/cases/{id}/transfer")
    @Requires("casework.handle")
    Page send(
            @PathVariable String id,
            @RequestParam String bureau,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String receipt) {
        casework.transfer(CaseFileId.of(id), Transfer.to(bureau, reason, receipt, clock.today()));
        return Page.redirect("/cases/" + id, "casework.done.transfer");
    }

    @GetMapping("/cases/{id}/transfer-back")
    @Requires("casework.handle")
    Page back(@PathVariable String id) {
        return Page.of("casework/transferBack", form(id));
    }

    @PostMapping("/cases/{id}/transfer-back")
    @Requires("casework.handle")
    Page back(@PathVariable String id, @RequestParam String answer) {
        casework.takeBack(CaseFileId.of(id), answer);
        return Page.redirect("/cases/" + id, "casework.done.transfer-back");
    }

    private CaseView.Form form(String id) {
        CaseFile file = casework.get(CaseFileId.of(id));
        return heads.form(file, Optional.empty(), List.of(), "");
    }

    /** Where the case has been. */
    @Configuration(proxyBeanMethods = false)
    static class Panel {
        @Bean
        static CasePanel transferPanel(Transferring transferring) {
            return new CasePanel(
                    "casework.transfer.title",
                    "casework/transfers",
                    15,
                    "casework.view",
                    file -> transferring.of(file.id()).stream().map(Panel::line).toList());
        }

        private static TransferLine line(Transfer transfer) {
            return new TransferLine(
                    transfer.bureau(),
                    Texts.date(transfer.sentOn()),
                    transfer.reason(),
                    transfer.receipt(),
                    transfer.backOn().map(Texts::date).orElse(""),
                    transfer.answer());
        }
    }
}
