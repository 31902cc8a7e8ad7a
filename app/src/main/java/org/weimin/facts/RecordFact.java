package org.weimin.facts;

import org.weimin.kernel.Period;
import org.weimin.kernel.Subject;

/**
 * 登记事实: money is written in yuan, {@code 1234.00}; the dictionary of the packs says what each name means.
 *
 * @param source {@code DECLARED}, {@code CHECKED}, {@code VISIT}, {@code REGISTER} or {@code SYSTEM}
 */
public record RecordFact(Subject subject, String name, String value, Period valid, String source, String evidence) {}
