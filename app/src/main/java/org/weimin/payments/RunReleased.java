package org.weimin.payments;

import org.weimin.kernel.RunId;

/** 批次已审批: the money of this run may go; the bank file is written next. */
public record RunReleased(RunId run) {}
