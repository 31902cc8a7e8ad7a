package org.weimin.casework.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.weimin.audit.Audit;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Casework;
import org.weimin.casework.FileSurvey;
import org.weimin.casework.RecordVisit;
import org.weimin.casework.internal.Visits;
import org.weimin.intake.Paper;
import org.weimin.intake.Papers;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;

/** 入户调查: the form on a phone at the door, its confirmation by the second officer, and its pictures. */
@Controller
class SurveyPage {
    static final String ANSWER = "q-";
    private static final String DRAWN = "data:image/png;base64,";
    private final Casework casework;
    private final SurveyForms forms;
    private final Visits visits;
    private final Papers papers;
    private final Audit audit;

    SurveyPage(Casework casework, SurveyForms forms, Visits visits, Papers papers, Audit audit) {
        this.casework = casework;
        this.forms = forms;
        this.visits = visits;
        this.papers = papers;
        this.audit = audit;
    }

    @GetMapping("/cases/{id}/survey")
    @Requires(Visits.PERMISSION)
    Page survey(@PathVariable String id) {
        CaseFile file = get(id);
        audit.looked(
                "case file", file.claim().subject(), "survey " + file.claim().number());
        return Page.of("casework/survey", forms.of(file));
    }

    /** The empty form, which a device may keep: nothing in it is about anybody. */
    @GetMapping("/cases/{id}/survey/blank")
    @Requires(Visits.PERMISSION)
    Page blank(@PathVariable String id) {
        return Page.of("casework/surveyBlank", forms.blank(get(id)));
    }

    /** The script that gives the empty form when there is no network; it reaches no further than this survey. */
    @GetMapping("/cases/{id}/survey/worker")
    @Requires(Visits.PERMISSION)
    ResponseEntity<Resource> worker(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/javascript"))
                .header("Service-Worker-Allowed", "/cases/" + get(id).id() + "/survey")
                .body(new ClassPathResource("static/survey-worker.js"));
    }

    @PostMapping("/cases/{id}/survey")
    @Requires("casework.handle")
    Page file(
            @PathVariable String id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate visitedOn,
            @RequestParam String second,
            @RequestParam RecordVisit.Finding finding,
            @RequestParam Map<String, String> all,
            @RequestParam MultiValueMap<String, MultipartFile> files)
            throws IOException {
        var seen = new FileSurvey.Seen(
                all.getOrDefault("place", ""),
                all.getOrDefault("findings", ""),
                all.getOrDefault("signedBy", ""),
                finding);
        var pictures = new EnumMap<Paper.Kind, List<byte[]>>(Paper.Kind.class);
        pictures.put(Paper.Kind.PHOTO, uploads(files.getOrDefault("photos", List.of())));
        pictures.put(Paper.Kind.SIGNATURE, drawn(all.getOrDefault("signature", "")));
        casework.fileSurvey(
                CaseFileId.of(id), new FileSurvey(visitedOn, StaffId.of(second), answers(all), seen, pictures));
        return Page.redirect("/cases/" + id, "casework.done.survey");
    }

    @PostMapping("/cases/{id}/survey/confirm")
    @Requires(Visits.PERMISSION)
    Page confirm(@PathVariable String id) {
        casework.confirmSurvey(CaseFileId.of(id));
        return Page.redirect("/cases/" + id, "casework.done.survey-confirmed");
    }

    @PostMapping("/cases/{id}/survey/return")
    @Requires(Visits.PERMISSION)
    Page giveBack(@PathVariable String id, @RequestParam String why) {
        casework.giveBackSurvey(CaseFileId.of(id), why);
        return Page.redirect("/cases/" + id, "casework.done.survey-returned");
    }

    @GetMapping("/cases/{id}/papers/{paper}")
    @Requires("casework.view")
    ResponseEntity<byte[]> paper(@PathVariable String id, @PathVariable UUID paper) {
        CaseFile file = get(id);
        Paper found = visits.paper(file, paper);
        audit.looked(
                "paper", file.claim().subject(), "picture of " + file.claim().number());
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(papers.open(found));
    }

    private static Map<String, String> answers(Map<String, String> all) {
        var answers = new LinkedHashMap<String, String>();
        all.forEach((name, value) -> {
            if (name.startsWith(ANSWER)) {
                answers.put(name.substring(ANSWER.length()), value);
            }
        });
        return answers;
    }

    private static List<byte[]> uploads(List<MultipartFile> photos) throws IOException {
        var uploads = new ArrayList<byte[]>();
        for (MultipartFile photo : photos) {
            if (!photo.isEmpty()) {
                uploads.add(photo.getBytes());
            }
        }
        return uploads;
    }

    private static List<byte[]> drawn(String signature) {
        if (signature.isEmpty()) {
            return List.of();
        }
        try {
            return List.of(Base64.getDecoder().decode(signature.substring(DRAWN.length())));
        } catch (IllegalArgumentException | IndexOutOfBoundsException illegible) {
            throw new Refused("shell.picture.broken");
        }
    }

    private CaseFile get(String id) {
        return casework.get(CaseFileId.of(id));
    }
}
