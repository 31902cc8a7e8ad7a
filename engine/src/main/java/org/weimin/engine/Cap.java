package org.weimin.engine;

import java.util.List;
import org.weimin.kernel.MatterId;

/**
 * 合计封顶: what several matters pay together a month is limited. The limit is a parameter that each of them shares, where
 * the place has set one, or the highest of their own amounts; what is over comes off the last of them first.
 */
public record Cap(List<MatterId> of, boolean perPerson, String limit, Text because, String article) {
    static final String HIGHEST = "highest";

    public Cap {
        of = List.copyOf(of);
    }

    boolean isHighest() {
        return limit.equals(HIGHEST);
    }
}
