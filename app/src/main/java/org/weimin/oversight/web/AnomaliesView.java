package org.weimin.oversight.web;

import java.util.List;
import org.weimin.oversight.AnomalyFilter;
import org.weimin.shell.Option;
import org.weimin.shell.PageOf;

/** One page of the list of anomalies, under the figures of each kind. */
public record AnomaliesView(AnomalyFilter filter, String run, List<KindRow> kinds, PageOf<Row> page, Choices choices) {
    /** One kind: how many are open, and what became of those that were looked into. */
    public record KindRow(
            String kind,
            String title,
            String how,
            long open,
            long explained,
            long confirmed,
            long handedOver,
            String precision) {}

    public record Row(String href, String kind, String why, String place, String foundOn, String tone, String state) {}

    public record Choices(List<Option> kinds, List<Option> statuses, List<Option> areas) {}

    /** The address of this list with its filters, for the next page and the workbook. */
    public String url() {
        return url(kind(), status());
    }

    public String url(String kind, String status) {
        return "/anomalies?kind=" + kind + "&status=" + status + "&area=" + filter.area();
    }

    public String kind() {
        return filter.kind().map(Enum::name).orElse("");
    }

    public String status() {
        return filter.status().map(Enum::name).orElse("");
    }
}
