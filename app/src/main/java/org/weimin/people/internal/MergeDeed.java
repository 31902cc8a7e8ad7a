package org.weimin.people.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.MergeId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.people.HangingRow;
import org.weimin.people.Merge;
import org.weimin.people.MergePlan;
import org.weimin.people.MergePlan.Field;
import org.weimin.people.Person;
import org.weimin.people.Rehearsal.Clash;
import org.weimin.people.RowWords;
import org.weimin.shell.Texts;

/** 合并执行: the steps of a merge and of its undoing, in their order. */
@Component
public class MergeDeed {
    private final MergeStore merges;
    private final DuplicateStore pairs;
    private final PersonStore persons;
    private final TokenStore tokens;
    private final HangingStore hangings;
    private final BusinessClock clock;

    MergeDeed(
            MergeStore merges,
            DuplicateStore pairs,
            PersonStore persons,
            TokenStore tokens,
            HangingStore hangings,
            BusinessClock clock) {
        this.merges = merges;
        this.hangings = hangings;
        this.pairs = pairs;
        this.persons = persons;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Returns the rows that could not go along, table by table. */
    public List<Clash> move(MergeId id, MergePlan plan) {
        merges.move(id, clock.now());
        return merges.clashes(id, plan.preferred());
    }

    /** The record that goes is found by no search any more, and leads to the one that stays. */
    public void finish(Merge merge, Optional<Actor.Staff> second, Instant at) {
        MergePlan plan = merge.plan();
        merges.exchange(plan);
        merges.lead(plan.merged(), plan.survivor());
        tokens.remove(plan.merged());
        if (changesWords(plan)) {
            writeTokens(plan.survivor());
        }
        merges.done(merge.id(), second, at);
        pairs.merged(plan.survivor(), plan.merged());
    }

    /** What was written since is given to the record that is parted as far as it was chosen; the rest stays. */
    public void undo(Merge merge, List<HangingRow> given, Actor.Staff by, LocalDate on, String reason) {
        MergePlan plan = merge.plan();
        merges.part(plan.merged());
        merges.exchange(plan);
        List<String> hindered = merges.putBack(merge.id());
        if (!hindered.isEmpty()) {
            throw new Refused("people.merge.written-since", Texts.t("people.hangs." + hindered.getFirst()));
        }
        given.forEach(row -> give(merge, row));
        writeTokens(plan.merged());
        if (changesWords(plan)) {
            writeTokens(plan.survivor());
        }
        merges.undone(merge.id(), by, on, reason);
        pairs.ruleOut(plan.survivor(), plan.merged(), by, on, reason);
    }

    private void give(Merge merge, HangingRow row) {
        if (!hangings.give(merge.id(), row).isEmpty()) {
            throw new Refused(
                    "people.merge.cannot-be-given",
                    Texts.t("people.hangs." + row.column().table()),
                    row.words().map(RowWords.Words::what).orElse(""));
        }
    }

    private static boolean changesWords(MergePlan plan) {
        return plan.taken().stream().anyMatch(field -> field != Field.PHONE);
    }

    private void writeTokens(PersonId id) {
        Person person = persons.find(id).orElseThrow();
        tokens.remove(id);
        tokens.write(id, person.area(), tokens.of(person.name(), person.address(), persons.identityNumber(person)));
    }
}
