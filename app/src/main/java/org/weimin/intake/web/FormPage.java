package org.weimin.intake.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.facts.Facts;
import org.weimin.intake.internal.ApplicationDraftStore;
import org.weimin.intake.internal.Draft;
import org.weimin.intake.internal.Filing;
import org.weimin.intake.internal.Sheet;
import org.weimin.intake.internal.Sheets;
import org.weimin.kernel.BusinessClock;
import org.weimin.people.Household;
import org.weimin.people.People;
import org.weimin.people.Person;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** The parts of an application form, one topic a page; nothing is submitted before the check page says so. */
@Controller
class FormPage {
    private static final int OF_AGE = 18;
    private final ApplicationDraftStore drafts;
    private final Sheets sheets;
    private final People people;
    private final Facts facts;
    private final FieldViews fields;
    private final BusinessClock clock;

    FormPage(
            ApplicationDraftStore drafts,
            Sheets sheets,
            People people,
            Facts facts,
            FieldViews fields,
            BusinessClock clock) {
        this.drafts = drafts;
        this.sheets = sheets;
        this.people = people;
        this.facts = facts;
        this.fields = fields;
        this.clock = clock;
    }

    @GetMapping("/intake/{draft}")
    @Requires("intake.apply")
    Page tasks(@PathVariable("draft") UUID id) {
        Draft draft = drafts.get(id);
        var tasks = new ArrayList<ApplyView.Task>();
        tasks.add(task(draft, "applicant", Texts.t("intake.applicant.title"), true));
        for (Sheet sheet : sheets.of(draft)) {
            String title = Texts.either(sheet.title().zh(), sheet.title().en());
            tasks.add(task(draft, "sections/" + sheet.id(), title, sheet.isComplete()));
        }
        tasks.add(task(draft, "consent", Texts.t("intake.consent.title"), true));
        boolean ready = tasks.stream().allMatch(task -> task.state().equals("done"));
        return Page.of(
                "intake/tasks", new ApplyView.Tasks(id.toString(), fields.title(draft), head(draft), tasks, ready));
    }

    @GetMapping("/intake/{draft}/applicant")
    @Requires("intake.apply")
    Page applicant(@PathVariable("draft") UUID id) {
        return Page.of("intake/applicant", applicantView(drafts.get(id), ""));
    }

    @PostMapping("/intake/{draft}/applicant")
    @Requires("intake.apply")
    Page applicant(@PathVariable("draft") UUID id, @RequestParam Map<String, String> posted) {
        Draft draft = drafts.get(id);
        Map<String, String> given = only(posted, List.of(Draft.APPLICANT, Draft.AGENT, Draft.AUTHORISATION));
        boolean member = household(draft).members().stream()
                .anyMatch(each -> each.person().id().toString().equals(given.get(Draft.APPLICANT)));
        boolean authorised = given.getOrDefault(Draft.AGENT, "").isBlank()
                || !given.getOrDefault(Draft.AUTHORISATION, "").isBlank();
        if (!member || !authorised) {
            String error = Texts.t(member ? "intake.applicant.no-authorisation" : "intake.applicant.choose");
            return Page.invalid("intake/applicant", applicantView(with(draft, given), error));
        }
        drafts.answer(draft, "applicant", given);
        return Page.redirect("/intake/" + id);
    }

    @GetMapping("/intake/{draft}/sections/{section}")
    @Requires("intake.apply")
    Page section(@PathVariable("draft") UUID id, @PathVariable String section) {
        Draft draft = drafts.get(id);
        return Page.of("intake/section", fields.section(draft, sheets.get(draft, section), Map.of()));
    }

    @PostMapping("/intake/{draft}/sections/{section}")
    @Requires("intake.apply")
    Page section(
            @PathVariable("draft") UUID id, @PathVariable String section, @RequestParam Map<String, String> posted) {
        Draft draft = drafts.get(id);
        Map<String, String> given = ApplyPage.stripped(posted);
        given.keySet()
                .retainAll(sheets.get(draft, section).entries().stream()
                        .map(Sheet.Entry::key)
                        .toList());
        Sheet typed = sheets.get(with(draft, given), section);
        Map<String, String> errors = fields.errors(typed);
        if (!errors.isEmpty()) {
            return Page.invalid("intake/section", fields.section(draft, typed, errors));
        }
        drafts.answer(draft, section, given);
        return Page.redirect("/intake/" + id);
    }

