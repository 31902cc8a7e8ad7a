package org.weimin.casework.internal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.casework.CaseFile;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.Deliberation;
import org.weimin.casework.PanelRules;
import org.weimin.casework.internal.Chronicle.Lane;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Refused;
import org.weimin.people.Person;

/** 民主评议: what a panel of neighbours found where an objection could not be settled by the office alone. */
@Component
@Transactional
public class Deliberating {
    private final Desk desk;
    private final DeliberationStore store;
    private final Claimants claimants;
    private final Limits limits;

    Deliberating(Desk desk, DeliberationStore store, Claimants claimants, Limits limits) {
        this.desk = desk;
        this.store = store;
        this.claimants = claimants;
        this.limits = limits;
    }

    public void deliberate(CaseFileId id, Deliberation held) {
        CaseFile file = desk.get(id);
        file.demand(Status.REVIEWING);
        var staff = desk.handler(file);
        if (held.heldOn().isAfter(desk.today())
                || held.heldOn().isBefore(file.claim().openedOn())) {
            throw new Refused(
                    "casework.deliberation.day", held.heldOn(), file.claim().openedOn());
        }
        PanelRules rules = limits.panel(file.claim());
        rules.demand(held);
        demandImpartial(file, held.panel());
        boolean passed = rules.isPassed(held);
        CaseFile reviewed =
                desk.arrive(file, file.deliberate(staff.id(), desk.next(file, passed ? "passed" : "rejected")));
        store.insert(file, held, passed, staff.id());
        desk.note(
                reviewed,
                Lane.CASE,
                passed ? "panel.passed" : "panel.rejected",
                held.votes().inFavour(),
                held.panel().present());
    }

    /** The last panel that sat on the case. */
    @Transactional(readOnly = true)
    public Optional<DeliberationStore.Held> last(CaseFileId id) {
        return store.of(id).stream().findFirst();
    }

    /** Nobody votes on the own household; whoever merely shares a name is told apart by the group or the house. */
    private void demandImpartial(CaseFile file, Deliberation.Panel panel) {
        claimants.party(file.claim()).people().stream()
                .map(Person::name)
                .filter(panel.members()::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw new Refused("casework.deliberation.partial", name);
                });
    }
}
