package org.weimin.casework;

import java.time.LocalDate;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Refused;

/** 申请更正: whoever a decision is about disagrees with it and says why; it is looked at again by other people. */
public record OpenCorrection(CaseFileId decided, LocalDate receivedOn, String text) {
    public OpenCorrection {
        text = text.strip();
        if (text.isEmpty()) {
            throw new Refused("casework.correct.no-text");
        }
    }
}
