package org.weimin.casework.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.access.StaffMember;
import org.weimin.access.Staffing;
import org.weimin.casework.CaseFile;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.FileSurvey;
import org.weimin.casework.Outcomes;
import org.weimin.casework.RecordVisit;
import org.weimin.casework.Survey;
import org.weimin.casework.internal.Chronicle.Lane;
import org.weimin.engine.Questionnaire.Question;
import org.weimin.intake.KeepPaper;
import org.weimin.intake.Paper;
import org.weimin.intake.Papers;
import org.weimin.kernel.Actor;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;

/** 入户调查: two officers see for themselves. One files what they saw, the other confirms it; then it is a visit. */
@Component
@Transactional
public class Visits {
    /** Who may go along and confirm. */
    public static final String PERMISSION = "casework.visit";

    private static final int MOST_PICTURES = 10;
    private static final int LONGEST_ANSWER = 2000;
    private final Desk desk;
    private final SurveyStore store;
    private final Papers papers;
    private final Staffing staffing;
    private final Recusal recusal;
    private final Limits limits;

    Visits(Desk desk, SurveyStore store, Papers papers, Staffing staffing, Recusal recusal, Limits limits) {
        this.desk = desk;
        this.store = store;
        this.papers = papers;
        this.staffing = staffing;
        this.recusal = recusal;
        this.limits = limits;
    }

    /** What is asked on a visit of this case. */
    public List<Question> questions(CaseFile file) {
        var unit = limits.pack(file.claim().matter()).matter().unit();
        return limits.edition(file.claim()).questionnaire().of(unit).questions();
    }

    /** Who may have been there as well: impartial, of the place, and somebody else. */
    public List<StaffMember> companions(CaseFile file) {
        return staffing.whoMay(PERMISSION, file.claim().area()).stream()
                .filter(member -> !recusal.isPartial(member.id(), file))
                .toList();
    }

    /** From a form on paper that two officers signed. */
    public void record(CaseFileId id, RecordVisit visit) {
        CaseFile file = beforeTheVisit(id, visit.visitedOn());
        StaffId recordedBy = desk.handler(file).id();
        if (store.filed(id).isPresent()) {
            throw new Refused("casework.survey.waits");
        }
        store.insertVisit(file, visit, recordedBy);
        conclude(file, visit, Set.of(recordedBy));
    }

    public void file(CaseFileId id, FileSurvey filed) {
        CaseFile file = beforeTheVisit(id, filed.visitedOn());
        Actor.Staff first = desk.handler(file);
        if (store.filed(id).isPresent()) {
            throw new Refused("casework.survey.waits");
        }
        StaffMember second = companions(file).stream()
                .filter(member -> member.id().equals(filed.second()))
                .findFirst()
                .orElseThrow(() -> new Refused("casework.survey.who"));
        var seen = filed.seen();
        var visit = new RecordVisit(
                filed.visitedOn(),
                first.name(),
                second.name(),
                seen.place(),
                seen.findings(),
                seen.signedBy(),
                seen.finding());
        var answers = answered(questions(file), filed.answers());
        var survey = new Survey(Ids.next(), visit, first.id(), second.id(), answers, Survey.Status.FILED, "");
        store.insert(file, survey);
        keep(file, survey, filed.pictures());
        desk.note(file, Lane.CASE, "survey-filed", visit.visitedOn(), visit.secondOfficer());
    }

    /** The second officer was there, and it was so. */
    public void confirm(CaseFileId id) {
        CaseFile file = desk.get(id);
        file.demand(Status.VISITING);
        Survey survey = waiting(id);
        if (!desk.impartialStaff(file).id().equals(survey.second())) {
            throw new Refused("casework.survey.not-second", survey.visit().secondOfficer());
        }
        store.settle(survey, Survey.Status.CONFIRMED, "");
        store.insertVisit(file, survey);
        conclude(file, survey.visit(), Set.of(survey.first(), survey.second()));
    }

