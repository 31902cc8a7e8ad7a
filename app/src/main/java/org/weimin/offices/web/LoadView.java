package org.weimin.offices.web;

import java.util.List;
import org.weimin.shell.Option;

/** What lies with each office and, within one office, with each person. */
public record LoadView(
        String month,
        String place,
        List<Option> months,
        List<Row> rows,
        Row total,
        List<Row> people,
        List<WeightLine> weights,
        String perHundred,
        String perThousand,
        boolean mayBalance) {
    /** One office or one person. */
    public record Row(
            String name, String href, Count people, Count villages, List<String> figures, List<Count> counts) {}

    /** A number that opens its list; without a way it is a sum of what stands above, or of a person. */
    public record Count(long number, String href) {}

    /** How much a case of one matter weighs, and why. */
    public record WeightLine(String matter, long cases, String days, String points) {}
}
