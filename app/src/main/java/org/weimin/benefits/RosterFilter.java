package org.weimin.benefits;

import java.time.YearMonth;

/**
 * 花名册条件: empty text means all.
 *
 * @param month only those who receive in this month
 * @param area a division code; its whole subtree
 */
public record RosterFilter(YearMonth month, String matter, String area, String name) {}
