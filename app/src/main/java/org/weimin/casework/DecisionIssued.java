package org.weimin.casework;

import java.time.LocalDate;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Pack;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DeterminationId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;

/**
 * 决定已作出: a decision took effect. {@code matter} is what is granted or stopped; {@code effectiveFrom} is the first
 * day of the first month with, or without, the aid. Ids, dates and amounts only: events hold no facts or names.
 */
public record DecisionIssued(
        CaseFileId caseFile,
        MatterId matter,
        Pack.Acts acts,
        Subject subject,
        PersonId payee,
        DivisionCode area,
        LocalDate effectiveFrom,
        DeterminationId determination,
        Outcome decided) {}
