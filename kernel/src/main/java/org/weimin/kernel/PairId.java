package org.weimin.kernel;

import java.util.Objects;
import java.util.UUID;

/** 疑似重复编号: one pair of records that may be one resident. */
public record PairId(UUID value) {
    public PairId {
        Objects.requireNonNull(value, "value");
    }

    public static PairId next() {
        return new PairId(Ids.next());
    }

    public static PairId of(String text) {
        return new PairId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
