package org.weimin.payments.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.weimin.kernel.RunId;
import org.weimin.payments.internal.BankSimulator;
import org.weimin.shell.Download;
import org.weimin.shell.Requires;

/** The demo's bank: gives a return file to download, so that a newcomer can walk the road to its end. */
@Controller
@ConditionalOnProperty(name = "weimin.kind", havingValue = "demo")
class BankSimulatorPage {
    private final BankSimulator bank;

    BankSimulatorPage(BankSimulator bank) {
        this.bank = bank;
    }

    @GetMapping("/payments/{id}/bank-simulator")
    @Requires("payments.return")
    Download answer(@PathVariable String id) {
        var run = RunId.of(id);
        return new Download("return-" + run + ".xml", "application/xml", out -> bank.answer(run, out));
    }
}
