package org.weimin.benefits;

import java.util.List;
import org.weimin.engine.Grant;
import org.weimin.kernel.PersonId;

/** 待遇和对象: an entitlement, and the persons whom it was worked out for; nobody named means everybody who counts. */
public record Award(Entitlement entitlement, List<PersonId> covered) {
    public Award {
        covered = List.copyOf(covered);
    }

    /** The persons whom the rules worked the grants out for; a decision against the rules names nobody. */
    public static List<PersonId> covered(List<Grant> grants) {
        return grants.stream()
                .flatMap(grant -> grant.persons().stream())
                .distinct()
                .map(PersonId::of)
                .toList();
    }
}
