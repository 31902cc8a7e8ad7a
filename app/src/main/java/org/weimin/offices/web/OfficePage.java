package org.weimin.offices.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.engine.Text;
import org.weimin.kernel.Acting;
import org.weimin.kernel.OrgUnitId;
import org.weimin.offices.Loads;
import org.weimin.offices.Member;
import org.weimin.offices.Office;
import org.weimin.offices.Offices;
import org.weimin.offices.Premises;
import org.weimin.offices.Standards;
import org.weimin.offices.Village;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** One office: where it is, who works there, and how it stands against the standard. */
@Controller
class OfficePage {
    private static final String RECORD = "offices.record";
    private final Offices offices;
    private final Standards standards;
    private final Loads loads;
    private final Where where;

    OfficePage(Offices offices, Standards standards, Loads loads, Where where) {
        this.offices = offices;
        this.standards = standards;
        this.loads = loads;
        this.where = where;
    }

    @GetMapping("/offices/{id}")
    @Requires("offices.view")
    Page show(@PathVariable String id, @RequestParam(defaultValue = "") String asOf) {
        LocalDate day = where.day(asOf);
        Office office = offices.get(OrgUnitId.of(id), day);
        var area = office.unit().area();
        long residents = standards.residents(area).getOrDefault(area, 0L);
        Map<UUID, List<Village>> villages =
                loads.villages(List.of(office.unit()), area).getOrDefault(office.unit(), List.of()).stream()
                        .filter(village -> village.member().isPresent())
                        .collect(Collectors.groupingBy(
                                village -> village.member().orElseThrow()));
        return Page.of(
                "offices/office",
                new OfficeView(
                        office.unit().name(),
                        day.toString(),
                        office.premises().map(OfficePage::contact).orElse(List.of()),
                        office.members().stream()
                                .map(member -> person(member, day, villages.getOrDefault(member.id(), List.of())))
                                .toList(),
                        standards.of(office, residents).stream()
                                .map(each -> OfficeView.Check.of(
                                        each,
                                        in(standards
                                                .parameter(each.item().parameter())
                                                .title())))
                                .toList(),
                        doors(office),
                        OfficesView.Row.of(office)));
    }

    private static List<OfficeView.Door> doors(Office office) {
        var doors = new ArrayList<OfficeView.Door>();
        if (Acting.current().may(RECORD)) {
            doors.add(new OfficeView.Door(
                    "/offices/" + office.unit().id() + "/people/new", Texts.t("offices.member.add")));
        }
        doors.add(new OfficeView.Door("/offices/load?place=" + office.unit().area(), Texts.t("offices.load")));
        doors.add(new OfficeView.Door("/offices/cover?place=" + office.unit().area(), Texts.t("offices.cover")));
        return doors;
    }

    static String in(Text text) {
        return Texts.either(text.zh(), text.en());
    }

    private static List<OfficeView.Line> contact(Premises has) {
        return List.of(
                new OfficeView.Line(
                        Texts.t("offices.contact.address"), has.contact().address()),
                new OfficeView.Line(
                        Texts.t("offices.contact.phone"), has.contact().phone()),
                new OfficeView.Line(
                        Texts.t("offices.contact.hours"), has.contact().hours()),
                new OfficeView.Line(Texts.t("offices.bureaus"), String.valueOf(has.bureaus())));
    }

    private static OfficeView.Person person(Member member, LocalDate day, List<Village> villages) {
        var terms = member.terms();
        return new OfficeView.Person(
                member.who().name(),
                Acting.current().may(RECORD) ? "/offices/" + member.office() + "/people/" + member.id() : "",
                member.ageOn(day),
                Texts.t("offices.education." + member.training().education()),
                Texts.t("offices.qualification." + member.training().qualification()),
                Texts.t("offices.established." + terms.established())
                        + Texts.t("offices.and")
                        + Texts.t("offices.full-time." + terms.fullTime()),
                Texts.t("offices.hours", terms.civilHours(), terms.otherHours()),
                terms.servingSince().toString(),
                Texts.t("offices.account." + member.staff().isPresent()),
                villages.stream().map(Village::name).toList());
    }
}
