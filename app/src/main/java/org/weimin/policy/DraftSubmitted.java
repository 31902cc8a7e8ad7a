package org.weimin.policy;

import org.weimin.kernel.DraftId;
import org.weimin.kernel.MatterId;

/** 草案已提交: its content stays as it is from now on, and whom it would concern can be worked out. */
public record DraftSubmitted(DraftId draft, MatterId matter) {}
