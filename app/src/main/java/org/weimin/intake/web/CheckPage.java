package org.weimin.intake.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.intake.Channel;
import org.weimin.intake.Receipt;
import org.weimin.intake.internal.ApplicationDraftStore;
import org.weimin.intake.internal.Draft;
import org.weimin.intake.internal.Filing;
import org.weimin.intake.internal.Sheet;
import org.weimin.intake.internal.Sheets;
import org.weimin.kernel.PersonId;
import org.weimin.people.People;
import org.weimin.people.Person;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** Check the answers, then confirm: only this page submits. */
@Controller
class CheckPage {
    private final ApplicationDraftStore drafts;
    private final Sheets sheets;
    private final Filing filing;
    private final People people;
    private final FieldViews fields;
    private final AskViews views;

    CheckPage(
            ApplicationDraftStore drafts,
            Sheets sheets,
            Filing filing,
            People people,
            FieldViews fields,
            AskViews views) {
        this.drafts = drafts;
        this.sheets = sheets;
        this.filing = filing;
        this.people = people;
        this.fields = fields;
        this.views = views;
    }

    @GetMapping({"/intake/{draft}/check", "/my/apply/{draft}/check"})
    @Requires("intake.fill")
    Page check(@PathVariable("draft") UUID id) {
        Draft draft = drafts.get(id);
        String base = Place.of(id) + "/";
        var parts = new ArrayList<ApplyView.Answers>();
        var missing = new ArrayList<String>();
        if (Place.isOwnPhone()) {
            demandDone(draft, "papers", Texts.t("intake.papers.title"), missing);
        } else {
            parts.add(new ApplyView.Answers(Texts.t("intake.applicant.title"), base + "applicant", applicant(draft)));
            demandDone(draft, "applicant", Texts.t("intake.applicant.title"), missing);
        }
        for (Sheet sheet : sheets.of(draft)) {
            String title = Texts.either(sheet.title().zh(), sheet.title().en());
            parts.add(new ApplyView.Answers(title, base + "sections/" + sheet.id(), answers(sheet)));
            if (!sheet.isComplete()) {
                missing.add(title);
            } else {
                demandDone(draft, sheet.id(), title, missing);
            }
        }
        if (!sheets.statements(draft).isEmpty()) {
            parts.add(new ApplyView.Answers(Texts.t("intake.consent.title"), base + "consent", consent(draft)));
            demandDone(draft, "consent", Texts.t("intake.consent.title"), missing);
        }
        return Page.of(
                "intake/check",
                new ApplyView.Check(Place.of(id), views.title(draft.asks(), sheets.party(draft)), parts, missing));
    }

    @PostMapping("/intake/{draft}/submit")
    @Requires("intake.apply")
    Page submit(@PathVariable("draft") UUID id, @RequestParam String commandKey) {
        Receipt receipt = filing.file(drafts.get(id), Channel.WINDOW, commandKey);
        return Page.redirect("/receipts/" + receipt.id());
    }

    private static void demandDone(Draft draft, String part, String title, List<String> missing) {
        if (!draft.hasDone(part)) {
            missing.add(title);
        }
    }

    private List<ApplyView.Answer> applicant(Draft draft) {
        var answers = new ArrayList<ApplyView.Answer>();
        String chosen = draft.answer(Draft.APPLICANT);
        String name = chosen.isEmpty()
                ? Texts.t("intake.blank")
                : people.person(PersonId.of(chosen)).name();
        answers.add(new ApplyView.Answer(Texts.t("intake.applicant.label"), name, ""));
        if (!draft.answer(Draft.AGENT).isEmpty()) {
            answers.add(new ApplyView.Answer(Texts.t("intake.agent.label"), draft.answer(Draft.AGENT), ""));
            answers.add(
                    new ApplyView.Answer(Texts.t("intake.authorisation.label"), draft.answer(Draft.AUTHORISATION), ""));
        }
        return answers;
    }

    private List<ApplyView.Answer> answers(Sheet sheet) {
        return sheet.blocks().stream()
                .flatMap(block -> block.entries().stream()
                        .filter(entry -> entry.required() || !entry.value().isBlank())
                        .map(entry -> new ApplyView.Answer(
                                block.who().isEmpty() ? fields.label(entry) : block.who() + "　" + fields.label(entry),
                                fields.shown(entry),
                                fields.source(entry))))
                .toList();
    }

    private List<ApplyView.Answer> consent(Draft draft) {
        var answers = new ArrayList<ApplyView.Answer>();
        for (Person person : sheets.party(draft).people()) {
            if (draft.answer(Filing.consentKey(person.id())).equals("true")) {
                answers.add(new ApplyView.Answer(person.name(), Texts.t("intake.consent.agreed"), ""));
            }
        }
        answers.add(new ApplyView.Answer(
                Texts.t("intake.consent.evidence"), draft.answer(Draft.EVIDENCE), draft.answer(Draft.SIGNED_ON)));
        return answers;
    }
}
