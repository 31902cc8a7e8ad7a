package org.weimin.kernel;

import java.util.Objects;
import java.util.UUID;

/** 凭证编号: one booking in the ledger. */
public record JournalId(UUID value) {
    public JournalId {
        Objects.requireNonNull(value, "value");
    }

    public static JournalId next() {
        return new JournalId(Ids.next());
    }

    public static JournalId of(String text) {
        return new JournalId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
