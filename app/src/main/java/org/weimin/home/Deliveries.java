package org.weimin.home;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.home.internal.DeliveryStore;
import org.weimin.kernel.NotFound;

/**
 * 事件投递: what listeners still owe after a commit. It is given to them again after a minute, five times in all; then
 * it waits for a person.
 */
@Service
@Transactional
public class Deliveries {
    private final DeliveryStore store;
    private final IncompleteEventPublications open;

    Deliveries(DeliveryStore store, IncompleteEventPublications open) {
        this.store = store;
        this.open = open;
    }

    /** 卡住的投递: an event that a listener failed to work five times. */
    public record Stuck(UUID id, String listener, String event, Instant since, int tries) {}

    /** The oldest first. */
    public List<Stuck> stuck() {
        return store.stuck();
    }

    /** The next round begins anew with this one. */
    public void retry(UUID id) {
        if (!store.beginAnew(id)) {
            throw new NotFound(id);
        }
    }

    /** One round; a listener works in a transaction of its own, so there is none here. */
    @Transactional(propagation = Propagation.NEVER)
    public void work() {
        Set<UUID> due = store.takeDue();
        if (!due.isEmpty()) {
            open.resubmitIncompletePublications(publication -> due.contains(publication.getIdentifier()));
        }
    }
}
