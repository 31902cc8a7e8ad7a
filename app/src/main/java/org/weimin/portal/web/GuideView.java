package org.weimin.portal.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.weimin.casework.UsualWay;
import org.weimin.engine.Edition;
import org.weimin.engine.Form;
import org.weimin.engine.GrantRule;
import org.weimin.engine.LawReference;
import org.weimin.engine.Output;
import org.weimin.engine.Pack;
import org.weimin.engine.Parameter;
import org.weimin.engine.ResolvedValue;
import org.weimin.kernel.DivisionCode;
import org.weimin.policy.Series;
import org.weimin.shell.Texts;

/** What a guide page prints, in the order that a resident asks; a matter that nobody has to ask for has no deadline. */
public record GuideView(
        ServicesView.Matter matter,
        List<String> conditions,
        List<String> gets,
        List<Also> also,
        List<Standard> standards,
        Papers papers,
        Way way,
        List<String> law,
        String remedy) {
    /** A further item that goes with the matter, and how. */
    public record Also(String title, String about) {}

    /** A value in force that people ask for first, with its source, whether it is only carried on, and how it grew. */
    public record Standard(
            String title, String value, String from, String source, boolean carriedOn, List<Series.Bar> series) {}

    /** What to bring, what the office fetches itself, and whether there is a form to print. */
    public record Papers(List<String> bring, List<String> fetched, boolean form) {}

    /** Where to go, how long it takes, and the steps; {@code drawing} is the process as SVG. */
    public record Way(Place place, boolean inPerson, String howLong, List<String> steps, String drawing) {}

    /** 去哪里办: in words, and the doors. */
    public record Place(String where, List<Door> doors) {}

    /** One office with its address, its telephone and when it is open. */
    public record Door(String name, String address, String phone, String hours) {}

    /** Conditions, gifts and standards are those of the matter whose rules judge; ending aid is no gift. */
    static GuideView of(Pack pack, Pack judging, DivisionCode county, LocalDate today, Place place) {
        Edition edition = pack.editionOn(today);
        Form form = edition.form();
        Optional<UsualWay> way = UsualWay.of(edition);
        return new GuideView(
                ServicesView.Matter.of(pack),
                (pack.matter().acts() == Pack.Acts.GRANT ? judging : pack)
                        .matter().conditions().stream()
                                .map(condition -> CheckView.in(condition.title()))
                                .toList(),
                gets(pack, judging),
                pack.matter().window().also().stream()
                        .map(each -> new Also(CheckView.in(each.title()), CheckView.in(each.about())))
                        .toList(),
                judging.matter().window().headline().stream()
                        .map(name -> standard(judging.parameter(name), judging.value(name, county, today)))
                        .toList(),
                new Papers(
                        papers(form, false),
                        papers(form, true),
                        !form.sections().isEmpty()),
                new Way(
                        place,
                        pack.matter().window().inPerson(),
                        howLong(pack, judging, county, today),
                        way.map(UsualWay::steps).orElse(List.of()),
                        way.map(UsualWay::drawing).orElse("")),
                pack.matter().law().stream().map(LawReference::toString).toList(),
                pack.remedyOn(today).map(remedy -> CheckView.in(remedy.text())).orElse(""));
    }

    private static List<String> gets(Pack pack, Pack judging) {
        List<Output> papers = pack.matter().outputs();
        Stream<GrantRule> grants =
                pack.matter().acts() == Pack.Acts.GRANT ? judging.matter().grants().stream() : Stream.empty();
        Stream<String> given = grants.filter(grant -> grant.kind() != GrantRule.Kind.DOCUMENT || papers.isEmpty())
                .map(GuideView::gets);
        Stream<String> handed = papers.stream()
                .filter(paper -> paper.kind() != Output.Kind.ROSTER)
                .map(Output::title)
                .map(CheckView::in);
        return Stream.concat(given, handed).distinct().toList();
    }

    private static String gets(GrantRule grant) {
        return switch (grant.kind()) {
            case MONTHLY -> Texts.t("portal.guide.gets.monthly");
            case ONE_OFF -> Texts.t("portal.guide.gets.once");
            case IDENTITY, SERVICE, DOCUMENT -> CheckView.in(grant.title());
        };
    }

    private static String howLong(Pack pack, Pack judging, DivisionCode county, LocalDate today) {
        UnaryOperator<String> counted = name -> Stream.of(pack, judging)
                .filter(one -> one.findParameter(name).isPresent())
                .findFirst()
                .map(one -> one.value(name, county, today).value())
                .orElse("0");
        String workdays = counted.apply("deadlineWorkdays");
        String months = counted.apply("deadlineMonths");
        String days = counted.apply("deadlineDays");
        String publicityDays = counted.apply("publicityDays");
        if (workdays.equals("0")) {
            return "";
        }
        if (publicityDays.equals("0") || !hasPublicity(pack, today)) {
            return months.equals("0") && days.equals("0") && workdays.equals("1")
                    ? Texts.t("portal.guide.how-long.on-the-spot")
                    : Texts.t("portal.guide.how-long.private", limit(months, days, workdays));
        }
        return Texts.t("portal.guide.how-long.text", limit(months, days, workdays), publicityDays);
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
        return new Standard(
                CheckView.in(parameter.title()),
                figure,
                value.from().toString(),
                value.source(),
                value.carriedOn(),
                Series.of(parameter, value.place()));
    }

    private static List<String> papers(Form form, boolean shared) {
        return form.materials().stream()
                .filter(paper -> paper.shared() == shared)
                .map(paper -> CheckView.in(paper.title()))
                .toList();
    }
}
