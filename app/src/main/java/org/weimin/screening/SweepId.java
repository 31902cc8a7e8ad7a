package org.weimin.screening;

import java.util.Objects;
import java.util.UUID;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;

/** 筛查编号. */
public record SweepId(UUID value) {
    public SweepId {
        Objects.requireNonNull(value, "value");
    }

    public static SweepId next() {
        return new SweepId(Ids.next());
    }

    public static SweepId of(String text) {
        try {
            return new SweepId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
