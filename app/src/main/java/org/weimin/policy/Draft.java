package org.weimin.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weimin.engine.GoldenCase;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.DraftId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;

/**
 * 政策草案: a change of one matter's law on its way to publication. Immutable: every step returns the next state or
 * refuses; what was submitted is published as it is or not at all.
 */
public record Draft(
        DraftId id,
        MatterId matter,
        LocalDate from,
        Purpose purpose,
        Content content,
        Status status,
        List<GoldenCase> golden,
        Author author,
        Optional<Review> review,
        int version) {
    static final Map<Status, Set<Status>> MAY_BECOME = Map.of(
            Status.DRAFT, Set.of(Status.DRAFT, Status.CHECKED, Status.WITHDRAWN),
            Status.CHECKED, Set.of(Status.DRAFT, Status.CHECKED, Status.SUBMITTED, Status.WITHDRAWN),
            Status.SUBMITTED, Set.of(Status.PUBLISHED, Status.REFUSED),
            Status.REFUSED, Set.of(Status.DRAFT, Status.WITHDRAWN),
            Status.PUBLISHED, Set.of(),
            Status.WITHDRAWN, Set.of());

    /** Where a draft stands. */
    public enum Status {
        DRAFT,
        CHECKED,
        SUBMITTED,
        PUBLISHED,
        REFUSED,
        WITHDRAWN
    }

    /** What the change is for, and the document that orders it. */
    public record Purpose(String title, String document) {
        public Purpose {
            title = title.strip();
            document = document.strip();
            if (title.isEmpty() || document.length() < 4) {
                throw new Refused("policy.draft.no-document");
            }
        }
    }

    /** What changes: decision tables as a DMN file, lines of parameters, worked examples. */
    public record Content(Optional<String> rules, Optional<String> cases, List<NewValue> values) {
        public static final Content NONE = new Content(Optional.empty(), Optional.empty(), List.of());

        public Content {
            values = List.copyOf(values);
        }

        /** Worked examples alone change nothing. */
        public boolean changesNothing() {
            return rules.isEmpty() && values.isEmpty();
        }
    }

    /** Who drafted it, and for which area. */
    public record Author(StaffId id, String name, DivisionCode area) {}

    /** What the second person said. */
    public record Review(StaffId by, String name, LocalDate on, String words) {}

    public Draft {
        golden = List.copyOf(golden);
    }

    public static Draft begin(MatterId matter, LocalDate from, Purpose purpose, Author author) {
        return new Draft(
                DraftId.next(),
                matter,
                from,
                purpose,
                Content.NONE,
                Status.DRAFT,
                List.of(),
                author,
                Optional.empty(),
                1);
    }

    public boolean isOpen() {
        return MAY_BECOME.getOrDefault(status, Set.of()).contains(Status.DRAFT);
    }

    /** Another content has to be checked again, whatever was found before. */
    public Draft with(Content changed) {
        return become(Status.DRAFT, changed, List.of(), review);
    }

    public Draft checked(List<GoldenCase> found) {
        if (content.changesNothing()) {
            throw new Refused("policy.draft.empty");
        }
        boolean passed = found.stream().allMatch(GoldenCase::passed);
        return become(passed ? Status.CHECKED : Status.DRAFT, content, found, review);
    }

    public Draft submitted() {
        if (status != Status.CHECKED) {
            throw new Refused("policy.draft.not-checked");
        }
        return become(Status.SUBMITTED, content, golden, Optional.empty());
    }

    public Draft published(Review reviewed) {
        return become(Status.PUBLISHED, content, golden, Optional.of(bySecondPerson(reviewed)));
    }

    public Draft refused(Review reviewed) {
        if (reviewed.words().isBlank()) {
            throw new Refused("policy.draft.no-reason");
        }
        return become(Status.REFUSED, content, golden, Optional.of(bySecondPerson(reviewed)));
    }

    public Draft withdrawn() {
        return become(Status.WITHDRAWN, content, golden, review);
    }

    private Review bySecondPerson(Review reviewed) {
        if (reviewed.by().equals(author.id())) {
            throw new Refused("policy.draft.same-person");
        }
        return reviewed;
    }

    private Draft become(Status next, Content changed, List<GoldenCase> found, Optional<Review> reviewed) {
        if (!MAY_BECOME.getOrDefault(status, Set.of()).contains(next)) {
            throw new Refused("policy.draft.not-now", status);
        }
        return new Draft(id, matter, from, purpose, changed, next, found, author, reviewed, version);
    }
}
