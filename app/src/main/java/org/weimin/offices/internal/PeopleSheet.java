package org.weimin.offices.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weimin.divisions.OrgUnit;
import org.weimin.kernel.Ids;
import org.weimin.kernel.Period;
import org.weimin.kernel.Refused;
import org.weimin.offices.Member;
import org.weimin.offices.Member.Education;
import org.weimin.offices.Member.Qualification;
import org.weimin.offices.Offices;

/** 人员表: one row for one person's work from a day on. Its words are Chinese, because the table is read by them. */
@Component
public class PeopleSheet {
    /** What may stand in a column, the usual word first. */
    public static final Map<String, Education> EDUCATION = ordered(
            List.of("高中及以下", "中专", "高中", "大专", "专科", "本科", "大学", "研究生", "硕士", "博士"),
            List.of(
                    Education.SECONDARY,
                    Education.SECONDARY,
                    Education.SECONDARY,
                    Education.COLLEGE,
                    Education.COLLEGE,
                    Education.BACHELOR,
                    Education.BACHELOR,
                    Education.MASTER,
                    Education.MASTER,
                    Education.MASTER));

    public static final Map<String, Qualification> QUALIFICATION =
            ordered(List.of("无", "助理社会工作师", "社会工作师", "高级社会工作师"), List.of(Qualification.values()));
    public static final Map<String, Boolean> ESTABLISHED = ordered(List.of("在编", "聘用"), List.of(true, false));
    public static final Map<String, Boolean> FULL_TIME = ordered(List.of("专职", "兼职"), List.of(true, false));

    public static final String OFFICE = "机构";
    public static final String NAME = "姓名";
    public static final String BIRTH = "出生日期";
    public static final String TRAINED = "学历";
    public static final String CERTIFICATE = "资格证书";
    public static final String CERTIFIED = "取证日期";
    public static final String EMPLOYED = "用工性质";
    public static final String TIME = "专兼职";
    public static final String CIVIL = "每周民政工时";
    public static final String OTHER = "每周其他工时";
    public static final String SINCE = "从事民政起始";
    public static final String FROM = "到岗日期";
    public static final String UNTIL = "离岗日期";
    static final List<String> NEEDED =
            List.of(OFFICE, NAME, BIRTH, TRAINED, CERTIFICATE, EMPLOYED, TIME, CIVIL, OTHER, SINCE, FROM);

    /** Of which cell a contradiction speaks. */
    static final Map<String, String> CELLS = Map.ofEntries(
            Map.entry("offices.member.name", NAME),
            Map.entry("offices.member.age", BIRTH),
            Map.entry("offices.member.qualified-when", CERTIFIED),
            Map.entry("offices.member.qualified-child", CERTIFIED),
            Map.entry("offices.member.hours", CIVIL),
            Map.entry("offices.member.full-time", TIME),
            Map.entry("offices.member.since", SINCE),
            Map.entry("offices.member.left", UNTIL),
            Map.entry("offices.member.later", FROM),
            Map.entry("offices.member.elsewhere", OFFICE),
            Map.entry("offices.sheet.twice", NAME),
            Map.entry("offices.sheet.posts", EMPLOYED));

    private final Offices offices;
    private final OfficeNames names;

    PeopleSheet(Offices offices, OfficeNames names) {
        this.offices = offices;
        this.names = names;
    }

    Member read(Table.Row row) {
        OrgUnit unit = names.of(row.text(OFFICE));
        String name = row.text(NAME);
        LocalDate from = row.day(FROM);
        return new Member(
                Ids.next(),
                unit.id(),
                unit.area(),
                offices.accountOf(name, unit.id()),
                new Member.Who(name, row.day(BIRTH)),
                new Member.Training(
                        row.word(TRAINED, EDUCATION), row.word(CERTIFICATE, QUALIFICATION), row.findDay(CERTIFIED)),
                new Member.Terms(
                        row.word(EMPLOYED, ESTABLISHED),
                        row.word(TIME, FULL_TIME),
                        row.count(CIVIL),
                        row.count(OTHER),
                        row.day(SINCE)),
                term(from, row.findDay(UNTIL)));
    }

    private static Period term(LocalDate from, Optional<LocalDate> until) {
        until.filter(day -> !day.isAfter(from)).ifPresent(day -> {
            throw new Refused("offices.member.left", day.toString(), from.toString());
        });
        return new Period(from, until);
    }

    private static <T> Map<String, T> ordered(List<String> words, List<T> values) {
        var map = new LinkedHashMap<String, T>();
        for (int i = 0; i < words.size(); i++) {
            map.put(words.get(i), values.get(i));
        }
        return java.util.Collections.unmodifiableMap(map);
    }
}
