package org.weimin.divisions;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PlanId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;

/**
 * 区划变更方案: what becomes of which division on which day, on its way from the draft to the day and, if it must be, back
 * again. Immutable: every step returns the next state or refuses.
 */
public record Plan(
        PlanId id,
        DivisionCode county,
        Purpose purpose,
        LocalDate on,
        Status status,
        Hands hands,
        Window window,
        Redrawing redrawing,
        String stuck,
        int version) {
    static final Map<Status, Set<Status>> MAY_BECOME = Map.of(
            Status.DRAFT, Set.of(Status.DRAFT, Status.REHEARSED, Status.WITHDRAWN),
            Status.REHEARSED, Set.of(Status.DRAFT, Status.REHEARSED, Status.CONSULTING, Status.WITHDRAWN),
            Status.CONSULTING, Set.of(Status.DRAFT, Status.APPROVED, Status.WITHDRAWN),
            Status.APPROVED, Set.of(Status.CARRIED_OUT, Status.WITHDRAWN),
            Status.CARRIED_OUT, Set.of(Status.UNDONE),
            Status.UNDONE, Set.of(),
            Status.WITHDRAWN, Set.of());

    /** Where a plan stands. */
    public enum Status {
        DRAFT,
        REHEARSED,
        CONSULTING,
        APPROVED,
        CARRIED_OUT,
        UNDONE,
        WITHDRAWN
    }

    /** Why, and by which document; a draft may still wait for its document, an approved plan has one. */
    public record Purpose(String title, String document, String reason) {
        public Purpose {
            title = title.strip();
            document = document.strip();
            reason = reason.strip();
            if (title.isEmpty() || reason.isEmpty()) {
                throw new Refused("divisions.plan.no-reason");
            }
        }
    }

    /** 经手: who drafted, who approved, who took it back, and when. */
    public record Hands(
            Hand drafted, Optional<Hand> approved, Optional<Hand> undone, Optional<LocalDate> carriedOutOn) {}

    /** One person's part, with what was said. */
    public record Hand(StaffId by, String name, LocalDate on, String words) {}

    /** 公示期: while anybody may say something. */
    public record Window(Optional<LocalDate> from, Optional<LocalDate> until) {
        public static final Window NONE = new Window(Optional.empty(), Optional.empty());
    }

    public static Plan begin(DivisionCode county, Purpose purpose, LocalDate on, Hand drafter) {
        return new Plan(
                PlanId.next(),
                county,
                purpose,
                on,
                Status.DRAFT,
                new Hands(drafter, Optional.empty(), Optional.empty(), Optional.empty()),
                Window.NONE,
                Redrawing.NONE,
                "",
                0);
    }

    public boolean isOpen() {
        return MAY_BECOME.getOrDefault(status, Set.of()).contains(Status.DRAFT);
    }

    /** Another content is rehearsed and consulted anew; what was approved is carried out as it is or not at all. */
    public Plan with(Redrawing changed) {
        if (!isOpen()) {
            throw new Refused("divisions.plan.fixed", on);
        }
        return become(Status.DRAFT, hands, Window.NONE, changed);
    }

    public boolean mayRehearse() {
        return isOpen() || status == Status.APPROVED;
    }

    /** What hangs out goes on hanging out, and what is approved stays so: the rehearsal only tells how things stand. */
    public Plan rehearsed(boolean mayGoOn) {
        boolean goesOn = status == Status.APPROVED || (status == Status.CONSULTING && mayGoOn);
        return goesOn ? this : become(mayGoOn ? Status.REHEARSED : Status.DRAFT, hands, Window.NONE, redrawing);
    }

    public Plan consulted(LocalDate from, LocalDate until) {
        if (status != Status.REHEARSED) {
            throw new Refused("divisions.plan.not-rehearsed");
        }
        if (until.isBefore(from.plusDays(7)) || !until.isBefore(on)) {
            throw new Refused("divisions.plan.window", until, on);
        }
        return become(Status.CONSULTING, hands, new Window(Optional.of(from), Optional.of(until)), redrawing);
    }

    /** The drafter and whoever approves are two people, and nobody approves while others may still speak. */
    public Plan approved(Hand by) {
        if (status != Status.CONSULTING) {
            throw new Refused("divisions.plan.not-consulted");
        }
        if (by.by().equals(hands.drafted().by())) {
            throw new Refused("divisions.plan.same-person", by.name());
        }
        LocalDate until = window.until().orElseThrow();
        if (by.on().isBefore(until)) {
            throw new Refused("divisions.plan.window-open", until);
        }
        if (purpose.document().length() < 4) {
            throw new Refused("divisions.plan.no-document");
        }
        var signed = new Hands(hands.drafted(), Optional.of(by), Optional.empty(), Optional.empty());
        return become(Status.APPROVED, signed, window, redrawing);
    }

    public Plan withdrawn() {
        return become(Status.WITHDRAWN, hands, window, redrawing);
    }

    private Plan become(Status next, Hands signed, Window shown, Redrawing content) {
        if (!MAY_BECOME.getOrDefault(status, Set.of()).contains(next)) {
            throw new Refused("divisions.plan.not-now", status.name());
        }
        return new Plan(id, county, purpose, on, next, signed, shown, content, stuck, version);
    }
}
