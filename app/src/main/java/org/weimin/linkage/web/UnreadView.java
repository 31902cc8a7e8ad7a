package org.weimin.linkage.web;

import java.util.List;
import org.weimin.shell.Option;
import org.weimin.shell.PageOf;

/** 读不懂的来文: what waits for a person who puts it right. */
public record UnreadView(PageOf<Row> page) {
    /** One line without the numbers of people in it. */
    public record Row(String href, String number, String source, String kind, String on, String why) {}

    /** One line as it was written, and what whoever puts it right has typed. */
    public record Line(
            Row row,
            String kind,
            String number,
            String subject,
            String happenedOn,
            List<Detail> details,
            List<Option> kinds,
            String error) {}

    /** Something that came along. */
    public record Detail(String name, String label, String value) {}
}
