package org.weimin.offices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;
import org.weimin.shell.Texts;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;
import org.weimin.testing.Xlsx;

/** A table goes in whole or not at all, and each contradiction is told with its row in both languages. */
@RoomTest
class RollsTest {
    private static final DivisionCode COUNTY = new DivisionCode("310117");
    private static final String OFFICE = "方松街道";
    private static final List<String> PEOPLE = List.of(
            "机构", "姓名", "出生日期", "学历", "资格证书", "取证日期", "用工性质", "专兼职", "每周民政工时", "每周其他工时", "从事民政起始", "到岗日期", "离岗日期");
    private static final List<String> GOOD = List.of(
            OFFICE,
            "陈一",
            "1980-05-01",
            "本科",
            "社会工作师",
            "2010-06-01",
            "在编",
            "专职",
            "36",
            "4",
            "2005-07-01",
            "2020-01-01",
            "");
    private static final List<String> OFFICES = List.of(
            "机构",
            "编制数",
            "实有人数",
            "其中兼职",
            "对口部门数",
            "办公用房（平方米）",
            "受理窗口",
            "档案室",
            "电脑",
            "打印机",
            "传真机",
            "空调",
            "高拍仪",
            "联网",
            "地址",
            "电话",
            "开放时间",
            "起始日期");
    private static final List<String> ROOMS = List.of(
            OFFICE,
            "1",
            "",
            "",
            "12",
            "42.5",
            "有",
            "无",
            "2",
            "1",
            "1",
            "1",
            "0",
            "有",
            "文诚路1号",
            "021-55501000",
            "周一至周五",
            "2020-01-01");

    @TempDir
    Path folder;

    @Autowired
    Rolls rolls;

    @Autowired
    Offices offices;

    @Autowired
    Divisions divisions;

    private final Actor.Staff officer = As.staff("COUNTY_OFFICER", "310117", "offices.record");

    @BeforeEach
    void the_offices_of_the_county() {
        As.system(() -> divisions.organise(COUNTY));
    }

    @Test
    void what_is_said_again_is_no_news_and_what_is_new_counts_from_its_day() {
        assertThat(load(PEOPLE, List.of(GOOD)).isLoaded()).isTrue();
        SheetReport again = load(PEOPLE, List.of(GOOD));
        assertThat(again.changed()).isZero();
        assertThat(again.same()).isEqualTo(1);
        assertThat(load(PEOPLE, List.of(with(with(GOOD, "每周民政工时", "30"), "到岗日期", "2026-07-01")))
                        .changed())
                .isEqualTo(1);
        assertThat(member("陈一", TestClock.FIRST_DAY).terms().civilHours()).isEqualTo(30);
        assertThat(member("陈一", TestClock.FIRST_DAY.minusMonths(3)).terms().civilHours())
                .isEqualTo(36);
    }

    @Test
    void every_contradiction_is_refused_with_its_row_in_both_languages() {
        var wrong = List.of(
                with(GOOD, "出生日期", "2003-01-02"),
                with(GOOD, "出生日期", "1930-01-01"),
                with(GOOD, "取证日期", "1995-01-01"),
                with(GOOD, "取证日期", ""),
                with(GOOD, "离岗日期", "2019-12-31"),
                with(GOOD, "每周其他工时", "140"),
                with(GOOD, "每周其他工时", "40"),
                with(GOOD, "从事民政起始", "1990-01-01"),
                with(GOOD, "学历", "秀才"),
                with(GOOD, "到岗日期", "2020-02-30"),
                with(GOOD, "机构", "没有的街道"),
                with(GOOD, "姓名", ""));
        SheetReport report = load(PEOPLE, wrong);
        assertThat(report.faults())
                .extracting(SheetReport.Fault::code)
                .containsExactly(
                        "offices.member.age",
                        "offices.member.age",
                        "offices.member.qualified-child",
                        "offices.member.qualified-when",
                        "offices.member.left",
                        "offices.member.hours",
                        "offices.member.full-time",
                        "offices.member.since",
                        "offices.sheet.word",
                        "offices.sheet.day",
                        "offices.sheet.office",
                        "offices.sheet.missing");
        assertThat(report.faults())
                .extracting(SheetReport.Fault::row)
                .containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
        for (SheetReport.Fault fault : report.faults()) {
            for (String language : List.of("zh", "en")) {
                assertThat(Texts.in(language, fault.code(), fault.details().toArray()))
                        .doesNotContain("[")
                        .doesNotContain("{");
            }
            assertThat(report.headings()).contains(fault.heading());
        }
    }

    @Test
    void one_wrong_row_keeps_the_whole_table_out() {
        SheetReport report = load(PEOPLE, List.of(with(GOOD, "姓名", "张整"), with(GOOD, "出生日期", "1930-01-01")));
        assertThat(report.isLoaded()).isFalse();
        assertThat(names()).doesNotContain("张整");
    }

    @Test
    void no_more_posts_are_filled_than_planned() {
        String other = "永丰街道";
        assertThat(load(OFFICES, List.of(with(ROOMS, "机构", other))).faults()).isEmpty();
        SheetReport report = load(
                PEOPLE, List.of(with(with(GOOD, "机构", other), "姓名", "李甲"), with(with(GOOD, "机构", other), "姓名", "李乙")));
        assertThat(report.faults()).extracting(SheetReport.Fault::code).containsExactly("offices.sheet.posts");
        assertThat(names()).doesNotContain("李甲", "李乙");
    }

    @Test
    void totals_agree_with_themselves_and_with_the_register() {
        String other = "岳阳街道";
        assertThat(codes(load(OFFICES, List.of(with(with(with(ROOMS, "机构", other), "实有人数", "2"), "其中兼职", "3")))))
                .containsExactly("offices.sheet.part-time");
        load(PEOPLE, List.of(with(with(GOOD, "机构", other), "姓名", "王甲")));
        assertThat(codes(load(OFFICES, List.of(with(with(ROOMS, "机构", other), "实有人数", "5")))))
                .containsExactly("offices.sheet.total");
        assertThat(codes(load(OFFICES, List.of(with(with(ROOMS, "机构", other), "实有人数", "1")))))
                .isEmpty();
    }

    @Test
    void a_file_without_the_headings_is_refused_whole() {
        assertThatThrownBy(() -> load(List.of("甲", "乙"), List.of(List.of("1", "2"))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("offices.sheet.headings"));
    }

    private SheetReport load(List<String> headings, List<List<String>> rows) {
        var sheet = new ArrayList<List<String>>();
        sheet.add(headings);
        sheet.addAll(rows);
        try {
            Path file = Files.write(folder.resolve("roll.xlsx"), Xlsx.of(sheet).bytes());
            return Acting.as(officer, () -> rolls.load(file, "roll.xlsx"));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static List<String> with(List<String> row, String heading, String said) {
        var changed = new ArrayList<>(row);
        List<String> headings = row.size() == PEOPLE.size() ? PEOPLE : OFFICES;
        changed.set(headings.indexOf(heading), said);
        return changed;
    }

    private static List<String> codes(SheetReport report) {
        return report.faults().stream().map(SheetReport.Fault::code).toList();
    }

    private List<String> names() {
        return everybody(TestClock.FIRST_DAY).stream()
                .map(member -> member.who().name())
                .toList();
    }

    private Member member(String name, java.time.LocalDate day) {
        return everybody(day).stream()
                .filter(member -> member.who().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Member> everybody(java.time.LocalDate day) {
        return Acting.as(officer, () -> offices.list(COUNTY, day)).stream()
                .flatMap(office -> office.members().stream())
                .toList();
    }
}
