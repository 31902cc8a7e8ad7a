package org.weimin.kernel;

import java.util.Objects;
import java.util.UUID;

/** 发放明细编号: one line of a payment run. */
public record LineId(UUID value) {
    public LineId {
        Objects.requireNonNull(value, "value");
    }

    public static LineId next() {
        return new LineId(Ids.next());
    }

    public static LineId of(String text) {
        return new LineId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
