package org.weimin.intake.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.access.Role;
import org.weimin.facts.Facts;
import org.weimin.intake.internal.ApplicationDraftStore;
import org.weimin.intake.internal.Draft;
import org.weimin.intake.internal.Filing;
import org.weimin.intake.internal.Sheet;
import org.weimin.intake.internal.Sheets;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.people.Party;
import org.weimin.people.Person;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** The parts of an application form, one topic a page; nothing is submitted before the check page says so. */
@Controller
class FormPage {
    private final ApplicationDraftStore drafts;
    private final Sheets sheets;
    private final AskViews views;
    private final Facts facts;
    private final FieldViews fields;
    private final BusinessClock clock;

    FormPage(
            ApplicationDraftStore drafts,
            Sheets sheets,
            AskViews views,
            Facts facts,
            FieldViews fields,
            BusinessClock clock) {
        this.drafts = drafts;
        this.sheets = sheets;
        this.views = views;
        this.facts = facts;
        this.fields = fields;
        this.clock = clock;
    }

    @GetMapping({"/intake/{draft}", "/my/apply/{draft}"})
    @Requires("intake.fill")
    Page tasks(@PathVariable("draft") UUID id) {
        Draft draft = drafts.get(id);
        var tasks = new ArrayList<ApplyView.Task>();
        if (!Place.isOwnPhone()) {
            tasks.add(task(draft, "applicant", Texts.t("intake.applicant.title"), true));
        }
        for (Sheet sheet : sheets.of(draft)) {
            String title = Texts.either(sheet.title().zh(), sheet.title().en());
            tasks.add(task(draft, "sections/" + sheet.id(), title, sheet.isComplete()));
        }
        if (!sheets.statements(draft).isEmpty()) {
            tasks.add(task(draft, "consent", Texts.t("intake.consent.title"), true));
        }
        if (Place.isOwnPhone()) {
            tasks.add(task(draft, "papers", Texts.t("intake.papers.title"), true));
        }
        boolean ready = tasks.stream().allMatch(task -> task.state().equals("done"));
        Party party = sheets.party(draft);
        return Page.of(
                "intake/tasks",
                new ApplyView.Tasks(Place.of(id), views.title(draft.asks(), party), party.name(), tasks, ready));
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
        boolean member =
                applicants(draft).stream().anyMatch(each -> each.id().toString().equals(given.get(Draft.APPLICANT)));
        boolean authorised = given.getOrDefault(Draft.AGENT, "").isBlank()
                || !given.getOrDefault(Draft.AUTHORISATION, "").isBlank();
        if (!member || !authorised) {
            String error = Texts.t(member ? "intake.applicant.no-authorisation" : "intake.applicant.choose");
            return Page.invalid("intake/applicant", applicantView(draft.with(given), error));
        }
        drafts.answer(draft, "applicant", given);
        return Page.redirect(Place.of(id));
    }

    @GetMapping({"/intake/{draft}/sections/{section}", "/my/apply/{draft}/sections/{section}"})
    @Requires("intake.fill")
    Page section(@PathVariable("draft") UUID id, @PathVariable String section) {
        Draft draft = drafts.get(id);
        return Page.of("intake/section", fields.section(draft, sheets.get(draft, section), Map.of()));
    }

    @PostMapping({"/intake/{draft}/sections/{section}", "/my/apply/{draft}/sections/{section}"})
    @Requires("intake.fill")
    Page section(
            @PathVariable("draft") UUID id, @PathVariable String section, @RequestParam Map<String, String> posted) {
        Draft draft = drafts.get(id);
        Map<String, String> given = ApplyPage.stripped(posted);
        given.keySet()
                .retainAll(sheets.get(draft, section).entries().stream()
                        .map(Sheet.Entry::key)
                        .toList());
        Sheet typed = sheets.get(draft.with(given), section);
        Map<String, String> errors = fields.errors(typed);
        if (!errors.isEmpty()) {
            return Page.invalid("intake/section", fields.section(draft, typed, errors));
        }
        drafts.answer(draft, section, given);
        return Page.redirect(Place.of(id));
    }

    @GetMapping({"/intake/{draft}/consent", "/my/apply/{draft}/consent"})
    @Requires("intake.fill")
    Page consent(@PathVariable("draft") UUID id) {
        Draft draft = drafts.get(id);
        return Place.isOwnPhone()
                ? Page.of("intake/ownConsent", ownConsentView(draft, ""))
                : Page.of("intake/consent", consentView(draft, ""));
    }

    @PostMapping({"/intake/{draft}/consent", "/my/apply/{draft}/consent"})
    @Requires("intake.fill")
    Page consent(@PathVariable("draft") UUID id, @RequestParam Map<String, String> posted) {
        Draft draft = drafts.get(id);
        return Place.isOwnPhone() ? ownConsent(draft, posted) : consentOnPaper(draft, posted);
    }

    private Page consentOnPaper(Draft draft, Map<String, String> posted) {
        var keys = new ArrayList<>(List.of(Draft.SIGNED_ON, Draft.EVIDENCE));
        adults(draft).forEach(adult -> keys.add(Filing.consentKey(adult.id())));
        Map<String, String> given = only(posted, keys);
        boolean all = haveAllAgreed(draft.with(given));
        boolean signed = isPastDay(given.getOrDefault(Draft.SIGNED_ON, ""))
                && !given.getOrDefault(Draft.EVIDENCE, "").isBlank();
        if (!all || !signed) {
            String error = Texts.t(all ? "intake.consent.no-evidence" : "intake.consent.all-adults");
            return Page.invalid("intake/consent", consentView(draft.with(given), error));
        }
        drafts.answer(draft, "consent", given);
        return Page.redirect(Place.of(draft.id()));
    }

