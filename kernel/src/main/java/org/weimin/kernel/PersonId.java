package org.weimin.kernel;

import java.util.Objects;
import java.util.UUID;

/** 居民编号: one resident, for ever; a merged person's id still leads to the survivor. */
public record PersonId(UUID value) {
    public PersonId {
        Objects.requireNonNull(value, "value");
    }

    public static PersonId next() {
        return new PersonId(Ids.next());
    }

    public static PersonId of(String text) {
        return new PersonId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
