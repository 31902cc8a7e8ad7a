package org.weimin.casework.internal;

import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.FirstReview;
import org.weimin.casework.HandOver;
import org.weimin.casework.ServeLetter;
import org.weimin.casework.internal.Chronicle.Lane;
import org.weimin.kernel.Actor;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Refused;

/** The steps around a decision: the first level's opinion, the wait that the law prescribes, the handing over. */
@Component
public class Issuing {
    private final Desk desk;
    private final DecisionStore decisions;
    private final CaseFileStore files;
    private final LetterStore letters;
    private final Deciding deciding;
    private final CaseLetters writing;

    Issuing(
            Desk desk,
            DecisionStore decisions,
            CaseFileStore files,
            LetterStore letters,
            Deciding deciding,
            CaseLetters writing) {
        this.desk = desk;
        this.decisions = decisions;
        this.files = files;
        this.letters = letters;
        this.deciding = deciding;
        this.writing = writing;
    }

    public void review(CaseFileId id, FirstReview review) {
        CaseFile file = desk.get(id);
        file.demand(Status.FIRST_REVIEW);
        Actor.Staff reviewer = desk.impartialStaff(file);
        boolean agreed = review.finding() == FirstReview.Finding.AGREED;
        CaseFile reviewed =
                desk.arrive(file, file.review(reviewer.id(), desk.next(file, agreed ? "agreed" : "returned")));
        decisions.insert(file, review, reviewer, desk.today());
        desk.note(reviewed, Lane.CASE, agreed ? "reviewed" : "returned", review.opinion());
    }

    /** The paper and the decision go into the applicant's hands; a filing is decided by the same act. */
    public void issue(CaseFileId id, HandOver made) {
        CaseFile file = desk.get(id);
        file.demand(Status.ISSUING);
        if (made.handedOn().isAfter(desk.today())
                || made.handedOn().isBefore(file.claim().openedOn())) {
            throw new Refused("casework.issue.day", made.handedOn());
        }
        CaseFile decided = file.decision().isPresent() ? file : deciding.decideByIssuing(file);
        Actor.Staff staff = desk.impartialStaff(decided);
        files.insertHandOver(decided, made, staff.id());
        letters.of(id).stream()
                .filter(letter ->
                        letter.kind().equals("granted") && letter.servedOn().isEmpty())
                .forEach(letter ->
                        letters.serve(new ServeLetter(letter.id(), made.handedOn(), ServeLetter.How.IN_PERSON)));
        CaseFile issued = desk.arrive(decided, decided.issue(desk.next(decided, "issued")));
        desk.note(issued, Lane.CASE, "issued", made.handedOn());
        if (issued.status() == Status.PAPERS) {
            var basis = issued.decision().orElseThrow().determination();
            writing.writePapers(issued, decisions.determination(basis));
        }
    }

    /** The days that everybody has to wait are over. */
    void endWait(CaseFile file) {
        if (file.status() == Status.WAITING) {
            desk.note(desk.advance(file, "over"), Lane.CASE, "waited");
        }
    }

    /** 民法典 第一千零七十七条: whoever does not come within the days has taken the application back. */
    void lapse(CaseFile file) {
        if (file.status() == Status.AWAITING_DECISION) {
            desk.note(desk.arrive(file, file.withdraw()), Lane.CASE, "lapsed");
        }
    }
}
