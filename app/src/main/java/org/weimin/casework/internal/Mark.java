package org.weimin.casework.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

/** 书签: after which line the next page of a list begins; the page before it does not grow slower with the list. */
public record Mark(LocalDate dueOn, UUID id) {
    public static final Mark START = new Mark(LocalDate.MIN, new UUID(0, 0));
    private static final String NEVER = "never";

    public static Mark after(WorkLists.Row row) {
        return new Mark(
                row.due().map(WorkLists.Due::on).orElse(LocalDate.MAX), row.id().value());
    }

    /** Whatever is no mark begins at the beginning. */
    public static Mark parse(String text) {
        int cut = text.indexOf('_');
        try {
            String day = text.substring(0, Math.max(0, cut));
            return new Mark(
                    day.equals(NEVER) ? LocalDate.MAX : LocalDate.parse(day), UUID.fromString(text.substring(cut + 1)));
        } catch (DateTimeException | IllegalArgumentException none) {
            return START;
        }
    }

    @Override
    public String toString() {
        return (dueOn.equals(LocalDate.MAX) ? NEVER : dueOn) + "_" + id;
    }
}
