package org.weimin.demo.internal;

import java.util.Set;
import java.util.UUID;
import org.weimin.oversight.Anomaly;

/**
 * 已知疑点: something odd in the demo county, or something that only looks so.
 *
 * @param about ids of the people, households, awards or cases that it is about
 */
record Oddity(Anomaly.Kind kind, Sort sort, Set<UUID> about, String note) {
    Oddity {
        about = Set.copyOf(about);
    }

    /** 真相: planted to be found; odd by the draw of the county, and right to be found; innocent, to be left alone. */
    enum Sort {
        PLANTED,
        GENUINE,
        INNOCENT
    }
}
