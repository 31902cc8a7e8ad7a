package org.weimin.registries.web;

import java.util.List;
import org.weimin.facts.FactBox;

/** One entry of a register: what it says, what became of it, and what may be done with it. */
public record EntryView(
        RegistersView.Row row,
        String caseFile,
        String caseNumber,
        String matter,
        String office,
        String identity,
        List<Field> fields,
        List<Change> changes,
        Doing may) {

    /** One thing that the paper prints; {@code value} is how it is stored. */
    public record Field(String name, String label, String shown, String value, FactBox box) {}

    /** A correction or revocation that somebody asked for. */
    public record Change(String id, String kind, String reason, String asked, String status, boolean mayDecide) {}

    /** What whoever looks may do. */
    public record Doing(boolean ask, boolean amend) {}
}
