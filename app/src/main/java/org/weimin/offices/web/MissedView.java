package org.weimin.offices.web;

import java.util.List;
import org.weimin.shell.Option;

/** 缺位: every measure by town, the index of each, how it is counted, and how it went month by month. */
public record MissedView(
        String month,
        String place,
        String placeName,
        List<Option> months,
        List<Definition> definitions,
        List<Row> rows,
        Row total,
        List<Past> past,
        long small) {
    /** One measure: what is counted of what, and its weight. */
    public record Definition(String sort, String title, String about, String weight, boolean example, String source) {}

    /** One town; {@code index} is empty where there is too little to speak of. */
    public record Row(String name, String index, List<Cell> cells) {}

    /** So many of so many; opens the list of the first. */
    public record Cell(long some, long all, String percent, String href) {}

    /** The place in one month. */
    public record Past(String month, String href, String index, int share) {}
}
