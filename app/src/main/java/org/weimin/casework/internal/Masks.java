package org.weimin.casework.internal;

import java.util.Set;

/** 脱敏: how a name is shown on a public list. Counts by code point, so that rare characters are one character. */
final class Masks {
    private static final Set<String> COMPOUND = Set.of(
            "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "长孙", "宇文", "端木", "轩辕", "南宫", "闻人",
            "澹台", "公冶", "宗政", "濮阳", "淳于", "单于", "太叔", "申屠", "仲孙", "钟离", "鲜于", "闾丘", "司空", "亓官", "百里", "呼延", "拓跋", "独孤",
            "第五", "赫连");

    private Masks() {}

    /** 张*三, 张*, 欧阳*: the surname, one star, and the last character where there is more than one given one. */
    static String name(String name) {
        int[] characters = name.codePoints().toArray();
        if (characters.length == 0) {
            return "*";
        }
        int surname = characters.length > 2 && COMPOUND.contains(new String(characters, 0, 2)) ? 2 : 1;
        var masked = new StringBuilder(new String(characters, 0, surname)).append('*');
        if (characters.length - surname > 1) {
            masked.appendCodePoint(characters[characters.length - 1]);
        }
        return masked.toString();
    }
}
