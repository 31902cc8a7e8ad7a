package org.weimin.kernel;

import java.util.Objects;
import java.util.UUID;

/** 待遇编号: what one subject receives under one matter from a month on. */
public record EntitlementId(UUID value) {
    public EntitlementId {
        Objects.requireNonNull(value, "value");
    }

    public static EntitlementId next() {
        return new EntitlementId(Ids.next());
    }

    public static EntitlementId of(String text) {
        return new EntitlementId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
