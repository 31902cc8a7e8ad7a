package org.weimin.kernel;

import java.util.Objects;
import java.util.UUID;

/** 方案编号: one plan of division changes. */
public record PlanId(UUID value) {
    public PlanId {
        Objects.requireNonNull(value, "value");
    }

    public static PlanId next() {
        return new PlanId(Ids.next());
    }

    public static PlanId of(String text) {
        return new PlanId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
