package org.weimin.people;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.audit.Audit;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.people.internal.RosterApply;
import org.weimin.people.internal.RosterCheck;
import org.weimin.people.internal.RosterStore;
import org.weimin.shell.PageOf;

/** 名册导入: upload and dry run, apply, undo. Nobody enters the register before the uploader has seen the three counts. */
@Service
@Transactional
public class Rosters {
    private final RosterStore store;
    private final RosterCheck check;
    private final RosterApply apply;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Rosters(RosterStore store, RosterCheck check, RosterApply apply, Audit audit, ApplicationEventPublisher events) {
        this.store = store;
        this.check = check;
        this.apply = apply;
        this.audit = audit;
        this.events = events;
    }

    /** Reads and checks the file; {@code area} is where the uploader may register people. */
    @Transactional(propagation = Propagation.NEVER)
    public UUID upload(Path file, String fileName, RosterBatch.Policy policy, DivisionCode area) {
        return check.check(file, fileName, policy, area);
    }

    public RosterBatch get(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFound(id));
    }

    public List<RosterBatch> list() {
        return store.list();
    }

    /** The rows with something wrong, the worst first. */
    public PageOf<RosterLine> faulty(UUID id, int page) {
        return store.faulty(get(id).id(), page);
    }

    /** Every row as it was uploaded, with its verdict, in the order of the file. */
    public List<RosterLine> lines(UUID id) {
        return store.lines(get(id).id());
    }

    /** From now on the batch is applied in the background, and goes on after a crash where it stopped. */
    public void apply(UUID id) {
        RosterBatch batch = get(id);
        if (!batch.mayBeApplied()) {
            throw new Refused("people.import.not-applicable", batch.fileName());
        }
        store.become(id, RosterBatch.Status.APPLYING);
        audit.changed(
                "people.import",
                id,
                batch.area().value(),
                Map.of("rows", batch.counts().good()));
    }

    /** Applies the next part of every batch that is being applied; false when there is nothing left to do. */
    public boolean work() {
        return store.applying().map(apply::next).orElse(false);
    }

    /** Takes the batch back, as long as nobody has used any of its people. */
    public void undo(UUID id) {
        RosterBatch batch = get(id);
        if (batch.status() != RosterBatch.Status.APPLIED) {
            throw new Refused("people.import.not-applied", batch.fileName());
        }
        events.publishEvent(new PeopleWithdrawn(store.peopleOf(id), store.householdsOf(id)));
        store.withdraw(id);
        audit.changed("people.import-undone", id, batch.area().value(), Map.of("file", batch.fileName()));
    }
}
