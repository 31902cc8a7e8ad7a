package org.weimin.linkage;

import java.util.Objects;
import java.util.UUID;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;

/** 事件编号. */
public record EventId(UUID value) {
    public EventId {
        Objects.requireNonNull(value, "value");
    }

    public static EventId next() {
        return new EventId(Ids.next());
    }

    public static EventId of(String text) {
        try {
            return new EventId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