    /** On a phone everybody agrees for himself only; the part is done when the last one has. */
    private Page ownConsent(Draft draft, Map<String, String> posted) {
        if (!posted.getOrDefault("agree", "").equals("true")) {
            return Page.invalid("intake/ownConsent", ownConsentView(draft, Texts.t("intake.own-consent.tick")));
        }
        Draft agreed = draft.with(Map.of(
                Filing.consentKey(Acting.resident().person()),
                "true",
                Draft.SIGNED_ON,
                clock.today().toString(),
                Draft.EVIDENCE,
                Texts.in("zh", "intake.own-consent.evidence")));
        boolean all = haveAllAgreed(agreed);
        drafts.answer(draft, all ? "consent" : "consent-begun", agreed.answers());
        return Page.redirect(Place.of(draft.id()), all ? "intake.own-consent.all" : "intake.own-consent.others");
    }

    private boolean haveAllAgreed(Draft draft) {
        return adults(draft).stream().allMatch(adult -> hasAgreed(draft, adult));
    }

    private boolean hasAgreed(Draft draft, Person adult) {
        return isGiven(draft, adult)
                || draft.answer(Filing.consentKey(adult.id())).equals("true");
    }

    private ApplyView.Task task(Draft draft, String part, String title, boolean complete) {
        String name = part.substring(part.lastIndexOf('/') + 1);
        String state = !draft.hasDone(name) ? "todo" : complete ? "done" : "wrong";
        return new ApplyView.Task(Place.of(draft.id()) + "/" + part, title, state);
    }

    private ApplyView.Applicant applicantView(Draft draft, String error) {
        List<Person> applicants = applicants(draft);
        String first = applicants.isEmpty() ? "" : applicants.getFirst().id().toString();
        String chosen = draft.answer(Draft.APPLICANT).isEmpty() ? first : draft.answer(Draft.APPLICANT);
        var choices = applicants.stream()
                .map(adult -> new ApplyView.Choice(
                        adult.id().toString(),
                        adult.name(),
                        adult.idNumberMasked(),
                        adult.id().toString().equals(chosen)))
                .toList();
        return new ApplyView.Applicant(
                Place.of(draft.id()), choices, agent(draft), draft.answer(Draft.AUTHORISATION), error);
    }

    /** A community worker always files for somebody, with an authorisation. */
    private static String agent(Draft draft) {
        boolean assists = Acting.staff().role().equals(Role.COMMUNITY_WORKER.name());
        return draft.answer(Draft.AGENT).isEmpty() && assists ? Acting.staff().name() : draft.answer(Draft.AGENT);
    }

    private ApplyView.OwnConsent ownConsentView(Draft draft, String error) {
        var others = adults(draft).stream()
                .filter(adult -> !adult.id().equals(Acting.resident().person()))
                .map(adult -> new ApplyView.Choice("", adult.name(), "", hasAgreed(draft, adult)))
                .toList();
        return new ApplyView.OwnConsent(Place.of(draft.id()), statements(draft), others, error);
    }

    private List<String> statements(Draft draft) {
        return sheets.statements(draft).stream()
                .map(each -> Texts.either(each.text().zh(), each.text().en()))
                .toList();
    }

    private ApplyView.Consent consentView(Draft draft, String error) {
        var choices = adults(draft).stream()
                .map(adult -> new ApplyView.Choice(
                        Filing.consentKey(adult.id()),
                        adult.name(),
                        isGiven(draft, adult) ? Texts.t("intake.consent.given") : "",
                        hasAgreed(draft, adult)))
                .toList();
        String signedOn =
                draft.answer(Draft.SIGNED_ON).isEmpty() ? clock.today().toString() : draft.answer(Draft.SIGNED_ON);
        return new ApplyView.Consent(
                Place.of(draft.id()), statements(draft), choices, signedOn, draft.answer(Draft.EVIDENCE), error);
    }

    private boolean isGiven(Draft draft, Person adult) {
        return sheets.party(draft)
                .household()
                .filter(home -> facts.consentsOf(home.id(), clock.today()).contains(adult.id()))
                .isPresent();
    }

    private boolean isPastDay(String typed) {
        try {
            return !LocalDate.parse(typed).isAfter(clock.today());
        } catch (DateTimeParseException notADay) {
            return false;
        }
    }

    /** Whoever has to agree before means are checked; nobody where none are. */
    private List<Person> adults(Draft draft) {
        return sheets.checksMeans(draft) ? sheets.party(draft).countedAdults(clock.today()) : List.of();
    }

    /** A grown-up member, or the representative; the head of a household comes first. */
    private List<Person> applicants(Draft draft) {
        return sheets.party(draft).adults(clock.today());
    }

    private static Map<String, String> only(Map<String, String> posted, List<String> keys) {
        var given = new LinkedHashMap<>(ApplyPage.stripped(posted));
        given.keySet().retainAll(keys);
        return given;
    }
}
