package org.weimin.people.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.BankCard;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.PersonId;
import org.weimin.people.Family;
import org.weimin.people.RosterBatch;

/** 导入落库: enters a checked roster into the register, part by part, or all of it at once when nothing may be left out. */
@Component
public class RosterApply {
    private static final int FAMILIES_AT_ONCE = 1_000;
    private final RosterStore store;
    private final CensusStore census;
    private final Divisions divisions;
    private final BusinessClock clock;

    RosterApply(RosterStore store, CensusStore census, Divisions divisions, BusinessClock clock) {
        this.store = store;
        this.census = census;
        this.divisions = divisions;
        this.clock = clock;
    }

    /** One part, in the transaction of the caller, who is the system; false when the batch has come to its end. */
    public boolean next(RosterBatch batch) {
        // Since the dry run somebody may have been registered by hand.
        store.judgeAgainstRegister(batch.id());
        store.holdFamilies(batch.id());
        boolean all = batch.policy() == RosterBatch.Policy.ALL;
        if (all && store.faulty(batch.id(), 1).total() > 0) {
            store.become(batch.id(), RosterBatch.Status.CHECKED);
            return false;
        }
        List<RosterStore.NextRow> rows = store.next(batch.id(), all ? Integer.MAX_VALUE : FAMILIES_AT_ONCE);
        if (rows.isEmpty()) {
            store.become(batch.id(), RosterBatch.Status.APPLIED);
            return false;
        }
        enter(batch.id(), rows);
        return true;
    }

    private void enter(UUID batch, List<RosterStore.NextRow> rows) {
        var families = new LinkedHashMap<String, List<RosterStore.NextRow>>();
        for (var row : rows) {
            families.computeIfAbsent(row.entry().family(), key -> new ArrayList<>())
                    .add(row);
        }
        var entering = new ArrayList<Family>();
        var applied = new ArrayList<RosterStore.Applied>();
        for (var members : families.values()) {
            entering.add(family(members, applied));
        }
        census.insert(entering, divisions::areaOf, clock.now());
        store.markApplied(batch, applied);
    }

    /** The head stands first, wherever the roster had it. */
    private Family family(List<RosterStore.NextRow> members, List<RosterStore.Applied> applied) {
        HouseholdId household = HouseholdId.next();
        var relatives = new ArrayList<Family.Relative>();
        StagedRow.Entry head = members.getFirst().entry();
        for (var member : members) {
            Family.Relative relative = relative(member.entry());
            applied.add(new RosterStore.Applied(member.number(), household, relative.id()));
            if (member.entry().relation().equals("02")) {
                head = member.entry();
                relatives.addFirst(relative);
            } else {
                relatives.add(relative);
            }
        }
        return new Family(
                household, new DivisionCode(head.place()), head.address(), clock.today(), relatives, List.of());
    }

    private static Family.Relative relative(StagedRow.Entry entry) {
        Optional<Family.Account> account = entry.card().isEmpty()
                ? Optional.empty()
                : Optional.of(new Family.Account(entry.bank(), new BankCard(entry.card())));
        return new Family.Relative(
                PersonId.next(),
                new IdentityNumber(entry.identity()),
                entry.name(),
                entry.relation(),
                entry.phone(),
                account,
                Optional.empty());
    }
}
