package org.weimin.policy;

import java.time.Instant;
import java.time.LocalDate;
import org.weimin.kernel.MatterId;

/** 政策发布: one edition of one matter, as it was published. */
public record Publication(MatterId matter, LocalDate editionFrom, String packVersion, Instant publishedAt) {}
