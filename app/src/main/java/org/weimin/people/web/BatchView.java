package org.weimin.people.web;

import java.util.List;
import org.weimin.people.RosterBatch;
import org.weimin.people.RosterLine;
import org.weimin.shell.PageOf;

/** What the page of one import batch prints. */
public record BatchView(
        String id,
        String fileName,
        String status,
        boolean goodOnly,
        RosterBatch.Counts counts,
        boolean mayBeApplied,
        boolean working,
        boolean mayBeUndone,
        PageOf<Line> lines) {
    /** One faulty row: its number, what it says, what is wrong. */
    public record Line(int number, List<String> cells, boolean suspect, String reasons) {}

    static BatchView of(RosterBatch batch, PageOf<RosterLine> faulty) {
        var lines = faulty.rows().stream()
                .map(line -> new Line(
                        line.number(),
                        List.copyOf(
                                line.cells().subList(0, Math.min(2, line.cells().size()))),
                        line.verdict() == RosterLine.Verdict.SUSPECT,
                        RosterWorkbook.reasons(line)))
                .toList();
        return new BatchView(
                batch.id().toString(),
                batch.fileName(),
                ImportView.status(batch),
                batch.policy() == RosterBatch.Policy.GOOD,
                batch.counts(),
                batch.mayBeApplied(),
                batch.status() == RosterBatch.Status.APPLYING || batch.status() == RosterBatch.Status.STAGED,
                batch.status() == RosterBatch.Status.APPLIED,
                new PageOf<>(lines, faulty.number(), faulty.size(), faulty.total()));
    }
}
