package org.weimin.people.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.weimin.kernel.BusinessClock;
import org.weimin.people.RosterBatch;
import org.weimin.shell.Texts;

/** What the import page prints: the upload form and the batches so far. */
public record ImportView(List<Line> batches, String error) {
    /** One batch. */
    public record Line(String id, String fileName, String at, String status, int rows, int applied) {}

    static ImportView of(List<RosterBatch> batches, String error) {
        return new ImportView(batches.stream().map(ImportView::line).toList(), error);
    }

    private static Line line(RosterBatch batch) {
        return new Line(
                batch.id().toString(),
                batch.fileName(),
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                        .withZone(BusinessClock.ZONE)
                        .format(batch.uploadedAt()),
                status(batch),
                batch.counts().all(),
                batch.counts().applied());
    }

    static String status(RosterBatch batch) {
        return Texts.t("people.import.status." + batch.status().name().toLowerCase(Locale.ROOT));
    }
}
