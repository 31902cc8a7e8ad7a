package org.weimin.kernel;

import java.util.Objects;
import java.util.UUID;

/** 家庭编号: one household whose members change over time. */
public record HouseholdId(UUID value) {
    public HouseholdId {
        Objects.requireNonNull(value, "value");
    }

    public static HouseholdId next() {
        return new HouseholdId(Ids.next());
    }

    public static HouseholdId of(String text) {
        return new HouseholdId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
