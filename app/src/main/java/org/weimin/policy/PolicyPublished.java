package org.weimin.policy;

import java.time.LocalDate;
import org.weimin.kernel.DraftId;
import org.weimin.kernel.MatterId;

/** 政策已发布: a draft became law of the house, in force from a day on. */
public record PolicyPublished(DraftId draft, MatterId matter, LocalDate from) {}
