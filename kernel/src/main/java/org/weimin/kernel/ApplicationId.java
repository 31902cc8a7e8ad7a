package org.weimin.kernel;

import java.util.Objects;
import java.util.UUID;

/** 申请编号: one application at the window, which may open several cases. */
public record ApplicationId(UUID value) {
    public ApplicationId {
        Objects.requireNonNull(value, "value");
    }

    public static ApplicationId next() {
        return new ApplicationId(Ids.next());
    }

    public static ApplicationId of(String text) {
        return new ApplicationId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
