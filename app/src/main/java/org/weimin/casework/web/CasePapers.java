package org.weimin.casework.web;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Deadline;
import org.weimin.casework.Letter;
import org.weimin.casework.Objection;
import org.weimin.casework.internal.Chronicle;
import org.weimin.casework.internal.Dossier;
import org.weimin.kernel.BusinessClock;
import org.weimin.shell.Texts;

/** What lies in a case's folder, as text: letters, lists, objections, visits, deadlines, and what happened. */
@Component
class CasePapers {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private final Dossier dossier;
    private final SurveySheets surveys;
    private final BusinessClock clock;

    CasePapers(Dossier dossier, SurveySheets surveys, BusinessClock clock) {
        this.dossier = dossier;
        this.surveys = surveys;
        this.clock = clock;
    }

    CaseView.Papers of(CaseFile file) {
        return new CaseView.Papers(
                letters(file),
                notices(file),
                objections(file),
                surveys.visits(file),
                surveys.handedIn(file),
                !file.hands().reviewed().isEmpty());
    }

    List<CaseView.Limit> limits(CaseFile file) {
        return dossier.deadlines(file.id()).stream().map(this::limit).toList();
    }

    List<CaseView.Lane> lanes(CaseFile file) {
        List<Chronicle.Event> events = dossier.events(file.id());
        return Arrays.stream(Chronicle.Lane.values())
                .map(lane -> new CaseView.Lane(
                        Texts.t("casework.lane." + lane),
                        events.stream()
                                .filter(event -> event.lane() == lane)
                                .map(CasePapers::moment)
                                .toList()))
                .filter(lane -> !lane.moments().isEmpty())
                .toList();
    }

    static String text(Chronicle.Event event) {
        return Texts.t("casework.event." + event.what(), event.details().toArray());
    }

    private static CaseView.Moment moment(Chronicle.Event event) {
        String who = event.actorName().isEmpty() ? Texts.t("casework.actor.system") : event.actorName();
        String at = MINUTE.format(ZonedDateTime.ofInstant(event.at(), BusinessClock.ZONE));
        return new CaseView.Moment(at, who, text(event));
    }

    private CaseView.Limit limit(Deadline deadline) {
        String state;
        String tone;
        if (deadline.metOn().isPresent()) {
            state = Texts.t("casework.limit.met", Texts.date(deadline.metOn().get()));
            boolean late = deadline.metOn().get().isAfter(deadline.dueOn()) && !endsByItself(deadline);
            tone = late ? "bad" : "ok";
        } else if (deadline.isPaused()) {
            state = Texts.t("casework.limit.paused");
            tone = "idle";
        } else {
            boolean late = deadline.isOverdueOn(clock.today());
            state = Texts.t(late ? "casework.limit.overdue" : "casework.limit.running");
            tone = late ? "bad" : "info";
        }
        return new CaseView.Limit(
                Texts.t("casework.deadline." + deadline.kind()),
                Texts.date(deadline.dueOn()),
                state,
                tone,
                deadline.provisional() && deadline.metOn().isEmpty());
    }

    /** A list comes down the day after its last one: that is not late. */
    private static boolean endsByItself(Deadline deadline) {
        return deadline.kind().endsByItself();
    }

    private List<CaseView.LetterLine> letters(CaseFile file) {
        return dossier.letters(file.id()).stream()
                .map(letter -> letter(file, letter))
                .toList();
    }

    private static CaseView.LetterLine letter(CaseFile file, Letter letter) {
        String href = "/cases/" + file.id() + "/letters/" + letter.id();
        String served = letter.servedOn()
                .map(day -> Texts.t("casework.letter.served", Texts.date(day)))
                .orElse("");
        return new CaseView.LetterLine(
                href,
                Texts.t("casework.letter." + letter.kind()),
                letter.number(),
                Texts.date(letter.writtenOn()),
                served,
                href + "/serve");
    }

    private List<CaseView.NoticeLine> notices(CaseFile file) {
        return dossier.notices(file.id()).stream()
                .map(notice -> new CaseView.NoticeLine(
                        Texts.t("casework.notice." + notice.kind()),
                        Texts.date(notice.postedOn()),
                        notice.takenDownOn()
                                .map(day -> Texts.t("casework.notice.down", Texts.date(day)))
                                .orElseGet(() -> Texts.t("casework.notice.until", Texts.date(notice.dueOn()))),
                        String.join("　", notice.projection().values())))
                .toList();
    }

    private List<CaseView.ObjectionLine> objections(CaseFile file) {
        return dossier.objections(file.id()).stream()
                .map(objection -> new CaseView.ObjectionLine(
                        objection.status() == Objection.Status.OPEN
                                ? "/cases/" + file.id() + "/objections/" + objection.id()
                                : "",
                        Texts.date(objection.receivedOn()),
                        objection.text(),
                        Texts.t("casework.objection." + objection.status()),
                        objection.answer()))
                .toList();
    }
}
