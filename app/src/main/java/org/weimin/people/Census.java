package org.weimin.people;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.divisions.Divisions;
import org.weimin.people.internal.CensusStore;

/** 批量登记: whole households at once, as rosters and the demo county bring them. One transaction takes all or none. */
@Service
@Transactional
public class Census {
    private final CensusStore store;
    private final Divisions divisions;

    Census(CensusStore store, Divisions divisions) {
        this.store = store;
        this.divisions = divisions;
    }

    /** Nobody in them may be registered yet; what they say is known from the instant on. */
    public void enrol(List<Family> families, Instant knownFrom) {
        store.insert(families, divisions::areaOf, knownFrom);
    }
}
