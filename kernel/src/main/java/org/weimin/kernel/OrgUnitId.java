package org.weimin.kernel;

import java.util.Objects;
import java.util.UUID;

/** 机构编号: a bureau, street office or committee of the organisation tree. */
public record OrgUnitId(UUID value) {
    public OrgUnitId {
        Objects.requireNonNull(value, "value");
    }

    public static OrgUnitId next() {
        return new OrgUnitId(Ids.next());
    }

    public static OrgUnitId of(String text) {
        return new OrgUnitId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
