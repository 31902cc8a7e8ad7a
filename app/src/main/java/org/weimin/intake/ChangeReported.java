package org.weimin.intake;

import java.util.UUID;
import org.weimin.kernel.Subject;

/** 已报告变化: what is received may have to be looked at again. */
public record ChangeReported(UUID report, Subject party, ChangeReport.Kind kind) {}
