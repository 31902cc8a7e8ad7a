package org.weimin.kernel;

import java.util.Objects;
import java.util.UUID;

/** 办件编号: one subject's claim under one matter. */
public record CaseFileId(UUID value) {
    public CaseFileId {
        Objects.requireNonNull(value, "value");
    }

    public static CaseFileId next() {
        return new CaseFileId(Ids.next());
    }

    public static CaseFileId of(String text) {
        return new CaseFileId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
