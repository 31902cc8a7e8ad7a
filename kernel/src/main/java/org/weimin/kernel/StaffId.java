package org.weimin.kernel;

import java.util.Objects;
import java.util.UUID;

/** 工作人员编号: one human being who works here, whatever posts are held. */
public record StaffId(UUID value) {
    public StaffId {
        Objects.requireNonNull(value, "value");
    }

    public static StaffId next() {
        return new StaffId(Ids.next());
    }

    public static StaffId of(String text) {
        return new StaffId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
