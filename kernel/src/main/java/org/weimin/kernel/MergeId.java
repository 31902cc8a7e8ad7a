package org.weimin.kernel;

import java.util.Objects;
import java.util.UUID;

/** 合并编号: one merge of two records. */
public record MergeId(UUID value) {
    public MergeId {
        Objects.requireNonNull(value, "value");
    }

    public static MergeId next() {
        return new MergeId(Ids.next());
    }

    public static MergeId of(String text) {
        return new MergeId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
