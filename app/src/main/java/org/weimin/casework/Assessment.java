package org.weimin.casework;

import java.time.LocalDate;
import org.weimin.engine.Determination.Outcome;
import org.weimin.kernel.DeterminationId;
import org.weimin.kernel.StaffId;

/** 审核意见: the rule's answer that an assessor put forward, and the assessor's own words. */
public record Assessment(
        DeterminationId determination, Outcome outcome, StaffId assessedBy, LocalDate on, String opinion) {}
