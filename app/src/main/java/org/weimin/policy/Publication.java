package org.weimin.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.weimin.kernel.DraftId;
import org.weimin.kernel.MatterId;

/**
 * 政策发布: one edition of one matter, as it was published; {@code validFrom} is the first day that it speaks about, and
 * one that came with the program had no draft.
 */
public record Publication(
        MatterId matter,
        LocalDate editionFrom,
        String packVersion,
        LocalDate validFrom,
        Optional<DraftId> draft,
        Instant publishedAt) {}
