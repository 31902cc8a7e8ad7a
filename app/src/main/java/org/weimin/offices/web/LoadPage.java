package org.weimin.offices.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.divisions.OrgUnit;
import org.weimin.kernel.Acting;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.StaffId;
import org.weimin.offices.CountFilter;
import org.weimin.offices.Counts;
import org.weimin.offices.Load;
import org.weimin.offices.Loads;
import org.weimin.offices.Measure;
import org.weimin.offices.Member;
import org.weimin.offices.Office;
import org.weimin.offices.Offices;
import org.weimin.offices.Premises;
import org.weimin.offices.Ratio;
import org.weimin.offices.Standards;
import org.weimin.offices.Village;
import org.weimin.offices.Weight;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 工作负荷: what lies with each office and each person, today and in a month; every number of cases opens its list. */
@Controller
class LoadPage {
    static final List<Measure> SHOWN =
            List.of(Measure.OPEN, Measure.VISITS, Measure.SOON, Measure.CLOSED, Measure.DEADLINE);
    private final Offices offices;
    private final Loads loads;
    private final Counts counts;
    private final Standards standards;
    private final Names names;
    private final Where where;

    LoadPage(Offices offices, Loads loads, Counts counts, Standards standards, Names names, Where where) {
        this.offices = offices;
        this.loads = loads;
        this.counts = counts;
        this.standards = standards;
        this.names = names;
        this.where = where;
    }

    @GetMapping("/offices/load")
    @Requires("offices.view")
    Page show(@RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "") String month) {
        DivisionCode here = where.place(place);
        YearMonth asked = where.month(month);
        List<Office> shown = offices.list(here, where.today());
        var villages = loads.villages(shown.stream().map(Office::unit).toList(), here);
        var byTown = new LinkedHashMap<Measure, Map<DivisionCode, Ratio>>();
        SHOWN.forEach(
                measure -> byTown.put(measure, counts.byTown(new CountFilter(measure, here, asked, Optional.empty()))));
        var rows = shown.stream()
                .map(office -> row(office, villages.getOrDefault(office.unit(), List.of()), asked, byTown))
                .toList();
        return Page.of(
                "offices/load",
                new LoadView(
                        asked.toString(),
                        here.value(),
                        where.months(),
                        rows,
                        total(shown, villages, byTown),
                        shown.size() == 1
                                ? people(
                                        shown.getFirst(),
                                        villages.getOrDefault(shown.getFirst().unit(), List.of()),
                                        asked)
                                : List.of(),
                        weights(),
                        plain(standards.figure("pointsPerHundredRecipients", here)),
                        plain(standards.figure("pointsPerThousandResidents", here)),
                        Acting.current().may("offices.lead")));
    }

    private static LoadView.Row row(
            Office office, List<Village> villages, YearMonth month, Map<Measure, Map<DivisionCode, Ratio>> byTown) {
        DivisionCode town = office.unit().area();
        boolean bureau = office.unit().kind() == OrgUnit.Kind.BUREAU;
        return new LoadView.Row(
                office.unit().name(),
                bureau ? "/offices/" + office.unit().id() : "/offices/load?place=" + town + "&month=" + month,
                new LoadView.Count(
                        office.members().size(), "/offices/" + office.unit().id()),
                new LoadView.Count(villages.size(), bureau ? "" : "/offices/what-if?place=" + town),
                figures(
                        Loads.sum(villages),
                        office.members().size(),
                        office.premises()
                                .map(Premises::bureaus)
                                .map(String::valueOf)
                                .orElse("")),
                SHOWN.stream()
                        .map(measure -> new LoadView.Count(
                                byTown.getOrDefault(measure, Map.of())
                                        .getOrDefault(town, Ratio.NOTHING)
                                        .some(),
                                bureau ? "" : Where.list(new CountFilter(measure, town, month, Optional.empty()))))
                        .toList());
    }

    private static LoadView.Row total(
            List<Office> shown, Map<OrgUnit, List<Village>> villages, Map<Measure, Map<DivisionCode, Ratio>> byTown) {
        List<Village> all = villages.values().stream().flatMap(List::stream).toList();
        int people = shown.stream().mapToInt(office -> office.members().size()).sum();
        return new LoadView.Row(
                Texts.t("offices.total"),
                "",
                new LoadView.Count(people, "/offices"),
                new LoadView.Count(all.size(), ""),
                figures(Loads.sum(all), people, ""),
                SHOWN.stream()
                        .map(measure -> new LoadView.Count(
                                byTown.getOrDefault(measure, Map.of()).values().stream()
                                        .mapToLong(Ratio::some)
                                        .sum(),
                                ""))
                        .toList());
    }

    private List<LoadView.Row> people(Office office, List<Village> villages, YearMonth month) {
        var byMember = Loads.byMember(villages);
        DivisionCode town = office.unit().area();
        var byOfficial = new LinkedHashMap<Measure, Map<StaffId, Long>>();
        SHOWN.forEach(measure ->
                byOfficial.put(measure, counts.byOfficial(new CountFilter(measure, town, month, Optional.empty()))));
        return office.members().stream()
                .map(member ->
                        person(member, byMember.getOrDefault(member.id(), Load.NOTHING), town, month, byOfficial))
                .toList();
    }

    private static LoadView.Row person(
            Member member, Load load, DivisionCode town, YearMonth month, Map<Measure, Map<StaffId, Long>> byOfficial) {
        return new LoadView.Row(
                member.who().name(),
                "",
                new LoadView.Count(1, ""),
                new LoadView.Count(load.villages(), "/offices/what-if?place=" + town),
                figures(load, 1, ""),
                SHOWN.stream()
                        .map(measure -> member.staff()
                                .map(staff -> new LoadView.Count(
                                        byOfficial
                                                .getOrDefault(measure, Map.of())
                                                .getOrDefault(staff, 0L),
                                        Where.list(new CountFilter(measure, town, month, Optional.of(staff)))))
                                .orElse(new LoadView.Count(0, "")))
                        .toList());
    }

    /** Residents, recipients, bureaus, points, points per person. */
    private static List<String> figures(Load load, int people, String bureaus) {
        return List.of(
                String.valueOf(load.residents()),
                String.valueOf(load.recipients()),
                bureaus,
                plain(load.points()),
                people == 0 ? "" : plain(load.points().divide(new BigDecimal(people), 1, RoundingMode.HALF_UP)));
    }

    private List<LoadView.WeightLine> weights() {
        return loads.weights().stream()
                .map(weight -> new LoadView.WeightLine(
                        weight.matter().map(names::matter).orElse(""),
                        weight.cases(),
                        plain(weight.meanDays()),
                        weight.cases() < Weight.FEWEST
                                ? Texts.t("offices.weight.few", weight.points().toPlainString())
                                : weight.points().toPlainString()))
                .toList();
    }

    private static String plain(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }
}
