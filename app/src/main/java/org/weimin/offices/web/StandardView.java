package org.weimin.offices.web;

import java.util.List;

/** What the page of the standard prints: what is asked, and every office held against it. */
public record StandardView(String asOf, List<Asked> asked, List<Row> rows, List<Past> past) {
    /** One requirement with its source. */
    public record Asked(String column, String title, String value, String from, String source, boolean example) {}

    /** One office: how many requirements it meets, and each of them in order. */
    public record Row(String name, String href, int met, int all, List<Cell> cells) {}

    /** Empty where the requirement is none of this office's. */
    public record Cell(String has, boolean met) {
        static final Cell NONE = new Cell("", true);
    }

    /** How many offices met everything, and how many single requirements were met, on one day. */
    public record Past(String day, int offices, int whole, int met, int all, int share) {}
}
