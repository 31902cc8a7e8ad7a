package org.weimin.registries;

/** 查询登记: one register or all of them; by the whole number, or by parts of the holder's name. */
public record RegisterSearch(String register, String words) {}
