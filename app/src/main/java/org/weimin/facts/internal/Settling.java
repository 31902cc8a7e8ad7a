package org.weimin.facts.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.weimin.audit.Audit;
import org.weimin.engine.CheckItem;
import org.weimin.facts.CheckConflict;
import org.weimin.facts.CheckConflict.Status;
import org.weimin.facts.CheckRequest;
import org.weimin.facts.SettleConflict;
import org.weimin.facts.internal.AnswerStore.Fate;
import org.weimin.facts.internal.AnswerStore.Value;
import org.weimin.kernel.Period;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;

/** Settles differences: what is taken becomes the checked fact, what is kept keeps its reason. */
@Component
public class Settling {
    private final ConflictStore conflicts;
    private final AnswerStore answers;
    private final CheckedFacts facts;
    private final Comparing comparing;
    private final Audit audit;

    Settling(ConflictStore conflicts, AnswerStore answers, CheckedFacts facts, Comparing comparing, Audit audit) {
        this.conflicts = conflicts;
        this.answers = answers;
        this.facts = facts;
        this.comparing = comparing;
        this.audit = audit;
    }

    public CheckConflict settle(SettleConflict command) {
        CheckConflict conflict = conflicts.get(command.conflict());
        if (conflict.status().isSettled()) {
            throw new Refused("facts.conflict.settled");
        }
        if (command.reason().isBlank()) {
            throw new Refused("facts.conflict.no-reason");
        }
        audit.looked(
                "check-conflict", conflict.subject(), conflict.request().of().caseNumber());
        String reason = command.reason().strip();
        switch (command.way()) {
            case TAKE -> {
                conflicts.settle(conflict, Status.TAKEN, reason);
                take(conflict);
            }
            case KEEP -> {
                conflicts.settle(conflict, Status.KEPT, reason);
                if (!conflict.declared().source().equals("CHECKED")) {
                    facts.setAside(conflict.subject(), conflict.name());
                }
            }
            case ASK -> conflicts.settle(conflict, Status.ASKED, reason);
        }
        return conflict;
    }

    private void take(CheckConflict conflict) {
        CheckRequest request = conflict.request();
        if (conflict.subject() instanceof Subject.OfHousehold) {
            var total = new Value(
                    conflict.name(),
                    conflict.found().value(),
                    Period.since(conflict.found().on()));
            facts.record(request, conflict.subject(), total, request.reference());
            return;
        }
        believe(conflict);
        CheckItem.Answer asked = request.item().answers().stream()
                .filter(each -> CheckCatalogue.recordedAs(each.fact()).equals(conflict.name()))
                .findFirst()
                .orElseThrow();
        if (asked.summed()) {
            comparing
                    .total(request, asked)
                    .ifPresent(sum -> facts.record(request, Comparing.household(request), sum, request.reference()));
        } else {
            List<Value> found = answers.values(conflict.answer()).stream()
                    .filter(value -> value.name().equals(conflict.name()))
                    .toList();
            found.forEach(value -> facts.record(request, conflict.subject(), value, request.reference()));
        }
    }

    /** Of two answers of a bureau the later one is now the one that counts. */
    private void believe(CheckConflict conflict) {
        answers.believed(conflict.request().id())
                .filter(kept -> !kept.id().equals(conflict.answer()))
                .ifPresent(kept -> {
                    answers.setFate(kept.id(), Fate.REPLACED);
                    answers.setFate(conflict.answer(), Fate.ACCEPTED);
                });
    }
}
