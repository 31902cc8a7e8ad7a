package org.weimin.intake.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.engine.Form;
import org.weimin.intake.internal.ApplicationDraftStore;
import org.weimin.intake.internal.Draft;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.people.Household;
import org.weimin.people.People;
import org.weimin.people.Person;
import org.weimin.policy.MatterSummary;
import org.weimin.policy.Policy;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** Where an application begins: the household, the matter, and what is asked. */
@Controller
class ApplyPage {
    private final ApplicationDraftStore drafts;
    private final People people;
    private final Policy policy;
    private final BusinessClock clock;

    ApplyPage(ApplicationDraftStore drafts, People people, Policy policy, BusinessClock clock) {
        this.drafts = drafts;
        this.people = people;
        this.policy = policy;
        this.clock = clock;
    }

    @GetMapping("/intake")
    @Requires("intake.apply")
    Page home() {
        var rows = drafts.of(Acting.staff().id()).stream().map(this::row).toList();
        return Page.of("intake/home", new ApplyView.Home(rows));
    }

    @GetMapping("/intake/new")
    @Requires("intake.apply")
    Page start(@RequestParam String household, @RequestParam(defaultValue = "dibao") String matter) {
        Household home = people.household(HouseholdId.of(household), clock.today());
        MatterId id = matterId(matter);
        Form form = policy.pack(id).editionOn(clock.today()).form();
        return Page.of(
                "intake/start",
                new ApplyView.Start(
                        household,
                        matter,
                        title(id),
                        people.person(home.head()).name(),
                        home.address(),
                        home.members().stream().map(ApplyPage::row).toList(),
                        papers(form, false),
                        papers(form, true)));
    }

    @PostMapping("/intake/drafts")
    @Requires("intake.apply")
    Page begin(@RequestParam String household, @RequestParam String matter) {
        Household home = people.household(HouseholdId.of(household), clock.today());
        Draft draft = drafts.begin(
                home.id(), matterId(matter), home.area(), Acting.staff().id(), clock.today());
        return Page.redirect("/intake/" + draft.id());
    }

    @PostMapping("/intake/{draft}/discard")
    @Requires("intake.apply")
    Page discard(@PathVariable UUID draft) {
        drafts.remove(drafts.get(draft).id());
        return Page.redirect("/intake", "intake.discarded");
    }

    private ApplyView.DraftRow row(Draft draft) {
        Household home = people.household(draft.household(), clock.today());
        return new ApplyView.DraftRow(
                "/intake/" + draft.id(),
                people.person(home.head()).name(),
                home.address(),
                title(draft.matter()),
                Texts.date(draft.startedOn()));
    }

    private static ApplyView.MemberRow row(Household.Member member) {
        Person person = member.person();
        return new ApplyView.MemberRow(
                person.name(),
                Texts.t("people.relation." + member.relation()),
                Texts.date(person.birth()),
                person.idNumberMasked(),
                member.counted() ? "" : member.excludedReason());
    }

    private static List<String> papers(Form form, boolean shared) {
        return form.materials().stream()
                .filter(paper -> paper.shared() == shared)
                .map(paper -> Texts.either(paper.title().zh(), paper.title().en())
                        + (paper.required() || shared ? "" : Texts.t("intake.paper.if-any")))
                .toList();
    }

    /** A name that no pack can have is simply nothing we have. */
    private MatterId matterId(String matter) {
        MatterSummary found = policy.catalogue().stream()
                .filter(entry -> entry.id().value().equals(matter))
                .findFirst()
                .orElseThrow(() -> new NotFound(matter));
        if (!found.askedFor()) {
            throw new Refused(
                    "intake.not-at-this-window",
                    Texts.either(found.title().zh(), found.title().en()));
        }
        return found.id();
    }

    private String title(MatterId matter) {
        var title = policy.pack(matter).title();
        return Texts.either(title.zh(), title.en());
    }

    /** Kept here so that both pages of a form read posted boxes alike. */
    static Map<String, String> stripped(Map<String, String> posted) {
        var answers = new java.util.LinkedHashMap<String, String>();
        posted.forEach((key, value) -> answers.put(key, value.strip()));
        return answers;
    }
}
