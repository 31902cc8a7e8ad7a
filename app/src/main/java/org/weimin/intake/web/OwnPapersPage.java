package org.weimin.intake.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.weimin.engine.Form;
import org.weimin.intake.KeepPaper;
import org.weimin.intake.Paper;
import org.weimin.intake.Papers;
import org.weimin.intake.internal.ApplicationDraftStore;
import org.weimin.intake.internal.Completeness;
import org.weimin.intake.internal.Draft;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 材料拍照: a resident photographs the papers that nobody else can fetch; what is left out is asked for once. */
@Controller
class OwnPapersPage {
    private static final int MOST = 20;
    private final ApplicationDraftStore drafts;
    private final Completeness completeness;
    private final Papers papers;
    private final BusinessClock clock;

    OwnPapersPage(ApplicationDraftStore drafts, Completeness completeness, Papers papers, BusinessClock clock) {
        this.drafts = drafts;
        this.completeness = completeness;
        this.papers = papers;
        this.clock = clock;
    }

    @GetMapping("/my/apply/{draft}/papers")
    @Requires("portal.my")
    Page show(@PathVariable("draft") UUID id) {
        return Page.of("intake/papers", view(drafts.get(id), ""));
    }

    @PostMapping("/my/apply/{draft}/papers")
    @Requires("portal.my")
    Page keep(
            @PathVariable("draft") UUID id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam MultipartFile picture)
            throws IOException {
        Draft draft = drafts.get(id);
        if (wanted(draft).stream().noneMatch(option -> option.value().equals(title))) {
            throw new NotFound(title);
        }
        if (papers.of(id).size() >= MOST) {
            throw new Refused("intake.papers.too-many", MOST);
        }
        try {
            papers.keep(new KeepPaper(id, draft.area(), Paper.Kind.MATERIAL, title), picture.getBytes());
        } catch (Refused refused) {
            String error = Texts.t(refused);
            return Page.invalid("intake/papers", view(draft, error));
        }
        return Page.redirect(Place.of(id) + "/papers", "intake.papers.kept-one");
    }

    @PostMapping("/my/apply/{draft}/papers/done")
    @Requires("portal.my")
    Page done(@PathVariable("draft") UUID id) {
        drafts.answer(drafts.get(id), "papers", Map.of());
        return Page.redirect(Place.of(id));
    }

    @GetMapping("/my/apply/{draft}/papers/{paper}")
    @Requires("portal.my")
    ResponseEntity<byte[]> picture(@PathVariable("draft") UUID id, @PathVariable("paper") UUID paper) {
        Paper found = papers.of(drafts.get(id).id()).stream()
                .filter(each -> each.id().equals(paper))
                .findFirst()
                .orElseThrow(() -> new NotFound(paper));
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(papers.open(found));
    }

    private ApplyView.Papers view(Draft draft, String error) {
        String base = Place.of(draft.id());
        var kept = papers.of(draft.id()).stream()
                .map(paper -> new ApplyView.Picture(base + "/papers/" + paper.id(), paper.title()))
                .toList();
        return new ApplyView.Papers(base, wanted(draft), kept, error);
    }

    /** Only what has to come from the resident: what other bureaus know is never asked for (社会救助法 第六十二条). */
    private List<Option> wanted(Draft draft) {
        return draft.asks().stream()
                .flatMap(ask -> completeness.form(ask.matter(), clock.today()).materials().stream())
                .filter(material -> material.mode() == Form.Material.Mode.PAPER)
                .map(material -> new Option(
                        material.title().zh(),
                        Texts.either(material.title().zh(), material.title().en())))
                .distinct()
                .toList();
    }
}
