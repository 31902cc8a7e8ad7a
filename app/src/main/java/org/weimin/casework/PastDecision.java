package org.weimin.casework;

import java.time.Instant;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.StaffId;
import org.weimin.kernel.Subject;

/** 历史决定: who examined and who granted what, and when, before this system kept cases. */
public record PastDecision(
        CaseFileId caseFile,
        MatterId matter,
        Subject subject,
        StaffId assessedBy,
        StaffId decidedBy,
        Instant decidedAt,
        DivisionCode area) {}
