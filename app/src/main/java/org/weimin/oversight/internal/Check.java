package org.weimin.oversight.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weimin.oversight.Anomaly;
import org.weimin.oversight.Thresholds;

/**
 * 排查项: one thing that auditors look for, as one question to the registers. Its answer has the columns {@code key}
 * (text; what the anomaly is about, the same on every run), {@code area}, {@code people} and {@code officials} (uuid[];
 * whom it concerns), {@code figures} and {@code evidence} (jsonb).
 */
sealed interface Check
        permits CrowdedAddress,
                Excluding,
                KinDecided,
                OddHour,
                OfficialRelative,
                OutOfLine,
                PaidAfterDeath,
                ReceivedTwice,
                SameIncome,
                SharedCard,
                SamePhone,
                TooFast {

    Anomaly.Kind kind();

    String question();

    Map<String, Object> terms(Thresholds thresholds);

    /** What is asked for beside the day and the first of its month, which every question may ask for. */
    default Map<String, Object> parameters(Thresholds thresholds, LocalDate day) {
        var all = new HashMap<>(terms(thresholds));
        all.put("day", day);
        all.put("month", day.withDayOfMonth(1));
        return all;
    }

    /** Words as PostgreSQL reads an array of them. */
    static String array(List<String> words) {
        return "{" + String.join(",", words) + "}";
    }
}
