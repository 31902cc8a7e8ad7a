package org.weimin.linkage;

import java.util.List;
import java.util.Optional;

/** 导入结果: what became of each row of a file; rows that could not be read are named and hold up no other. */
public record LoadReport(List<Row> rows) {
    /** 一行: its event, or why there is none. */
    public record Row(int number, Optional<EventId> event, boolean isNew, String why) {}

    public LoadReport {
        rows = List.copyOf(rows);
    }

    public long registered() {
        return rows.stream().filter(Row::isNew).count();
    }

    public long repeated() {
        return rows.stream()
                .filter(row -> row.event().isPresent() && !row.isNew())
                .count();
    }

    public List<Row> refused() {
        return rows.stream().filter(row -> row.event().isEmpty()).toList();
    }
}
