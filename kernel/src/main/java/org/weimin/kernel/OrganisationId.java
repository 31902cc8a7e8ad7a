package org.weimin.kernel;

import java.util.Objects;
import java.util.UUID;

/** 组织编号: one organisation that asks the office for something, for ever. */
public record OrganisationId(UUID value) {
    public OrganisationId {
        Objects.requireNonNull(value, "value");
    }

    public static OrganisationId next() {
        return new OrganisationId(Ids.next());
    }

    public static OrganisationId of(String text) {
        return new OrganisationId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
