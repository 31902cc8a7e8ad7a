package org.weimin.oversight.web;

import java.util.List;
import org.weimin.shell.Option;
import org.weimin.shell.PageOf;

/** The picture of a place: income before aid to the right, what there is after it upwards, and every number a door. */
public record ImbalanceView(
        String area, String place, String basis, List<Option> areas, List<Tile> tiles, Drawing drawing, Tables tables) {
    /** A place of which there is no picture, or none yet. */
    public record None(String place, String url, boolean isComing) {}

    public record Tile(String href, String label, long count, String tone) {}

    /** The middle household of each band as a line, and the line that aid would not cross if it changed nothing. */
    public record Drawing(String line, String even, String most) {}

    public record Tables(List<Band> bands, List<Area> areas) {}

    /** Households of one band of income per person. */
    public record Band(String href, String label, long households, String middle, long passed, String passedHref) {}

    public record Area(
            String name, String href, long households, String passedHref, long passed, String brinkHref, long brink) {}

    /** The list behind a number. */
    public record Names(String title, String explain, String url, String back, PageOf<Row> page) {}

    public record Row(
            String href,
            String cliff,
            String name,
            String place,
            int persons,
            String income,
            String after,
            String behind,
            String overtaking,
            String brink) {}
}
