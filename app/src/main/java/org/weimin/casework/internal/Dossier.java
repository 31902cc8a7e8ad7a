package org.weimin.casework.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Deadline;
import org.weimin.casework.Letter;
import org.weimin.casework.Notice;
import org.weimin.casework.Objection;
import org.weimin.kernel.CaseFileId;

/** 卷宗: everything that lies in a case's folder, for whoever reads it; changes nothing. */
@Component
@Transactional(readOnly = true)
public class Dossier {
    /** What two officers found at the door. */
    public record Visit(
            LocalDate visitedOn, String officers, String place, String findings, String signedBy, boolean agrees) {}

    private final NoticeStore notices;
    private final LetterStore letters;
    private final Chronicle chronicle;
    private final Deadlines deadlines;
    private final DecisionStore decisions;
    private final JdbcClient db;

    Dossier(
            NoticeStore notices,
            LetterStore letters,
            Chronicle chronicle,
            Deadlines deadlines,
            DecisionStore decisions,
            JdbcClient db) {
        this.notices = notices;
        this.letters = letters;
        this.chronicle = chronicle;
        this.deadlines = deadlines;
        this.decisions = decisions;
        this.db = db;
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

    public List<Visit> visits(CaseFileId id) {
        return db.sql("SELECT * FROM casework.visit WHERE case_file_id = :id ORDER BY visited_on DESC, id DESC")
                .param("id", id.value())
                .query((row, n) -> new Visit(
                        row.getObject("visited_on", LocalDate.class),
                        row.getString("first_officer") + "、" + row.getString("second_officer"),
                        row.getString("place"),
                        row.getString("findings"),
                        row.getString("signed_by"),
                        row.getBoolean("agrees")))
                .list();
    }
}
