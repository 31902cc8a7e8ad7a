package org.weimin.demo.internal;

import java.time.LocalDate;
import java.util.List;

/** 姓名: invented, in the fashion of the years people were born in; a few need characters beyond the BMP. */
final class Names {
    private static final String COMMON = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗";
    private static final String LOCAL = "沈陆顾钱曹俞金姚盛庄唐戴封翁费薛蒋倪褚卫";
    private static final String OTHER = "郑梁谢宋唐许邓韩冯曹彭曾萧田董潘袁蔡余于杜叶程魏苏吕丁任卢范方石单解仇查";
    private static final List<String> COMPOUND = List.of("欧阳", "上官", "司徒", "诸葛", "尉迟", "皇甫");
    private static final List<String> OLD_WOMEN =
            List.of("桂英", "秀英", "玉兰", "秀珍", "凤英", "桂兰", "玉珍", "美娣", "引娣", "阿妹", "秀宝", "金妹", "林娣", "根妹");
    private static final List<String> OLD_MEN =
            List.of("建国", "国强", "志明", "根生", "金龙", "阿根", "德明", "伯生", "福生", "关林", "正华", "永昌", "火根", "建华");
    private static final List<String> MIDDLE_WOMEN =
            List.of("丽华", "燕", "敏", "丽", "静", "红", "芳", "晓燕", "海燕", "雪梅", "春花", "娟", "艳", "伟红", "佩芳");
    private static final List<String> MIDDLE_MEN =
            List.of("伟", "强", "军", "磊", "勇", "杰", "涛", "明", "超", "建平", "志刚", "海峰", "卫东", "永明", "晓峰");
    private static final String YOUNG_FIRST = "子梓一思雨佳嘉宇欣诗浩俊天文若亦沐";
    private static final String YOUNG_GIRLS = "涵萱怡彤琪妍瑶玥晴悦汐";
    private static final String YOUNG_BOYS = "轩宇豪睿辰泽航哲然博熙";
    private static final List<String> RARE = List.of("𠅤", "㛃", "䶮", "𬭎", "𪻐", "𡒄", "犇", "喆");
    private final Chance chance;

    Names(Chance chance) {
        this.chance = chance;
    }

    String surname() {
        return switch (chance.weighted(60, 24, 15, 1)) {
            case 0 -> chance.letterOf(COMMON);
            case 1 -> chance.letterOf(LOCAL);
            case 2 -> chance.letterOf(OTHER);
            default -> chance.of(COMPOUND);
        };
    }

    static String surnameOf(String name) {
        return COMPOUND.stream()
                .filter(name::startsWith)
                .findFirst()
                .orElseGet(() -> name.substring(0, name.offsetByCodePoints(0, 1)));
    }

    String name(String surname, boolean male, LocalDate birth) {
        if (chance.perMille(2)) {
            return rare(surname);
        }
        return surname + given(male, birth.getYear());
    }

    String rare(String surname) {
        return surname + chance.of(RARE);
    }

    private String given(boolean male, int year) {
        if (year < 1965) {
            return chance.of(male ? OLD_MEN : OLD_WOMEN);
        }
        if (year < 1995) {
            return chance.of(male ? MIDDLE_MEN : MIDDLE_WOMEN);
        }
        return chance.letterOf(YOUNG_FIRST) + chance.letterOf(male ? YOUNG_BOYS : YOUNG_GIRLS);
    }
}
