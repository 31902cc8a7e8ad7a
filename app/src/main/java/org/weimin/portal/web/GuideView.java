package org.weimin.portal.web;

import java.time.LocalDate;
import java.util.List;
import org.weimin.engine.Form;
import org.weimin.engine.LawReference;
import org.weimin.engine.Pack;
import org.weimin.engine.Parameter;
import org.weimin.engine.ResolvedValue;
import org.weimin.engine.Text;
import org.weimin.kernel.DivisionCode;
import org.weimin.shell.Texts;

/** What a guide page prints, in the order that a resident asks; a matter that nobody has to ask for has no deadline. */
public record GuideView(
        String title,
        List<String> conditions,
        List<String> bring,
        List<String> fetched,
        String howLong,
        List<Standard> standards,
        List<String> law,
        String remedy) {
    /** A value in force that people ask for first, with its source and whether it is only carried on. */
    public record Standard(String title, String value, String from, String source, boolean carriedOn) {}

    static GuideView of(Pack pack, DivisionCode county, LocalDate today) {
        Form form = pack.editionOn(today).form();
        return new GuideView(
                in(pack.title()),
                pack.matter().conditions().stream()
                        .map(condition -> in(condition.title()))
                        .toList(),
                papers(form, false),
                papers(form, true),
                howLong(pack, county, today),
                pack.matter().window().headline().stream()
                        .map(name -> standard(pack.parameter(name), pack.value(name, county, today)))
                        .toList(),
                pack.matter().law().stream().map(LawReference::toString).toList(),
                pack.remedyOn(today).map(remedy -> in(remedy.text())).orElse(""));
    }

    private static String howLong(Pack pack, DivisionCode county, LocalDate today) {
        if (pack.findParameter("deadlineWorkdays").isEmpty()) {
            return "";
        }
        String workdays = pack.value("deadlineWorkdays", county, today).value();
        String months = counted("deadlineMonths", pack, county, today);
        String days = counted("deadlineDays", pack, county, today);
        String publicityDays = pack.value("publicityDays", county, today).value();
        if (publicityDays.equals("0") || !hasPublicity(pack, today)) {
            return months.equals("0") && days.equals("0") && workdays.equals("1")
                    ? Texts.t("portal.guide.how-long.on-the-spot")
                    : Texts.t("portal.guide.how-long.private", limit(months, days, workdays));
        }
        return Texts.t("portal.guide.how-long.text", limit(months, days, workdays), publicityDays);
    }

    private static String counted(String parameter, Pack pack, DivisionCode county, LocalDate today) {
        return pack.findParameter(parameter)
                .map(found -> pack.value(found.name(), county, today).value())
                .orElse("0");
    }

    /** In months or calendar days where the law counts so, else in working days. */
    private static String limit(String months, String days, String workdays) {
        if (!months.equals("0")) {
            return Texts.t("portal.guide.months", months);
        }
        return days.equals("0") ? Texts.t("portal.guide.workdays", workdays) : Texts.t("portal.guide.days", days);
    }

    private static boolean hasPublicity(Pack pack, LocalDate today) {
        return pack.editionOn(today)
                .file("process.bpmn")
                .filter(bpmn -> bpmn.contains("id=\"publicity\""))
                .isPresent();
    }

    private static Standard standard(Parameter parameter, ResolvedValue value) {
        String figure = parameter.unit().equals("yuan") ? Texts.t("portal.guide.yuan", value.value()) : value.value();
        return new Standard(in(parameter.title()), figure, value.from().toString(), value.source(), value.carriedOn());
    }

    private static List<String> papers(Form form, boolean shared) {
        return form.materials().stream()
                .filter(paper -> paper.shared() == shared)
                .map(paper -> in(paper.title()))
                .toList();
    }

    private static String in(Text text) {
        return Texts.either(text.zh(), text.en());
    }
}
