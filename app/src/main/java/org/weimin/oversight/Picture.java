package org.weimin.oversight;

import java.time.LocalDate;
import java.util.List;
import org.weimin.kernel.Money;

/** 失衡图: everybody of small means in a place on the day of a sweep, and who of them is passed by those below. */
public record Picture(LocalDate asOf, Money band, Money little, List<Standing> standings, List<Passed> passed) {
    public Picture {
        standings = List.copyOf(standings);
        passed = List.copyOf(passed);
    }
}
