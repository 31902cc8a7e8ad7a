package org.weimin.casework.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.casework.CaseFile;
import org.weimin.casework.RecordVisit;
import org.weimin.casework.Survey;
import org.weimin.casework.internal.Dossier;
import org.weimin.casework.internal.Visits;
import org.weimin.engine.Questionnaire.Question;
import org.weimin.engine.Text;
import org.weimin.intake.Paper;
import org.weimin.intake.Papers;
import org.weimin.shell.Option;
import org.weimin.shell.Texts;

/** Surveys and visits as text: the questions in the reader's language, the answers by their labels, the pictures. */
@Component
@Transactional(readOnly = true)
class SurveySheets {
    private final Visits visits;
    private final Papers papers;
    private final Dossier dossier;

    SurveySheets(Visits visits, Papers papers, Dossier dossier) {
        this.visits = visits;
        this.papers = papers;
        this.dossier = dossier;
    }

    /** Every visit that counts, with the survey behind it. */
    List<SurveyView.Report> visits(CaseFile file) {
        Map<UUID, Survey> surveys =
                dossier.surveys(file.id()).stream().collect(Collectors.toMap(Survey::id, survey -> survey));
        return dossier.visits(file.id()).stream()
                .map(visited -> visited.survey()
                        .flatMap(id -> Optional.ofNullable(surveys.get(id)))
                        .map(survey -> report(file, survey))
                        .orElseGet(() -> report(visited.visit(), List.of(), List.of())))
                .toList();
    }

    SurveyView.Report report(CaseFile file, Survey survey) {
        var answers = visits.questions(file).stream()
                .filter(question -> survey.answers().containsKey(question.id()))
                .map(question -> new CaseView.Pair(
                        in(question.title()), answer(question, survey.answers().getOrDefault(question.id(), ""))))
                .toList();
        return report(survey.visit(), answers, pictures(file, survey.id()));
    }

    /** What the applicant handed in as pictures. */
    List<SurveyView.Picture> handedIn(CaseFile file) {
        return file.claim()
                .application()
                .map(application -> pictures(file, application.value()))
                .orElse(List.of());
    }

    private List<SurveyView.Picture> pictures(CaseFile file, UUID owner) {
        return papers.of(owner).stream()
                .map(paper -> new SurveyView.Picture("/cases/" + file.id() + "/papers/" + paper.id(), title(paper)))
                .toList();
    }

    /** The boxes of the form, with what an earlier attempt answered. */
    List<SurveyView.Field> fields(CaseFile file, Map<String, String> before) {
        return visits.questions(file).stream()
                .map(question -> new SurveyView.Field(
                        SurveyPage.ANSWER + question.id(),
                        in(question.title()),
                        question.kind().name(),
                        question.required(),
                        question.options().stream()
                                .map(option -> new Option(option.id(), in(option.title())))
                                .toList(),
                        before.getOrDefault(question.id(), "")))
                .toList();
    }

    private static SurveyView.Report report(
            RecordVisit visit, List<CaseView.Pair> answers, List<SurveyView.Picture> pictures) {
        return new SurveyView.Report(
                Texts.date(visit.visitedOn()),
                visit.firstOfficer() + Texts.t("casework.visit.and") + visit.secondOfficer(),
                visit.place(),
                visit.findings(),
                Texts.t(
                        visit.finding() == RecordVisit.Finding.AGREES
                                ? "casework.visit.agrees"
                                : "casework.visit.differs"),
                visit.signedBy(),
                answers,
                pictures);
    }

    private static String title(Paper paper) {
        return Texts.t("casework.paper." + paper.kind(), paper.title());
    }

    private static String answer(Question question, String value) {
        return question.option(value).map(SurveySheets::in).orElse(value);
    }

    private static String in(Text text) {
        return Texts.either(text.zh(), text.en());
    }
}
