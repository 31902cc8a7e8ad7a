package org.weimin.home;

import java.time.LocalDate;

/** 业务日开始: published once for every business day, in order, inside one transaction with everything it causes. */
public record DayBegan(LocalDate day) {}
