package org.weimin.divisions.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.weimin.divisions.Attachment;
import org.weimin.divisions.Division;
import org.weimin.kernel.DivisionCode;
import org.weimin.shell.Texts;

/** What the page of one division prints. */
public record DivisionsView(
        String code,
        String name,
        String level,
        String since,
        String asOf,
        List<Line> path,
        List<Line> children,
        List<Zone> attachedZones,
        String attachedTo) {
    /** One division to go to. */
    public record Line(String code, String name, String level) {}

    /** A statistical zone that this street answers for. */
    public record Zone(String code, String reason) {}

    static DivisionsView of(
            DivisionCode code,
            Optional<Division> here,
            LocalDate asOf,
            List<Division> path,
            List<Division> children,
            List<Attachment> attached,
            Optional<Attachment> attachment) {
        return new DivisionsView(
                code.value(),
                here.map(Division::name).orElse(""),
                here.map(DivisionsView::level).orElse(""),
                here.map(division -> division.valid().from().toString()).orElse(""),
                asOf.toString(),
                path.stream().map(DivisionsView::line).toList(),
                children.stream().map(DivisionsView::line).toList(),
                attached.stream()
                        .map(each -> new Zone(each.zone().value(), each.reason()))
                        .toList(),
                attachment
                        .map(each -> each.street().value() + "：" + each.reason())
                        .orElse(""));
    }

    private static Line line(Division division) {
        return new Line(division.code().value(), division.name(), level(division));
    }

    private static String level(Division division) {
        return Texts.t("divisions.level." + division.level().name().toLowerCase(Locale.ROOT));
    }
}
