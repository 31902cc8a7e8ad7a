package org.weimin.kernel;

import java.util.Objects;
import java.util.UUID;

/** 测算编号: one stored answer of the rules with its reasons. */
public record DeterminationId(UUID value) {
    public DeterminationId {
        Objects.requireNonNull(value, "value");
    }

    public static DeterminationId next() {
        return new DeterminationId(Ids.next());
    }

    public static DeterminationId of(String text) {
        return new DeterminationId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
