package org.weimin.casework.web;

import java.util.List;
import java.util.Optional;
import org.weimin.eligibility.Explanation;

/** What the pages of one case print. */
public final class CaseView {
    private CaseView() {}

    /** The fixed header of every page of a case. */
    public record Head(
            String id,
            String number,
            String title,
            String applicant,
            String identity,
            String place,
            String household,
            String status,
            String tone,
            More more) {}

    /** By when, and in whose hands. */
    public record More(CaseRow.Due due, String handler, String openedOn) {}

    public record Whole(
            Head head,
            Course course,
            List<Action> actions,
            List<Limit> limits,
            List<Lane> lanes,
            Papers papers,
            List<Explanation.FactLine> facts,
            Answer answer,
            List<Section> panels) {
        /** What somebody stated, checked or still owes. */
        public List<Explanation.FactLine> recorded() {
            return facts.stream().filter(Whole::isOnRecord).toList();
        }

        /** What the registers say without anybody having been asked. */
        public List<Explanation.FactLine> assumed() {
            return facts.stream().filter(fact -> !isOnRecord(fact)).toList();
        }

        private static boolean isOnRecord(Explanation.FactLine fact) {
            return fact.missing() || !fact.evidence().isBlank();
        }
    }

    /** A section of the page that renders itself. */
    public record Section(String title, String html) {}

    public record Course(List<Step> steps, String drawing) {}

    public record Step(String label, String state) {}

    /** A step that may be taken now, or why it may not; beside the way of the process or on it. */
    public record Action(String label, String href, boolean allowed, String reason, boolean onTheWay) {}

    public record Limit(String what, String dueOn, String state, String tone, boolean provisional) {}

    public record Lane(String title, List<Moment> moments) {}

    public record Moment(String at, String who, String text) {}

    public record Papers(
            List<LetterLine> letters,
            List<NoticeLine> notices,
            List<ObjectionLine> objections,
            List<SurveyView.Report> visits,
            List<SurveyView.Picture> handedIn,
            boolean reviewed) {}

    public record LetterLine(String href, String title, String number, String writtenOn, String served, String serve) {}

    public record NoticeLine(String kind, String postedOn, String until, String entry) {}

    public record ObjectionLine(String href, String receivedOn, String text, String status, String answer) {}

    /** What was assessed and decided; empty before. */
    public record Answer(
            String headline, String tone, String opinion, String decision, String reasons, String override) {}

    /** A page with a form: the head, what the form is about, and what it shows beside it. */
    public record Form(Head head, Optional<Explanation> explanation, String today, List<Pair> shown, String lead) {}

    /** The window's form: what speaks for it, what the rules miss, papers to ask for, and what is never asked for. */
    public record Accept(Head head, Explanation explanation, String missing, List<Pair> papers, String shared) {}

    /** The answer of then, and the answer of now to the same question. */
    public record Replayed(
            Head head, boolean same, String asOf, String packVersion, Explanation stored, Explanation again) {}

    public record Pair(String label, String value) {}

    public record Decide(
            Head head,
            Explanation explanation,
            String opinion,
            String assessor,
            String reasons,
            List<org.weimin.shell.Option> standardReasons,
            Stand stand) {}

    /** What may be decided here: the rule's word, from when, whether this is a stop, and whether reasons are owed. */
    public record Stand(String outcome, String effectiveFrom, boolean stop, boolean reasoned, String level) {}

    /** The form that begins a review of aid being received. */
    public record Stop(
            String household,
            String head,
            String address,
            List<org.weimin.shell.Option> stops,
            List<org.weimin.shell.Option> payees) {}

    /** The receipt of an application. */
    public record Receipt(String applicant, String submittedOn, Code code, List<CaseLine> cases, String letter) {}

    public record Code(String grouped, String url, String qr) {}

    public record CaseLine(
            String href, String number, String matter, String nextBy, String dueOn, boolean provisional) {}

    /** The cases of a household, on its page. */
    public record Panel(List<PanelLine> lines) {}

    public record PanelLine(String href, String number, String matter, String status, String tone, String openedOn) {}
}
