package org.weimin.casework.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Casework;
import org.weimin.casework.Notice;
import org.weimin.casework.Objection;
import org.weimin.casework.internal.Dossier;
import org.weimin.casework.internal.Publicity;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.NotFound;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** Posting a list: exactly what will hang is shown first. And what became of an objection. */
@Controller
class BoardPage {
    private final Casework casework;
    private final CaseHeads heads;
    private final Preview preview;
    private final Dossier dossier;

    /** What will hang, read in one transaction. */
    @org.springframework.stereotype.Component
    static class Preview {
        private final Publicity publicity;

        Preview(Publicity publicity) {
            this.publicity = publicity;
        }

        @Transactional(readOnly = true)
        Map<String, String> of(CaseFile file, Notice.Kind kind) {
            return publicity.project(file, kind);
        }
    }

    BoardPage(Casework casework, CaseHeads heads, Preview preview, Dossier dossier) {
        this.casework = casework;
        this.heads = heads;
        this.preview = preview;
        this.dossier = dossier;
    }

    @GetMapping("/cases/{id}/publicity")
    @Requires("casework.handle")
    Page publicity(@PathVariable String id) {
        return Page.of("casework/publicity", form(id, Notice.Kind.PROPOSED));
    }

    @PostMapping("/cases/{id}/publicity")
    @Requires("casework.handle")
    Page post(@PathVariable String id) {
        casework.post(CaseFileId.of(id));
        return Page.redirect("/cases/" + id, "casework.done.publicity");
    }

    @GetMapping("/cases/{id}/publish")
    @Requires("casework.handle")
    Page publish(@PathVariable String id) {
        return Page.of("casework/publish", form(id, Notice.Kind.CONFIRMED));
    }

    @PostMapping("/cases/{id}/publish")
    @Requires("casework.handle")
    Page publishNow(@PathVariable String id) {
        casework.publish(CaseFileId.of(id));
        return Page.redirect("/cases/" + id, "casework.done.publish");
    }

    @GetMapping("/cases/{id}/objections/{objection}")
    @Requires("casework.handle")
    Page objection(@PathVariable String id, @PathVariable UUID objection) {
        CaseFile file = casework.get(CaseFileId.of(id));
        Objection found = dossier.objections(file.id()).stream()
                .filter(each -> each.id().equals(objection))
                .findFirst()
                .orElseThrow(() -> new NotFound(objection));
        var shown = List.of(new CaseView.Pair(objection.toString(), found.text()));
        return Page.of("casework/objection", heads.form(file, Optional.empty(), shown, Texts.date(found.receivedOn())));
    }

    @PostMapping("/cases/{id}/objections/{objection}")
    @Requires("casework.handle")
    Page answer(
            @PathVariable String id,
            @PathVariable UUID objection,
            @RequestParam Objection.Status finding,
            @RequestParam String answer) {
        casework.answer(CaseFileId.of(id), objection, finding, answer);
        return Page.redirect("/cases/" + id, "casework.done.objection");
    }

    private CaseView.Form form(String id, Notice.Kind kind) {
        CaseFile file = casework.get(CaseFileId.of(id));
        var shown = preview.of(file, kind).entrySet().stream()
                .map(field -> new CaseView.Pair(Texts.t("casework.publicity." + field.getKey()), field.getValue()))
                .toList();
        return heads.form(file, Optional.empty(), shown, "");
    }
}
