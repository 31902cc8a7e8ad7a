package org.weimin.kernel;

import java.util.Objects;
import java.util.UUID;

/** 应付编号: one amount owed to one payee for one month. */
public record PayableId(UUID value) {
    public PayableId {
        Objects.requireNonNull(value, "value");
    }

    public static PayableId next() {
        return new PayableId(Ids.next());
    }

    public static PayableId of(String text) {
        return new PayableId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
