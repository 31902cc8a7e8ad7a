package org.weimin.payments.web;

import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.kernel.RunId;
import org.weimin.payments.BankReturns;
import org.weimin.payments.internal.BankFiles;
import org.weimin.payments.internal.BankFiles.Format;
import org.weimin.shell.Download;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;

/** What goes to the bank and what comes back. */
@Controller
class BankPage {
    private final BankFiles files;
    private final BankReturns returns;

    BankPage(BankFiles files, BankReturns returns) {
        this.files = files;
        this.returns = returns;
    }

    @GetMapping("/payments/{id}/file/{format}")
    @Requires("payments.file")
    Download download(@PathVariable String id, @PathVariable String format) {
        var run = RunId.of(id);
        var wanted = formatOf(format);
        return new Download(
                "weimin-" + run + "." + wanted.extension(), wanted.mediaType(), out -> files.copyTo(out, run, wanted));
    }

    @PostMapping("/payments/{id}/return")
    @Requires("payments.return")
    Page receive(@PathVariable String id, @RequestParam MultipartFile file) throws IOException {
        if (file.isEmpty()) {
            throw new Refused("payments.return.unreadable");
        }
        returns.receive(RunId.of(id), nameOf(file), file.getBytes());
        return Page.redirect("/payments/" + id, "payments.return.done");
    }

    @PostMapping("/payments/{id}/suspense/{row}")
    @Requires("payments.return")
    Page resolve(
            @PathVariable String id, @PathVariable String row, @RequestParam(defaultValue = "") String resolution) {
        returns.resolve(rowOf(row), resolution);
        return Page.redirect("/payments/" + id, "payments.suspense.done");
    }

    @PostMapping("/payments/{id}/reconcile")
    @Requires("payments.return")
    Page reconcile(@PathVariable String id) {
        returns.reconcile(RunId.of(id));
        return Page.redirect("/payments/" + id, "payments.reconcile.done");
    }

    /** Only what a list shows: never a path, never longer than a line. */
    private static String nameOf(MultipartFile file) {
        String name = String.valueOf(file.getOriginalFilename()).replaceAll(".*[/\\\\]", "");
        return name.replaceAll("\\p{C}", "")
                .substring(0, Math.min(80, name.replaceAll("\\p{C}", "").length()));
    }

    private static Format formatOf(String format) {
        try {
            return Format.valueOf(format.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new NotFound(format);
        }
    }

    private static UUID rowOf(String row) {
        try {
            return UUID.fromString(row);
        } catch (IllegalArgumentException unknown) {
            throw new NotFound(row);
        }
    }
}
