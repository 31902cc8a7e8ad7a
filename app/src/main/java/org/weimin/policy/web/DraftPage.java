package org.weimin.policy.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.weimin.divisions.Division;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.DraftId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.policy.Changes;
import org.weimin.policy.Draft;
import org.weimin.policy.Drafts;
import org.weimin.policy.NewValue;
import org.weimin.policy.Policy;
import org.weimin.shell.Download;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** One change of the law: what it changes, how its examples come out, what is different; for author and reviewer. */
@Controller
class DraftPage {
    private final Drafts drafts;
    private final Policy policy;
    private final Divisions divisions;
    private final BusinessClock clock;

    /** One step that the author or the reviewer takes. */
    @FunctionalInterface
    private interface Step {
        void on(DraftId id);
    }

    DraftPage(Drafts drafts, Policy policy, Divisions divisions, BusinessClock clock) {
        this.drafts = drafts;
        this.policy = policy;
        this.divisions = divisions;
        this.clock = clock;
    }

    @GetMapping("/policy/drafts/{id}")
    @Requires("policy.drafts")
    Page show(@PathVariable String id) {
        return Page.of("policy/draft", view(DraftId.of(id), Optional.empty()));
    }

    /** The tables as they would be, for the eyes of the reviewer. */
    @GetMapping("/policy/drafts/{id}/rules")
    @Requires("policy.drafts")
    Page rules(@PathVariable String id, @RequestParam(defaultValue = "false") boolean written) {
        Draft draft = drafts.get(DraftId.of(id));
        var pack = drafts.supposing(draft).get(draft.matter());
        return Page.of("policy/rules", RulesView.ofDraft(pack, pack.editionOn(draft.from()), draft, written));
    }

    @GetMapping("/policy/drafts/{id}/rules.dmn")
    @Requires("policy.drafts")
    View download(@PathVariable String id) {
        Draft draft = drafts.get(DraftId.of(id));
        String rules = draft.content().rules().orElseThrow(() -> new NotFound(id));
        return dmn(draft.matter() + "-" + draft.from(), rules);
    }

    @PostMapping("/policy/drafts/{id}/rules")
    @Requires("policy.draft")
    Page setRules(@PathVariable String id, @RequestParam MultipartFile file) {
        return step(id, "policy.draft.done.rules", draft -> drafts.setRules(draft, Upload.rules(file)));
    }

    @PostMapping("/policy/drafts/{id}/cases")
    @Requires("policy.draft")
    Page setCases(@PathVariable String id, @RequestParam MultipartFile file) {
        return step(id, "policy.draft.done.cases", draft -> drafts.setCases(draft, Upload.cases(file)));
    }

    @PostMapping("/policy/drafts/{id}/values")
    @Requires("policy.draft")
    Page addValue(
            @PathVariable String id,
            @RequestParam String parameter,
            @RequestParam String place,
            @RequestParam String from,
            @RequestParam String value,
            @RequestParam String source,
            @RequestParam String announcedOn) {
        return step(
                id,
                "policy.draft.done.value",
                draft -> drafts.addValue(
                        draft,
                        new NewValue(
                                parameter,
                                place(place),
                                DraftsPage.day(from),
                                value,
                                source,
                                DraftsPage.day(announcedOn))));
    }

    @PostMapping("/policy/drafts/{id}/drop")
    @Requires("policy.draft")
    Page drop(
            @PathVariable String id,
            @RequestParam String what,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String from) {
        return step(id, "policy.draft.done.dropped", draft -> {
            switch (what) {
                case "rules" -> drafts.dropRules(draft);
                case "cases" -> drafts.dropCases(draft);
                default -> drafts.dropValue(draft, what, place(place), DraftsPage.day(from));
            }
        });
    }

    @PostMapping("/policy/drafts/{id}/check")
    @Requires("policy.draft")
    Page check(@PathVariable String id) {
        return step(id, "policy.draft.done.check", drafts::check);
    }

    @PostMapping("/policy/drafts/{id}/submit")
    @Requires("policy.draft")
    Page submit(@PathVariable String id) {
        return step(id, "policy.draft.done.submit", drafts::submit);
    }

    @PostMapping("/policy/drafts/{id}/withdraw")
    @Requires("policy.draft")
    Page withdraw(@PathVariable String id) {
        return step(id, "policy.draft.done.withdraw", drafts::withdraw);
    }

    @PostMapping("/policy/drafts/{id}/publish")
    @Requires("policy.publish")
    Page publish(@PathVariable String id, @RequestParam(defaultValue = "") String words) {
        return step(id, "policy.draft.done.publish", draft -> drafts.publish(draft, words));
    }

    @PostMapping("/policy/drafts/{id}/refuse")
    @Requires("policy.publish")
    Page refuse(@PathVariable String id, @RequestParam(defaultValue = "") String words) {
        return step(id, "policy.draft.done.refuse", draft -> drafts.refuse(draft, words));
    }

    static Download dmn(String name, String rules) {
        byte[] bytes = rules.getBytes(StandardCharsets.UTF_8);
        return new Download(name + ".dmn", "application/xml;charset=UTF-8", out -> out.write(bytes));
    }

    private Page step(String id, String done, Step step) {
        DraftId draft = DraftId.of(id);
        try {
            step.on(draft);
            return Page.redirect("/policy/drafts/" + draft, done);
        } catch (Refused refused) {
            return Page.invalid("policy/draft", view(draft, Optional.of(refused)));
        }
    }

    private DraftView view(DraftId id, Optional<Refused> refused) {
        Draft draft = drafts.get(id);
        var context = new DraftView.Context(
                policy.pack(draft.matter()), places(draft.author().area()), matter -> {
                    var title = policy.pack(matter).title();
                    return Texts.either(title.zh(), title.en());
                });
        try {
            return DraftView.of(draft, context, drafts.changes(draft), refused);
        } catch (Refused stale) {
            // The law went on since the draft was begun, and the two no longer fit.
            return DraftView.of(draft, context, Changes.NONE, refused.or(() -> Optional.of(stale)));
        }
    }

    /** What the author may set a value for: the own area, the towns in it, and all that is above it. */
    private List<Option> places(DivisionCode area) {
        var above = IntStream.of(2, 4)
                .filter(digits -> digits < area.value().length())
                .mapToObj(digits -> new DivisionCode(area.value().substring(0, digits)));
        var below = divisions.children(area, clock.today()).stream().map(Division::code);
        return Stream.of(above, Stream.of(area), below)
                .flatMap(places -> places)
                .filter(place -> divisions.find(place, clock.today()).isPresent())
                .map(place -> new Option(place.value(), divisions.fullName(place)))
                .toList();
    }

    private static DivisionCode place(String place) {
        try {
            return new DivisionCode(place.strip());
        } catch (IllegalArgumentException malformed) {
            throw new Refused("policy.value.place", place);
        }
    }
}
