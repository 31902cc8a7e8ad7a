package org.weimin.kernel;

import java.util.Objects;
import java.util.UUID;

/** 登记编号: one entry of a register. */
public record RegisterEntryId(UUID value) {
    public RegisterEntryId {
        Objects.requireNonNull(value, "value");
    }

    public static RegisterEntryId next() {
        return new RegisterEntryId(Ids.next());
    }

    public static RegisterEntryId of(String text) {
        return new RegisterEntryId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
