package org.weimin.portal.web;

import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.casework.Casework;
import org.weimin.casework.OpenCorrection;
import org.weimin.casework.Progress;
import org.weimin.casework.Tracking;
import org.weimin.intake.Intake;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Subject;
import org.weimin.people.Party;
import org.weimin.policy.Policy;
import org.weimin.portal.internal.OwnFile;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 我的办事: what the household asked for, how far it is, what was written about it, and the way back. */
@Controller
class MyPage {
    private final OwnFile own;
    private final Tracking tracking;
    private final Casework casework;
    private final Intake intake;
    private final Policy policy;
    private final Offices offices;

    MyPage(OwnFile own, Tracking tracking, Casework casework, Intake intake, Policy policy, Offices offices) {
        this.own = own;
        this.tracking = tracking;
        this.casework = casework;
        this.intake = intake;
        this.policy = policy;
        this.offices = offices;
    }

    @GetMapping("/my")
    @Requires("portal.my")
    Page home() {
        Party party = own.party();
        String name = own.who(new Subject.OfPerson(own.person()), party);
        var drafts = intake.draftsOf(party.subject()).stream()
                .map(draft -> new MyView.Draft("/my/apply/" + draft.id(), titles(draft), Texts.date(draft.startedOn())))
                .toList();
        var cases = tracking.of(own.subjects(party)).stream()
                .map(progress -> line(progress, party))
                .toList();
        return Page.of("portal/my", new MyView.Home(name, drafts, cases));
    }

    @GetMapping("/my/cases/{id}")
    @Requires("portal.my")
    Page show(@PathVariable String id) {
        Progress progress = tracking.get(CaseFileId.of(id));
        var letters = tracking.letters(progress.id()).stream()
                .map(letter -> new MyView.Letter(
                        "/my/cases/" + id + "/letters/" + letter.id(),
                        Texts.t("casework.letter." + letter.kind()),
                        Texts.date(letter.writtenOn())))
                .toList();
        var pack = policy.pack(progress.claim().pack());
        boolean atOnce = progress.claim().application().filter(intake::isFresh).isPresent();
        return Page.of(
                "portal/myCase",
                new MyView.Case(
                        id,
                        progress.claim().number(),
                        ProgressView.one(progress, offices, own.today()),
                        letters,
                        new MyView.WayBack(
                                progress.mayBeWithdrawn(),
                                atOnce,
                                ProgressView.stage(progress.status()).equals("finished")),
                        pack.remedyOn(own.today())
                                .map(remedy -> Texts.either(
                                        remedy.text().zh(), remedy.text().en()))
                                .orElse("")));
    }

    @GetMapping("/my/cases/{id}/letters/{letter}")
    @Requires("portal.my")
    ResponseEntity<byte[]> letter(@PathVariable String id, @PathVariable UUID letter) {
        return tracking.print(CaseFileId.of(id), letter);
    }

    @PostMapping("/my/cases/{id}/withdraw")
    @Requires("portal.my")
    Page withdraw(@PathVariable String id, @RequestParam(defaultValue = "") String why) {
        Progress progress = tracking.get(CaseFileId.of(id));
        own.have("portal.withdraw", () -> {
            casework.withdraw(progress.id(), why);
            return progress;
        });
        return Page.redirect("/my", "portal.my.withdrawn");
    }

    /** 异议: the decision is looked at again by others; what was written goes with it. */
    @PostMapping("/my/cases/{id}/disagree")
    @Requires("portal.my")
    Page disagree(@PathVariable String id, @RequestParam(defaultValue = "") String text) {
        var objected = new OpenCorrection(tracking.get(CaseFileId.of(id)).id(), own.today(), text);
        own.have("portal.disagree", () -> casework.correct(objected));
        return Page.redirect("/my", "portal.my.disagreed");
    }

    private MyView.CaseLine line(Progress progress, Party party) {
        return new MyView.CaseLine(
                "/my/cases/" + progress.id(),
                offices.title(progress.claim().pack(), Texts.isEnglish()),
                own.who(progress.claim().subject(), party),
                Texts.t("portal.my.stage." + ProgressView.stage(progress.status())),
                Texts.date(progress.claim().openedOn()));
    }

    private String titles(Intake.Begun draft) {
        List<String> titles = draft.matters().stream()
                .map(matter -> offices.title(matter, Texts.isEnglish()))
                .toList();
        return String.join(Texts.t("portal.comma"), titles);
    }
}
