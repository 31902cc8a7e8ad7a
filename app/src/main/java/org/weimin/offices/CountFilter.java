package org.weimin.offices;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.StaffId;

/** 计数范围: what is counted, where, of which month, and of whom. */
public record CountFilter(Measure measure, DivisionCode place, YearMonth month, Optional<StaffId> handler) {
    public LocalDate from() {
        return month.atDay(1);
    }

    public LocalDate until() {
        return month.plusMonths(1).atDay(1);
    }
}
