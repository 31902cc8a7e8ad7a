package org.weimin.linkage;

import org.weimin.engine.LinkageTable.Rates;

/**
 * 整合效益: how often something was linked, what that saved, and how many minutes it took to keep in the same time.
 *
 * @param measured of how many times the days were measured; of the others they are the table's estimate
 */
public record Gain(long times, long visits, long papers, long days, long measured, long upkeepMinutes) {
    public static final Gain NONE = new Gain(0, 0, 0, 0, 0, 0);

    public Gain plus(Gain other) {
        return new Gain(
                times + other.times,
                visits + other.visits,
                papers + other.papers,
                days + other.days,
                measured + other.measured,
                upkeepMinutes + other.upkeepMinutes);
    }

    Gain costing(long minutes) {
        return new Gain(times, visits, papers, days, measured, minutes);
    }

    /** 折合时间: days of waiting are nobody's work and are not counted. */
    public long savedMinutes(Rates rates) {
        return visits * rates.minutesPerVisit() + papers * rates.minutesPerPaper();
    }

    /** 只整合合算的: a link that takes more than it gives is not worth it yet. */
    public boolean pays(Rates rates) {
        return savedMinutes(rates) >= upkeepMinutes;
    }
}
