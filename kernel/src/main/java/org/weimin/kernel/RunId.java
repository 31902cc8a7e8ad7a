package org.weimin.kernel;

import java.util.Objects;
import java.util.UUID;

/** 发放批次编号: one payment run. */
public record RunId(UUID value) {
    public RunId {
        Objects.requireNonNull(value, "value");
    }

    public static RunId next() {
        return new RunId(Ids.next());
    }

    public static RunId of(String text) {
        return new RunId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