    @GetMapping("/intake/{draft}/consent")
    @Requires("intake.apply")
    Page consent(@PathVariable("draft") UUID id) {
        return Page.of("intake/consent", consentView(drafts.get(id), ""));
    }

    @PostMapping("/intake/{draft}/consent")
    @Requires("intake.apply")
    Page consent(@PathVariable("draft") UUID id, @RequestParam Map<String, String> posted) {
        Draft draft = drafts.get(id);
        var keys = new ArrayList<>(List.of(Draft.SIGNED_ON, Draft.EVIDENCE));
        adults(draft).forEach(adult -> keys.add(Filing.consentKey(adult.id())));
        Map<String, String> given = only(posted, keys);
        boolean all = adults(draft).stream()
                .allMatch(adult -> isGiven(draft, adult)
                        || given.getOrDefault(Filing.consentKey(adult.id()), "").equals("true"));
        boolean signed = isPastDay(given.getOrDefault(Draft.SIGNED_ON, ""))
                && !given.getOrDefault(Draft.EVIDENCE, "").isBlank();
        if (!all || !signed) {
            String error = Texts.t(all ? "intake.consent.no-evidence" : "intake.consent.all-adults");
            return Page.invalid("intake/consent", consentView(with(draft, given), error));
        }
        drafts.answer(draft, "consent", given);
        return Page.redirect("/intake/" + id);
    }

    private ApplyView.Task task(Draft draft, String part, String title, boolean complete) {
        String name = part.substring(part.lastIndexOf('/') + 1);
        String state = !draft.hasDone(name) ? "todo" : complete ? "done" : "wrong";
        return new ApplyView.Task("/intake/" + draft.id() + "/" + part, title, state);
    }

    private ApplyView.Applicant applicantView(Draft draft, String error) {
        Household home = household(draft);
        String chosen =
                draft.answer(Draft.APPLICANT).isEmpty() ? home.head().toString() : draft.answer(Draft.APPLICANT);
        var choices = adults(draft).stream()
                .map(adult -> new ApplyView.Choice(
                        adult.id().toString(),
                        adult.name(),
                        adult.idNumberMasked(),
                        adult.id().toString().equals(chosen)))
                .toList();
        return new ApplyView.Applicant(
                draft.id().toString(), choices, draft.answer(Draft.AGENT), draft.answer(Draft.AUTHORISATION), error);
    }

    private ApplyView.Consent consentView(Draft draft, String error) {
        var statements = sheets.form(draft).statements().stream()
                .map(each -> Texts.either(each.text().zh(), each.text().en()))
                .toList();
        var choices = adults(draft).stream()
                .map(adult -> new ApplyView.Choice(
                        Filing.consentKey(adult.id()),
                        adult.name(),
                        isGiven(draft, adult) ? Texts.t("intake.consent.given") : "",
                        isGiven(draft, adult)
                                || draft.answer(Filing.consentKey(adult.id())).equals("true")))
                .toList();
        String signedOn =
                draft.answer(Draft.SIGNED_ON).isEmpty() ? clock.today().toString() : draft.answer(Draft.SIGNED_ON);
        return new ApplyView.Consent(
                draft.id().toString(), statements, choices, signedOn, draft.answer(Draft.EVIDENCE), error);
    }

    private boolean isGiven(Draft draft, Person adult) {
        return facts.consentsOf(draft.household(), clock.today()).contains(adult.id());
    }

    private boolean isPastDay(String typed) {
        try {
            return !LocalDate.parse(typed).isAfter(clock.today());
        } catch (DateTimeParseException notADay) {
            return false;
        }
    }

    private List<Person> adults(Draft draft) {
        LocalDate today = clock.today();
        return household(draft).members().stream()
                .filter(Household.Member::counted)
                .map(Household.Member::person)
                .filter(person -> person.isAliveOn(today) && person.ageOn(today) >= OF_AGE)
                .toList();
    }

    private Household household(Draft draft) {
        return people.household(draft.household(), clock.today());
    }

    private String head(Draft draft) {
        return people.person(household(draft).head()).name();
    }

    private static Map<String, String> only(Map<String, String> posted, List<String> keys) {
        var given = new LinkedHashMap<>(ApplyPage.stripped(posted));
        given.keySet().retainAll(keys);
        return given;
    }

    private static Draft with(Draft draft, Map<String, String> given) {
        var answers = new HashMap<>(draft.answers());
        answers.putAll(given);
        return new Draft(
                draft.id(),
                draft.household(),
                draft.matter(),
                answers,
                draft.startedOn(),
                draft.area(),
                draft.version());
    }
}
