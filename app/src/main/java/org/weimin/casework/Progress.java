package org.weimin.casework;

import java.time.LocalDate;
import java.util.Optional;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;

/** 办理进度: how far one case has come, as its receipt shows it: no facts, no amount, no outcome. */
public record Progress(
        MatterId pack, CaseFile.Status status, LocalDate openedOn, DivisionCode area, Optional<Deadline> due) {}
