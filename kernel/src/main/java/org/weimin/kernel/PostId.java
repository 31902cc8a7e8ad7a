package org.weimin.kernel;

import java.util.Objects;
import java.util.UUID;

/** 岗位编号: one post of one organisation, held by one person at a time. */
public record PostId(UUID value) {
    public PostId {
        Objects.requireNonNull(value, "value");
    }

    public static PostId next() {
        return new PostId(Ids.next());
    }

    public static PostId of(String text) {
        return new PostId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
