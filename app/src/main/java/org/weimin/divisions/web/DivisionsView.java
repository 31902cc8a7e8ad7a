package org.weimin.divisions.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.weimin.divisions.Attachment;
import org.weimin.divisions.Division;
import org.weimin.divisions.Succession;
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
        String attachedTo,
        List<Past> history) {
    /** What became of what on which day. */
    public record Past(
            String on,
            String kind,
            String before,
            String beforeCode,
            String after,
            String afterCode,
            String document) {}

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
            Optional<Attachment> attachment,
            List<Past> history) {
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
                        .orElse(""),
                history);
    }

    static Past past(Succession past, Map<DivisionCode, String> names) {
        return new Past(
                past.on().toString(),
                Texts.t("divisions.kind." + past.kind()),
                names.getOrDefault(past.before(), ""),
                past.before().value(),
                names.getOrDefault(past.after(), ""),
                past.after().value(),
                past.document());
    }

    private static Line line(Division division) {
        return new Line(division.code().value(), division.name(), level(division));
    }

    private static String level(Division division) {
        return Texts.t("divisions.level." + division.level().name().toLowerCase(Locale.ROOT));
    }
}
