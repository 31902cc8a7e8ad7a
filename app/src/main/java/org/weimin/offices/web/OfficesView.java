package org.weimin.offices.web;

import java.math.BigDecimal;
import java.util.List;
import org.weimin.offices.Figures;
import org.weimin.offices.Office;

/** What the register of offices prints. */
public record OfficesView(
        String asOf, List<Row> rows, Row total, List<Trend> trend, boolean mayRecord, List<Wrong> wrong) {
    /** Of fewer people a share is no percentage. */
    private static final int SMALL = 10;

    /** One office, or all of them. */
    public record Row(String name, String href, Figures figures, String rooms, String college, String qualified) {
        static Row of(Office office) {
            return row(
                    office.unit().name(),
                    "/offices/" + office.unit().id() + "?asOf=" + office.asOf(),
                    office.figures(),
                    office.premises()
                            .map(has -> has.rooms()
                                    .squareMetres()
                                    .stripTrailingZeros()
                                    .toPlainString())
                            .orElse(""));
        }

        static Row row(String name, String href, Figures figures, String rooms) {
            return new Row(
                    name,
                    href,
                    figures,
                    rooms,
                    OfficesView.share(figures, figures.college()),
                    OfficesView.share(figures, figures.qualified()));
        }
    }

    /** All offices of the place on one day. */
    public record Trend(String day, Figures figures, String college, int share, int fullShare) {
        static Trend of(String day, Figures figures, int most) {
            return new Trend(
                    day,
                    figures,
                    OfficesView.share(figures, figures.college()),
                    figures.people() * 100 / Math.max(1, most),
                    figures.fullTime() * 100 / Math.max(1, most));
        }
    }

    /** A row of an uploaded table that was refused, and why. */
    public record Wrong(int row, String heading, String why) {}

    static String share(Figures figures, int some) {
        BigDecimal percent = figures.percent(some);
        return figures.people() < SMALL ? String.valueOf(some) : some + " (" + percent + "%)";
    }
}
