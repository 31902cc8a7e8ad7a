package org.weimin.engine;

import java.time.LocalDate;
import org.weimin.kernel.DivisionCode;

/**
 * 参数取值: what a parameter is at one place on one day, and who says so. {@code example}: no source is known;
 * {@code carriedOn}: nobody has looked for a newer value for more than twelve months.
 */
public record ResolvedValue(
        String value, LocalDate from, DivisionCode place, String source, boolean example, boolean carriedOn) {}
