package org.weimin.offices;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;

/**
 * 计数明细: one row behind a count: a case, a letter's case, a line of a payment, a finding.
 *
 * @param label the case's number, or the line's; empty for a finding, which names nobody here
 * @param of the case, the run, or the sweep
 */
public record Counted(
        DivisionCode area, String label, Optional<MatterId> matter, Optional<LocalDate> on, UUID of, UUID subject) {}
