package org.weimin.offices.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.divisions.Divisions;
import org.weimin.divisions.OrgUnit;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.offices.Member;
import org.weimin.offices.Offices;
import org.weimin.shell.Page;
import org.weimin.shell.Texts;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** One person by the form: added, changed from a day, gone; what contradicts itself is told beside its field. */
@RoomTest
class MemberPageTest {
    private static final DivisionCode COUNTY = new DivisionCode("310117");
    private final Actor.Staff officer = As.staff("COUNTY_OFFICER", "310117", "offices.record", "offices.view");

    @Autowired
    MemberPage page;

    @Autowired
    Offices offices;

    @Autowired
    Divisions divisions;

    private String fangsong = "";
    private String yueyang = "";

    @BeforeEach
    void the_offices_of_the_county() {
        As.system(() -> divisions.organise(COUNTY));
        fangsong = office("310117003");
        yueyang = office("310117001");
    }

    @Test
    void somebody_comes_changes_from_a_day_on_and_leaves() {
        assertThat(add(fangsong, form("甲一"))).isInstanceOf(Page.Redirect.class);
        String id = member(fangsong, "甲一").id().toString();
        assertThat(Acting.as(officer, () -> page.change(fangsong, id, form("别名", "civil", "30", "from", "2026-08-03"))))
                .isInstanceOf(Page.Redirect.class);
        assertThat(member(fangsong, "甲一").terms().civilHours()).isEqualTo(30);
        assertThat(members(fangsong, "2026-08-02"))
                .filteredOn(each -> each.who().name().equals("甲一"))
                .extracting(each -> each.terms().civilHours())
                .containsExactly(36);
        assertThat(fault("zh", () -> page.leave(fangsong, id, "2026-08-03"))).contains("先到岗，后离岗");
        assertThat(fault("zh", () -> page.leave(fangsong, id, "明天"))).isNotEmpty();
        assertThat(Acting.as(officer, () -> page.leave(fangsong, id, "2026-08-10")))
                .isInstanceOf(Page.Redirect.class);
        assertThat(members(fangsong, "2026-08-09"))
                .extracting(each -> each.who().name())
                .contains("甲一");
        assertThat(members(fangsong, "2026-08-10"))
                .extracting(each -> each.who().name())
                .doesNotContain("甲一");
        assertThat(fault("en", () -> page.leave(fangsong, id, "2026-08-11"))).contains("recorded once");
    }

    @Test
    void what_contradicts_itself_is_told_beside_its_field_in_both_languages() {
        wrong("since", form("乙一", "since", "1980-01-01"));
        wrong("birth", form("乙一", "birth", "2015-01-01"));
        wrong("civil", form("乙一", "time", "兼职", "civil", "100", "other", "100"));
        wrong("time", form("乙一", "civil", "10", "other", "30"));
        wrong("until", form("乙一", "until", "2019-12-31"));
        wrong("certified", form("乙一", "certificate", "社会工作师"));
        wrong("from", form("乙一", "from", "2020-02-30"));
        wrong("name", form(" "));
        wrong("education", form("乙一", "education", "秀才"));
        wrong("civil", form("乙一", "civil", "很多"));
    }

    @Test
    void one_person_has_one_post() {
        assertThat(add(fangsong, form("丙一"))).isInstanceOf(Page.Redirect.class);
        assertThat(fault("zh", () -> page.add(yueyang, form("丙一")))).contains("方松街道", "只在一个机构任职");
        assertThat(members(yueyang, TestClock.FIRST_DAY.toString()))
                .extracting(each -> each.who().name())
                .doesNotContain("丙一");
        assertThat(member(fangsong, "丙一").office().toString()).isEqualTo(fangsong);
    }

    private void wrong(String field, Map<String, String> typed) {
        for (String language : List.of("zh", "en")) {
            var view = refused(language, () -> page.add(fangsong, typed));
            assertThat(view.wrong().field()).as(typed.toString()).isEqualTo(field);
            assertThat(view.error(field)).isNotEmpty().doesNotContain("{", "[");
            assertThat(view.value("name")).isEqualTo(typed.get("name"));
        }
        assertThat(members(fangsong, TestClock.FIRST_DAY.toString()))
                .extracting(each -> each.who().name())
                .doesNotContain("乙一");
    }

    private String fault(String language, java.util.function.Supplier<Page> work) {
        MemberView view = refused(language, work);
        return view.leaving().error().isEmpty() ? view.fault() : view.leaving().error();
    }

    private MemberView refused(String language, java.util.function.Supplier<Page> work) {
        Page answer = Acting.as(officer, () -> Texts.speaking(language, work));
        assertThat(answer).isInstanceOf(Page.Rendered.class);
        var rendered = (Page.Rendered) answer;
        assertThat(rendered.status()).isEqualTo(422);
        return (MemberView) rendered.view();
    }

    private Page add(String office, Map<String, String> typed) {
        return Acting.as(officer, () -> page.add(office, typed));
    }

    private static Map<String, String> form(String name, String... others) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("name", name);
        typed.put("birth", "1985-06-01");
        typed.put("education", "本科");
        typed.put("certificate", "无");
        typed.put("certified", "");
        typed.put("employed", "聘用");
        typed.put("time", "专职");
        typed.put("civil", "36");
        typed.put("other", "4");
        typed.put("since", "2015-03-01");
        typed.put("from", "2020-01-01");
        typed.put("until", "");
        for (int i = 0; i < others.length; i += 2) {
            typed.put(others[i], others[i + 1]);
        }
        return typed;
    }

    private String office(String area) {
        return As.system(() -> offices.units(new DivisionCode(area))).stream()
                .filter(unit -> unit.kind() == OrgUnit.Kind.STREET_OFFICE)
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }

    private Member member(String office, String name) {
        return members(office, TestClock.FIRST_DAY.toString()).stream()
                .filter(each -> each.who().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Member> members(String office, String day) {
        return Acting.as(
                officer,
                () -> offices.get(org.weimin.kernel.OrgUnitId.of(office), java.time.LocalDate.parse(day))
                        .members());
    }
}
