package org.weimin.screening;

import java.util.Objects;
import java.util.UUID;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;

/** 情景编号. */
public record ScenarioId(UUID value) {
    public ScenarioId {
        Objects.requireNonNull(value, "value");
    }

    public static ScenarioId next() {
        return new ScenarioId(Ids.next());
    }

    public static ScenarioId of(String text) {
        try {
            return new ScenarioId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
