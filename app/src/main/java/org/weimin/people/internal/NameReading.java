package org.weimin.people.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.weimin.shell.Pinyin;

/** 姓名读音: how a name is read. A surname may be read otherwise than the same character elsewhere. */
final class NameReading {
    private static final Map<String, List<String>> SURNAMES = Map.ofEntries(
            Map.entry("万俟", List.of("mo", "qi")),
            Map.entry("尉迟", List.of("yu", "chi")),
            Map.entry("单于", List.of("chan", "yu")),
            Map.entry("长孙", List.of("zhang", "sun")),
            Map.entry("澹台", List.of("tan", "tai")),
            Map.entry("单", List.of("shan")),
            Map.entry("曾", List.of("zeng")),
            Map.entry("解", List.of("xie")),
            Map.entry("仇", List.of("qiu")),
            Map.entry("区", List.of("ou")),
            Map.entry("查", List.of("zha")),
            Map.entry("朴", List.of("piao")),
            Map.entry("盖", List.of("ge")),
            Map.entry("缪", List.of("miao")),
            Map.entry("种", List.of("chong")),
            Map.entry("重", List.of("chong")),
            Map.entry("乐", List.of("yue")),
            Map.entry("覃", List.of("qin")),
            Map.entry("翟", List.of("zhai")),
            Map.entry("黑", List.of("he")),
            Map.entry("秘", List.of("bi")),
            Map.entry("折", List.of("she")),
            Map.entry("召", List.of("shao")),
            Map.entry("员", List.of("yun")),
            Map.entry("晟", List.of("cheng")),
            Map.entry("朝", List.of("chao")),
            Map.entry("尹", List.of("yin")));

    private NameReading() {}

    /** One reading a character; a character that nobody reads (beyond the tables) is left out. */
    static List<String> of(String name) {
        for (int length = 2; length >= 1; length--) {
            if (name.codePointCount(0, name.length()) > length) {
                int end = name.offsetByCodePoints(0, length);
                List<String> surname = SURNAMES.get(name.substring(0, end));
                if (surname != null) {
                    var readings = new ArrayList<>(surname);
                    readings.addAll(Pinyin.of(name.substring(end)));
                    return readings;
                }
            }
        }
        return Pinyin.of(name);
    }
}
