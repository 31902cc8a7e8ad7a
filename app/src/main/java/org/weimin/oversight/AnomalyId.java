package org.weimin.oversight;

import java.util.Objects;
import java.util.UUID;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;

/** 疑点编号. */
public record AnomalyId(UUID value) {
    public AnomalyId {
        Objects.requireNonNull(value, "value");
    }

    public static AnomalyId next() {
        return new AnomalyId(Ids.next());
    }

    public static AnomalyId of(String text) {
        try {
            return new AnomalyId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
