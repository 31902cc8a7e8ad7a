package org.weimin.oversight;

import org.weimin.kernel.Money;

/**
 * 被反超: a household that most of those just below it overtake by aid.
 *
 * @param below how many of its size stand below it within the band
 * @param overtaking how many of them have more per person after aid
 * @param behind by how much it has less than the middle of those below
 */
public record Passed(Standing standing, int below, int overtaking, Money behind) {}
