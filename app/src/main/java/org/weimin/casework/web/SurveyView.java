package org.weimin.casework.web;

import java.util.List;
import org.weimin.shell.Option;

/** What the pages of a survey print. */
public final class SurveyView {
    private SurveyView() {}

    /** The page of one case's survey: a form to fill, a survey to confirm, or what was found before. */
    public record Whole(CaseView.Head head, List<Form> form, List<Waiting> waiting, List<Report> before) {}

    /** The form; without the case's own data it is what a device keeps for a visit without network. */
    public record Form(String id, String today, String place, String signer, Asked asked, String returned) {}

    /** Who may have come along, and what is asked. */
    public record Asked(List<Option> companions, List<Field> fields) {}

    /** One question as a box, with what was answered in an earlier attempt. */
    public record Field(String name, String label, String kind, boolean required, List<Option> options, String value) {}

    /** A filed survey, and what the reader may do with it. */
    public record Waiting(Report report, boolean mayConfirm, boolean mayReturn) {}

    /** One survey or visit, as text. */
    public record Report(
            String visitedOn,
            String officers,
            String place,
            String findings,
            String finding,
            String signedBy,
            List<CaseView.Pair> answers,
            List<Picture> pictures) {}

    public record Picture(String href, String title) {}
}