    /** Something in it is not right; whoever filed it, or was there as well, says what, and it is filed anew. */
    public void giveBack(CaseFileId id, String why) {
        CaseFile file = desk.get(id);
        Survey survey = waiting(id);
        StaffId staff = desk.impartialStaff(file).id();
        if (!staff.equals(survey.first()) && !staff.equals(survey.second())) {
            throw new Refused("casework.survey.not-second", survey.visit().secondOfficer());
        }
        if (why.isBlank()) {
            throw new Refused("casework.survey.no-reason");
        }
        store.settle(survey, Survey.Status.RETURNED, why.strip());
        desk.note(file, Lane.CASE, "survey-returned", why.strip());
    }

    private CaseFile beforeTheVisit(CaseFileId id, LocalDate visitedOn) {
        CaseFile file = desk.get(id);
        file.demand(Status.VISITING);
        LocalDate opened = file.claim().openedOn();
        if (visitedOn.isAfter(desk.today()) || visitedOn.isBefore(opened)) {
            throw new Refused("casework.visit.wrong-day", visitedOn, opened);
        }
        return file;
    }

    private Survey waiting(CaseFileId id) {
        return store.filed(id).orElseThrow(() -> new Refused("casework.survey.none"));
    }

    private void conclude(CaseFile file, RecordVisit visit, Set<StaffId> officers) {
        boolean agrees = visit.finding() == RecordVisit.Finding.AGREES;
        String found = Outcomes.word(file.assessment().orElseThrow().outcome());
        CaseFile visited = desk.arrive(file, file.visit(officers, desk.next(file, agrees ? found : "differs")));
        String what = agrees ? "visited.agrees" : "visited.differs";
        desk.note(visited, Lane.CASE, what, visit.visitedOn(), visit.firstOfficer(), visit.secondOfficer());
    }

    /** Only what was asked, and all that has to be answered. */
    private static Map<String, String> answered(List<Question> questions, Map<String, String> given) {
        var answers = new LinkedHashMap<String, String>();
        for (Question question : questions) {
            String answer = given.getOrDefault(question.id(), "").strip();
            if (!answer.isEmpty()) {
                demandFits(question, answer);
                answers.put(question.id(), answer);
            } else if (question.required()) {
                throw new Refused("casework.survey.unanswered", question.title().zh());
            }
        }
        return answers;
    }

    private static void demandFits(Question question, String answer) {
        boolean fits = switch (question.kind()) {
            case CHOICE -> question.option(answer).isPresent();
            case NUMBER -> answer.matches("\\d{1,4}");
            case TEXT -> answer.length() <= LONGEST_ANSWER;
        };
        if (!fits) {
            throw new Refused("casework.survey.unfit", question.title().zh());
        }
    }

    private void keep(CaseFile file, Survey survey, Map<Paper.Kind, List<byte[]>> pictures) {
        if (pictures.values().stream().mapToInt(List::size).sum() > MOST_PICTURES) {
            throw new Refused("casework.survey.pictures", MOST_PICTURES - 1);
        }
        String signer = survey.visit().signedBy();
        String day = survey.visit().visitedOn().toString();
        pictures.forEach((kind, uploads) -> {
            String title = kind == Paper.Kind.SIGNATURE ? signer : day;
            var command = new KeepPaper(survey.id(), file.claim().area(), kind, title);
            uploads.forEach(upload -> papers.keep(command, upload));
        });
    }

    /** A paper of this case: of its application, or of one of its surveys. */
    public Paper paper(CaseFile file, UUID paper) {
        Paper found = papers.get(paper);
        boolean handedIn = file.claim()
                .application()
                .filter(application -> found.owner().equals(application.value()))
                .isPresent();
        if (!handedIn && store.of(file.id()).stream().map(Survey::id).noneMatch(found.owner()::equals)) {
            throw new NotFound(paper);
        }
        return found;
    }
}
