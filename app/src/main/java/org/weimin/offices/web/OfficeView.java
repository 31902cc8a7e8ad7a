package org.weimin.offices.web;

import java.util.List;
import org.weimin.offices.Standard;

/** What the page of one office prints. */
public record OfficeView(
        String name,
        String asOf,
        List<Line> contact,
        List<Person> people,
        List<Check> checks,
        List<Door> doors,
        OfficesView.Row figures) {
    public record Line(String label, String value) {}

    /** One person of the office; the age, not the day of birth. */
    public record Person(
            String name,
            String href,
            int age,
            String education,
            String qualification,
            String terms,
            String hours,
            String since,
            String account,
            List<String> villages) {}

    /** One requirement of the standard. */
    public record Check(String title, String has, String needs, boolean met, boolean example, String source) {
        static Check of(Standard standard, String title) {
            return new Check(
                    title,
                    plain(standard.has()),
                    plain(standard.needs()),
                    standard.isMet(),
                    standard.asked().example(),
                    standard.asked().source());
        }

        private static String plain(java.math.BigDecimal figure) {
            return figure.stripTrailingZeros().toPlainString();
        }
    }

    /** Where to go from here. */
    public record Door(String href, String label) {}
}
