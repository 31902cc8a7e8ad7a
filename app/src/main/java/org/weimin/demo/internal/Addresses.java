package org.weimin.demo.internal;

import java.util.List;
import org.weimin.divisions.Division;

/** 住址: a road with lane, house and room in a community; a group and a number in a village. */
final class Addresses {
    private static final List<String> ROADS = List.of(
            "文诚路", "新松江路", "人民北路", "谷阳北路", "中山中路", "荣乐东路", "乐都西路", "江学路", "玉树路", "思贤路", "北翠路", "茸惠路", "泗陈公路", "沪松公路",
            "三新北路", "嘉松南路", "沈砖公路", "九亭大街", "涞寅路", "新南路");
    private final Chance chance;

    Addresses(Chance chance) {
        this.chance = chance;
    }

    String in(Division community) {
        String name = community.name();
        if (name.endsWith("村委会")) {
            return name.substring(0, name.length() - 2) + chance.between(1, 18) + "组" + chance.between(1, 90) + "号";
        }
        return chance.of(ROADS) + chance.between(1, 1999) + "弄" + chance.between(1, 80) + "号" + chance.between(1, 18)
                + "0" + chance.between(1, 4) + "室";
    }
}
