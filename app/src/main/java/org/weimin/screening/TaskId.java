package org.weimin.screening;

import java.util.Objects;
import java.util.UUID;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;

/** 任务编号. */
public record TaskId(UUID value) {
    public TaskId {
        Objects.requireNonNull(value, "value");
    }

    public static TaskId next() {
        return new TaskId(Ids.next());
    }

    public static TaskId of(String text) {
        try {
            return new TaskId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
