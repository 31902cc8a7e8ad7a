package org.weimin.oversight;

import java.time.LocalDate;

/** 最近一次排查: of which day, how many it found, how many of them for the first time, and how many are gone. */
public record LastRun(LocalDate day, int found, int fresh, int gone, int tookMillis) {}
