package org.weimin.casework.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.casework.CaseFile;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.Survey;
import org.weimin.casework.internal.Dossier;
import org.weimin.casework.internal.Visits;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.shell.Option;
import org.weimin.shell.Texts;

/** What the survey's page shows to whoever opens it: the form, what waits for the second officer, what was before. */
@Component
@Transactional(readOnly = true)
class SurveyForms {
    private final CaseHeads heads;
    private final CaseKnowledge knowledge;
    private final SurveySheets sheets;
    private final Visits visits;
    private final BusinessClock clock;

    SurveyForms(CaseHeads heads, CaseKnowledge knowledge, SurveySheets sheets, Visits visits, BusinessClock clock) {
        this.heads = heads;
        this.knowledge = knowledge;
        this.sheets = sheets;
        this.visits = visits;
        this.clock = clock;
    }

    SurveyView.Whole of(CaseFile file) {
        Dossier dossier = knowledge.dossier();
        List<Survey> surveys = dossier.surveys(file.id());
        boolean due = file.status() == Status.VISITING;
        List<SurveyView.Waiting> waiting = surveys.stream()
                .filter(survey -> due && survey.status() == Survey.Status.FILED)
                .map(survey -> waiting(file, survey))
                .toList();
        boolean mayFile = due && waiting.isEmpty() && Acting.current().may("casework.handle");
        return new SurveyView.Whole(
                heads.of(file), mayFile ? List.of(form(file, surveys)) : List.of(), waiting, sheets.visits(file));
    }

    /** Nothing in it is about anybody. */
    SurveyView.Form blank(CaseFile file) {
        var asked = new SurveyView.Asked(List.of(), sheets.fields(file, Map.of()));
        return new SurveyView.Form(file.id().toString(), "", "", "", asked, "");
    }

    /** What was given back is filed anew from what stood there. */
    private SurveyView.Form form(CaseFile file, List<Survey> surveys) {
        var returned = surveys.stream()
                .limit(1)
                .filter(survey -> survey.status() == Survey.Status.RETURNED)
                .findFirst();
        var asked = new SurveyView.Asked(
                visits.companions(file).stream()
                        .map(member -> new Option(member.id().toString(), member.name()))
                        .toList(),
                sheets.fields(file, returned.map(Survey::answers).orElse(Map.of())));
        return new SurveyView.Form(
                file.id().toString(),
                Texts.date(clock.today()),
                knowledge.claimants().party(file.claim()).address(),
                knowledge.claimants().name(file.claim()),
                asked,
                returned.map(Survey::whyReturned).orElse(""));
    }

    private SurveyView.Waiting waiting(CaseFile file, Survey survey) {
        var reader = Acting.staff().id();
        boolean second = reader.equals(survey.second());
        return new SurveyView.Waiting(sheets.report(file, survey), second, second || reader.equals(survey.first()));
    }
}
