package org.weimin.people.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.weimin.home.Home;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Ids;
import org.weimin.kernel.Refused;
import org.weimin.people.RosterBatch;
import org.weimin.people.Rosters;
import org.weimin.shell.Download;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 名册导入页: template, upload with dry run, the same workbook back with red cells, apply, undo. */
@Controller
class ImportPage {
    private static final int LONGEST_NAME = 120;
    private final Rosters rosters;
    private final Path uploads;

    ImportPage(Rosters rosters, Home home) {
        this.rosters = rosters;
        this.uploads = home.files().resolve("uploads");
    }

    @GetMapping("/people/import")
    @Requires("people.import")
    Page start() {
        return Page.of("people/import", ImportView.of(rosters.list(), ""));
    }

    @GetMapping("/people/import/template")
    @Requires("people.import")
    View template() {
        return Download.workbook(Texts.t("people.import.template") + ".xlsx", RosterWorkbook::template);
    }

    @PostMapping("/people/import")
    @Requires("people.import")
    Page upload(@RequestParam MultipartFile file, @RequestParam RosterBatch.Policy policy) throws IOException {
        Files.createDirectories(uploads);
        Path kept = uploads.resolve(Ids.next().toString());
        try {
            file.transferTo(kept);
            String name = displayName(String.valueOf(file.getOriginalFilename()));
            UUID batch = rosters.upload(kept, name, policy, Acting.staff().area());
            return Page.redirect("/people/import/" + batch);
        } catch (Refused refused) {
            String why = Texts.t(refused);
            return Page.invalid("people/import", ImportView.of(rosters.list(), why));
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    @GetMapping("/people/import/{id}")
    @Requires("people.import")
    Page batch(@PathVariable UUID id, @RequestParam(defaultValue = "1") int page) {
        RosterBatch batch = rosters.get(id);
        return Page.of("people/batch", BatchView.of(batch, rosters.faulty(id, Math.clamp(page, 1, 10_000))));
    }

    /** The same workbook, wrong cells in red, with a column of reasons. */
    @GetMapping("/people/import/{id}/checked")
    @Requires("people.import")
    View checked(@PathVariable UUID id) {
        RosterBatch batch = rosters.get(id);
        var lines = rosters.lines(id);
        String name = batch.fileName().replaceAll("\\.[^.]*$", "");
        return Download.workbook(
                name + "_" + Texts.t("people.import.checked") + ".xlsx",
                out -> RosterWorkbook.checked(out, batch.headings(), lines));
    }

    @PostMapping("/people/import/{id}/apply")
    @Requires("people.import")
    Page apply(@PathVariable UUID id) {
        rosters.apply(id);
        return Page.redirect("/people/import/" + id, "people.import.applying");
    }

    @PostMapping("/people/import/{id}/undo")
    @Requires("people.import")
    Page undo(@PathVariable UUID id) {
        rosters.undo(id);
        return Page.redirect("/people/import/" + id, "people.import.undone");
    }

    /** For people to recognise; the file itself never lies under this name. */
    private static String displayName(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cc}\\p{Cf}<>:\"|?*]", "").strip();
        int end = clean.offsetByCodePoints(0, Math.min(LONGEST_NAME, clean.codePointCount(0, clean.length())));
        return clean.isEmpty() ? "roster" : clean.substring(0, end);
    }
}
