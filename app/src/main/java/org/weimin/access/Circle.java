package org.weimin.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.weimin.kernel.PersonId;

/** 圈子: who it is that signed in, and whose rows belong to the own file; the register of residents says both. */
public record Circle(Function<PersonId, Optional<Own>> of) {
    /** 本人: the record that stands for whoever signed in, and the rows of the own file. The dead have neither. */
    public record Own(PersonId person, Set<UUID> rows) {
        public Own {
            rows = Set.copyOf(rows);
        }
    }
}
