package org.weimin.casework;

import org.weimin.engine.Pack;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Subject;

/** 办件已办结: a case came to its end; one that looks at aid again and ends undecided has confirmed it as it is. */
public record CaseClosed(CaseFileId caseFile, MatterId matter, Pack.Acts acts, Subject subject, Ending ending) {
    /** Whether anything was decided in it. */
    public enum Ending {
        DECIDED,
        UNDECIDED,
        WITHDRAWN
    }

    static Ending endingOf(CaseFile file) {
        if (file.status() == CaseFile.Status.WITHDRAWN) {
            return Ending.WITHDRAWN;
        }
        return file.decision().isPresent() ? Ending.DECIDED : Ending.UNDECIDED;
    }

    public static CaseClosed of(CaseFile file) {
        return new CaseClosed(
                file.id(),
                file.claim().matter(),
                file.claim().acts(),
                file.claim().subject(),
                endingOf(file));
    }
}
