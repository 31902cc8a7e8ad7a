package org.weimin.casework;

import org.weimin.kernel.Refused;

/** 初审意见: what the first of two levels says before the second decides. */
public record FirstReview(Finding finding, String opinion) {
    /** Whether the case goes on to the decision, or back to whoever examined it. */
    public enum Finding {
        AGREED,
        RETURNED
    }

    public FirstReview {
        opinion = opinion.strip();
        if (opinion.isEmpty()) {
            throw new Refused("casework.review.no-opinion");
        }
    }
}
