package org.weimin.registries.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.audit.Audit;
import org.weimin.kernel.Acting;
import org.weimin.kernel.RegisterEntryId;
import org.weimin.policy.Policy;
import org.weimin.registries.RegisterChange;
import org.weimin.registries.RegisterEntry;
import org.weimin.registries.Registries;
import org.weimin.registries.internal.EntryPaper;
import org.weimin.shell.Letters;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 登记: one entry, its paper, and the corrections that two people make. */
@Controller
class EntryPage {
    private static final String FIELD = "field-";
    private final Registries registries;
    private final EntryPaper paper;
    private final Letters letters;
    private final Policy policy;
    private final Audit audit;

    EntryPage(Registries registries, EntryPaper paper, Letters letters, Policy policy, Audit audit) {
        this.registries = registries;
        this.paper = paper;
        this.letters = letters;
        this.policy = policy;
        this.audit = audit;
    }

    @GetMapping("/registers/{id}")
    @Requires("registries.view")
    Page show(@PathVariable String id) {
        RegisterEntry entry = registries.get(RegisterEntryId.of(id));
        audit.looked("register-entry", entry.holder().subject(), entry.heading().number());
        return Page.of("registries/entry", view(entry));
    }

    @GetMapping("/registers/{id}/paper")
    @Requires("registries.view")
    ResponseEntity<byte[]> paper(@PathVariable String id) {
        RegisterEntry entry = registries.get(RegisterEntryId.of(id));
        String number = entry.heading().number();
        audit.looked("register-entry", entry.holder().subject(), "print " + number);
        return letters.reply(number, paper.template(entry), paper.fields(entry));
    }

    @PostMapping("/registers/{id}/changes")
    @Requires("registries.amend")
    Page ask(
            @PathVariable String id, @RequestParam RegisterChange.Kind kind, @RequestParam Map<String, String> posted) {
        var entry = RegisterEntryId.of(id);
        String reason = posted.getOrDefault("reason", "").strip();
        switch (kind) {
            case REVOKE -> registries.askToRevoke(entry, reason);
            case AMEND -> registries.askToAmend(entry, reason, fields(posted));
        }
        return Page.redirect("/registers/" + id, "registries.change.asked");
    }

    @PostMapping("/registers/{id}/changes/{change}/confirm")
    @Requires("registries.confirm")
    Page confirm(@PathVariable String id, @PathVariable UUID change) {
        registries.confirm(RegisterEntryId.of(id), change);
        return Page.redirect("/registers/" + id, "registries.change.confirmed");
    }

    @PostMapping("/registers/{id}/changes/{change}/reject")
    @Requires("registries.confirm")
    Page reject(@PathVariable String id, @PathVariable UUID change) {
        registries.reject(RegisterEntryId.of(id), change);
        return Page.redirect("/registers/" + id, "registries.change.rejected");
    }

    private static Map<String, String> fields(Map<String, String> posted) {
        var fields = new LinkedHashMap<String, String>();
        posted.forEach((name, value) -> {
            if (name.startsWith(FIELD)) {
                fields.put(name.substring(FIELD.length()), value.strip());
            }
        });
        return fields;
    }

    private EntryView view(RegisterEntry entry) {
        List<RegisterChange> changes = registries.changes(entry.id());
        boolean open = changes.stream().anyMatch(change -> change.status() == RegisterChange.Status.OPEN);
        boolean ask = entry.status() == RegisterEntry.Status.IN_FORCE
                && !open
                && Acting.current().may("registries.amend");
        List<EntryView.Field> fields = paper.order(entry).stream()
                .map(name -> new EntryView.Field(
                        name,
                        RegistersView.in(paper.label(name)),
                        RegistersView.in(paper.shown(entry, name)),
                        entry.fields().getOrDefault(name, ""),
                        paper.box(name)))
                .toList();
        return new EntryView(
                RegistersView.row(entry),
                "/cases/" + entry.origin().caseFile(),
                entry.origin().caseNumber(),
                RegistersView.in(policy.pack(entry.origin().matter()).title()),
                entry.origin().office(),
                entry.holder().identity(),
                fields,
                changes.stream().map(EntryPage::change).toList(),
                new EntryView.Doing(ask, ask && !fields.isEmpty()));
    }

    private static EntryView.Change change(RegisterChange change) {
        boolean another = !change.asked().by().equals(Acting.staff().id());
        boolean open = change.status() == RegisterChange.Status.OPEN;
        return new EntryView.Change(
                change.id().toString(),
                Texts.t("registries.change." + change.kind()),
                change.reason(),
                Texts.t(
                        "registries.change.by",
                        change.asked().name(),
                        Texts.date(change.asked().on())),
                Texts.t("registries.change.status." + change.status(), change.decidedBy()),
                open && another && Acting.current().may("registries.confirm"));
    }
}
