package org.weimin.offices.internal;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.weimin.divisions.OrgUnit;
import org.weimin.kernel.Refused;
import org.weimin.offices.Premises;

/** 机构表: one row for what an office has from a day on, with the two totals by which its people are checked. */
@Component
public class PremisesSheet {
    public static final Map<String, Boolean> YES = Map.of("有", true, "无", false, "是", true, "否", false);
    public static final String OFFICE = "机构";
    public static final String POSTS = "编制数";
    public static final String PEOPLE = "实有人数";
    public static final String PART_TIME = "其中兼职";
    public static final String BUREAUS = "对口部门数";
    public static final String ROOMS = "办公用房（平方米）";
    public static final String WINDOW = "受理窗口";
    public static final String ARCHIVE = "档案室";
    public static final String COMPUTERS = "电脑";
    public static final String PRINTERS = "打印机";
    public static final String FAXES = "传真机";
    public static final String AIR = "空调";
    public static final String CAMERAS = "高拍仪";
    public static final String NETWORK = "联网";
    public static final String ADDRESS = "地址";
    public static final String PHONE = "电话";
    public static final String HOURS = "开放时间";
    public static final String FROM = "起始日期";
    static final List<String> NEEDED = List.of(
            OFFICE, POSTS, BUREAUS, ROOMS, WINDOW, ARCHIVE, COMPUTERS, PRINTERS, FAXES, AIR, CAMERAS, NETWORK, ADDRESS,
            PHONE, HOURS, FROM);

    static final Map<String, String> CELLS = Map.of(
            "offices.premises.posts", POSTS,
            "offices.premises.bureaus", BUREAUS,
            "offices.premises.rooms", ROOMS,
            "offices.premises.pieces", COMPUTERS,
            "offices.premises.contact", ADDRESS,
            "offices.premises.later", FROM,
            "offices.sheet.part-time", PART_TIME,
            "offices.sheet.total", PEOPLE,
            "offices.sheet.posts", POSTS);

    private final OfficeNames names;

    PremisesSheet(OfficeNames names) {
        this.names = names;
    }

    Premises read(Table.Row row) {
        OrgUnit unit = names.of(row.text(OFFICE));
        int people = row.findCount(PEOPLE).orElse(Integer.MAX_VALUE);
        int partTime = row.findCount(PART_TIME).orElse(0);
        if (partTime < 0 || partTime > people) {
            throw new Refused("offices.sheet.part-time", partTime, people);
        }
        return new Premises(
                unit.id(),
                unit.area(),
                row.day(FROM),
                row.count(POSTS),
                row.count(BUREAUS),
                new Premises.Rooms(row.number(ROOMS), row.word(WINDOW, YES), row.word(ARCHIVE, YES)),
                new Premises.Equipment(
                        row.count(COMPUTERS),
                        row.count(PRINTERS),
                        row.count(FAXES),
                        row.count(AIR),
                        row.count(CAMERAS),
                        row.word(NETWORK, YES)),
                new Premises.Contact(row.text(ADDRESS), row.text(PHONE), row.text(HOURS)));
    }
}
