package org.weimin.casework;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.casework.internal.Boards;
import org.weimin.casework.internal.CaseChecks;
import org.weimin.casework.internal.CaseFileStore;
import org.weimin.casework.internal.Correcting;
import org.weimin.casework.internal.Deciding;
import org.weimin.casework.internal.DecisionStore;
import org.weimin.casework.internal.Deliberating;
import org.weimin.casework.internal.Extending;
import org.weimin.casework.internal.Inquiry;
import org.weimin.casework.internal.Issuing;
import org.weimin.casework.internal.Opening;
import org.weimin.casework.internal.PastDecisionStore;
import org.weimin.casework.internal.Serving;
import org.weimin.casework.internal.Transferring;
import org.weimin.casework.internal.Visits;
import org.weimin.engine.Determination;
import org.weimin.kernel.ApplicationId;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DeterminationId;
import org.weimin.kernel.Subject;

/** 办件: the front desk of this room. Every step is one transaction; the case refuses what is illegal. */
@Service
@Transactional
public class Casework {
    private final Opening opening;
    private final Findings findings;
    private final Boards boards;
    private final Verdicts verdicts;
    private final Serving serving;
    private final Records records;

    /** Where cases and determinations lie. */
    @org.springframework.stereotype.Component
    record Records(CaseFileStore files, DecisionStore decisions, CaseChecks checks, PastDecisionStore pastDecisions) {}

    /** What the rules say, and what officers see for themselves. */
    @org.springframework.stereotype.Component
    record Findings(Inquiry inquiry, Visits visits) {}

    /** Who decides, who is heard before it, and what comes right before and after it. */
    @org.springframework.stereotype.Component
    record Verdicts(
            Deciding deciding,
            Issuing issuing,
            Deliberating deliberating,
            Extending extending,
            Correcting correcting,
            Transferring transferring) {}

    Casework(Opening opening, Findings findings, Boards boards, Verdicts verdicts, Serving serving, Records records) {
        this.opening = opening;
        this.findings = findings;
        this.boards = boards;
        this.verdicts = verdicts;
        this.serving = serving;
        this.records = records;
    }

    public CaseFile get(CaseFileId id) {
        return records.files().get(id);
    }

    public List<CaseFile> ofApplication(ApplicationId application) {
        return records.files().ofApplication(application);
    }

    public List<CaseFile> ofSubject(Subject subject) {
        return records.files().ofSubject(subject);
    }

    /** Newest first. */
    public List<CaseFile> ofSubjects(List<Subject> subjects) {
        return records.files().ofSubjects(subjects);
    }

    /** The rule's answer as it was given then, whatever the rules say today. */
    public Determination determination(DeterminationId id) {
        return records.decisions().determination(id);
    }

    /** 重算核对: the stored answer beside the same question, asked again of the version and the facts of then. */
    public Replay replay(CaseFileId id) {
        return findings.inquiry().again(records.files().get(id));
    }

    /** What was decided before this system, taken over once with the awards that came of it. */
    public void takeOver(List<PastDecision> decisions) {
        records.pastDecisions().takeOver(decisions);
    }

    public CaseFileId openStop(OpenStop command) {
        return opening.stop(command);
    }

    /** 复核: aid that is received is looked at again. */
    public CaseFileId openRecheck(OpenRecheck command) {
        return opening.recheck(command);
    }

    /** 转办: the case lies with another bureau until it comes back. */
    public void transfer(CaseFileId id, Transfer transfer) {
        verdicts.transferring().send(id, transfer);
    }

    public void takeBack(CaseFileId id, String answer) {
        verdicts.transferring().takeBack(id, answer);
    }

    /** 更正: somebody disagrees with a decision; it is looked at again in a case of its own. */
    public CaseFileId correct(OpenCorrection command) {
        return verdicts.correcting().open(command);
    }

    /** 核对: everything that other bureaus can answer is asked of them; returns how many questions are new. */
    public int check(CaseFileId id) {
        return records.checks().ask(id);
    }

    /** 受理审查 and 审核: the rules' answer with the words of whoever examined the case. */
    public void assess(CaseFileId id, String opinion) {
        findings.inquiry().assess(id, opinion);
    }

    /** 一次性告知: what is missing is told once, at the window. */
    public void askFor(CaseFileId id, AskFor missing) {
        findings.inquiry().askFor(id, missing);
    }

    /** 初审: the first of two levels has its say. */
    public void review(CaseFileId id, FirstReview review) {
        verdicts.issuing().review(id, review);
    }

    /** 发放: what was granted is handed over and signed for. */
    public void issue(CaseFileId id, HandOver made) {
        verdicts.issuing().issue(id, made);
    }

    /** 民主评议: a panel of neighbours says what it knows where an objection could not be settled. */
    public void deliberate(CaseFileId id, Deliberation held) {
        verdicts.deliberating().deliberate(id, held);
    }

    /** 延期: a leader lets the case take longer, once, with a reason. */
    public void extend(CaseFileId id, String why) {
        verdicts.extending().extend(id, why);
    }

    public void supplied(CaseFileId id, String what) {
        findings.inquiry().supplied(id, what);
    }

    /** 入户调查, from a form on paper that two officers signed. */
    public void recordVisit(CaseFileId id, RecordVisit visit) {
        findings.visits().record(id, visit);
    }

    /** 入户调查表: one of two officers files what they saw. */
    public void fileSurvey(CaseFileId id, FileSurvey survey) {
        findings.visits().file(id, survey);
    }

    /** The other one confirms it on the own sign-in, and the visit is done. */
    public void confirmSurvey(CaseFileId id) {
        findings.visits().confirm(id);
    }

    public void giveBackSurvey(CaseFileId id, String why) {
        findings.visits().giveBack(id, why);
    }

    public void post(CaseFileId id) {
        boards.post(id);
    }

    public void object(UUID notice, String text, String contact) {
        boards.object(notice, text, contact);
    }

    public void answer(CaseFileId id, UUID objection, Objection.Status finding, String answer) {
        boards.answer(id, objection, finding, answer);
    }

    public void hear(CaseFileId id, Hearing hearing, NewFacts newFacts) {
        findings.inquiry().hear(id, hearing, newFacts);
    }

    public void decide(CaseFileId id, Verdict verdict) {
        verdicts.deciding().decide(id, verdict);
    }

    public void sendBack(CaseFileId id, String why) {
        verdicts.deciding().sendBack(id, why);
    }

    /** 公布: the decision hangs in the village or community. */
    public void publish(CaseFileId id) {
        boards.publish(id);
    }

    /** 送达: the letter reached the resident. */
    public void serve(CaseFileId id, ServeLetter served) {
        serving.serve(id, served);
    }

    public void withdraw(CaseFileId id, String why) {
        serving.withdraw(id, why);
    }
}
