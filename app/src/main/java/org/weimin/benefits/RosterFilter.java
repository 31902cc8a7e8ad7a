package org.weimin.benefits;

import java.time.YearMonth;
import org.weimin.kernel.DivisionCode;

/**
 * 花名册条件: who receives in this month, in this subtree of divisions; an empty text asks nothing.
 *
 * @param name the payee's whole name
 */
public record RosterFilter(YearMonth month, String matter, DivisionCode area, String name) {}
