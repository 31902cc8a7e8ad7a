package org.weimin.engine;

import org.weimin.kernel.MatterId;

/**
 * 收入认定: whether what one matter pays counts as income of another one that asks for income. It counts in the share that
 * a parameter of the asking matter sets; without a parameter it is left out.
 */
public record IncomeRule(MatterId paid, MatterId asking, String share, Text because, String article) {
    public boolean counts() {
        return !share.isEmpty();
    }
}
