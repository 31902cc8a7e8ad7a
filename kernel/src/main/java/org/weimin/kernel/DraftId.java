package org.weimin.kernel;

import java.util.Objects;
import java.util.UUID;

/** 草案编号: one change of the law on its way to publication. */
public record DraftId(UUID value) {
    public DraftId {
        Objects.requireNonNull(value, "value");
    }

    public static DraftId next() {
        return new DraftId(Ids.next());
    }

    public static DraftId of(String text) {
        return new DraftId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
