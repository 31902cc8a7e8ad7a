package org.weimin.linkage.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.weimin.home.Home;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Ids;
import org.weimin.kernel.Refused;
import org.weimin.linkage.EventFiles;
import org.weimin.linkage.LoadReport;
import org.weimin.shell.Download;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** 导入事件: the file of a bureau, and what became of each of its rows. */
@Controller
class LoadEventsPage {
    private final EventFiles files;
    private final EventWords words;
    private final Path uploads;

    LoadEventsPage(EventFiles files, EventWords words, Home home) {
        this.files = files;
        this.words = words;
        this.uploads = home.files().resolve("uploads");
    }

    @GetMapping("/events/load")
    @Requires("linkage.register")
    Page ask() {
        return Page.of("linkage/load", new LoadView(words.bureaus(), Optional.empty(), ""));
    }

    @GetMapping("/events/load/template")
    @Requires("linkage.register")
    View template() {
        List<Column<String>> columns = EventFiles.columns().stream()
                .map(name -> new Column<String>(name, 20, row -> ""))
                .toList();
        String title = Texts.t("linkage.load.template");
        return Download.workbook(title + ".xlsx", out -> Workbooks.write(out, title, columns, List.of()));
    }

    @PostMapping("/events/load")
    @Requires("linkage.register")
    Page load(@RequestParam MultipartFile file, @RequestParam String source) throws IOException {
        Files.createDirectories(uploads);
        Path kept = uploads.resolve(Ids.next().toString());
        try {
            file.transferTo(kept);
            LoadReport report = files.load(
                    kept,
                    String.valueOf(file.getOriginalFilename()),
                    source,
                    Acting.staff().area());
            return Page.of("linkage/load", new LoadView(words.bureaus(), Optional.of(report), ""));
        } catch (Refused refused) {
            String why = Texts.t(refused);
            return Page.invalid("linkage/load", new LoadView(words.bureaus(), Optional.empty(), why));
        } finally {
            Files.deleteIfExists(kept);
        }
    }
}
