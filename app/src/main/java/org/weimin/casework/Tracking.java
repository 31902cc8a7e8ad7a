package org.weimin.casework;

import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.casework.internal.CaseFileStore;
import org.weimin.casework.internal.CaseLetters;
import org.weimin.casework.internal.Deadlines;
import org.weimin.casework.internal.LetterStore;
import org.weimin.kernel.ApplicationId;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Subject;
import org.weimin.shell.Letters;

/** 进度查询: how far cases have come and what was written about them, for whoever may not read what was found. */
@Service
@Transactional(readOnly = true)
public class Tracking {
    private final CaseFileStore files;
    private final Deadlines deadlines;
    private final LetterStore letters;
    private final CaseLetters templates;
    private final Letters paper;

    Tracking(CaseFileStore files, Deadlines deadlines, LetterStore letters, CaseLetters templates, Letters paper) {
        this.files = files;
        this.deadlines = deadlines;
        this.letters = letters;
        this.templates = templates;
        this.paper = paper;
    }

    public List<Progress> of(ApplicationId application) {
        return files.progressOf(application).stream().map(this::dated).toList();
    }

    /** Newest first. */
    public List<Progress> of(List<Subject> subjects) {
        return files.progressOf(subjects).stream().map(this::dated).toList();
    }

    public Progress get(CaseFileId id) {
        return dated(files.progress(id));
    }

    public List<Letter> letters(CaseFileId id) {
        return letters.of(id);
    }

    /** The letter as it was sent, as PDF. */
    public ResponseEntity<byte[]> print(CaseFileId id, UUID letter) {
        Letter found = letters.get(id, letter);
        Claim claim = files.progress(id).claim();
        return paper.reply(found.number(), templates.template(claim, found.kind()), templates.fields(claim, found));
    }

    private Progress dated(Progress progress) {
        return progress.by(deadlines.findOpen(progress.id(), Deadline.Kind.CASE));
    }
}
