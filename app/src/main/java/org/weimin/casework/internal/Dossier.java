package org.weimin.casework.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Deadline;
import org.weimin.casework.Letter;
import org.weimin.casework.Notice;
import org.weimin.casework.Objection;
import org.weimin.casework.Survey;
import org.weimin.kernel.CaseFileId;

/** 卷宗: everything that lies in a case's folder, for whoever reads it; changes nothing. */
@Component
@Transactional(readOnly = true)
public class Dossier {
    private final NoticeStore notices;
    private final LetterStore letters;
    private final Chronicle chronicle;
    private final Deadlines deadlines;
    private final DecisionStore decisions;
    private final SurveyStore surveys;

    Dossier(
            NoticeStore notices,
            LetterStore letters,
            Chronicle chronicle,
            Deadlines deadlines,
            DecisionStore decisions,
            SurveyStore surveys) {
        this.notices = notices;
        this.letters = letters;
        this.chronicle = chronicle;
        this.deadlines = deadlines;
        this.decisions = decisions;
        this.surveys = surveys;
    }

    public List<Notice> notices(CaseFileId id) {
        return notices.of(id);
    }

    public List<Objection> objections(CaseFileId id) {
        return notices.objections(id);
    }

    public List<Letter> letters(CaseFileId id) {
        return letters.of(id);
    }

    public Letter letter(CaseFileId id, UUID letter) {
        return letters.get(id, letter);
    }

    /** Newest first. */
    public List<Chronicle.Event> events(CaseFileId id) {
        return chronicle.of(id);
    }

    public List<Deadline> deadlines(CaseFileId id) {
        return deadlines.of(id);
    }

    /** Who assessed and who decided, by the names they had then. */
    public List<String> signatures(CaseFile file) {
        return decisions.signatures(file.id());
    }

    /** Newest first. */
    public List<SurveyStore.Visited> visits(CaseFileId id) {
        return surveys.visits(id);
    }

    /** 入户调查表, newest first. */
    public List<Survey> surveys(CaseFileId id) {
        return surveys.of(id);
    }
}
