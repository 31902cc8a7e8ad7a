package org.weimin.oversight;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.weimin.kernel.Refused;

/** 尺度: from where on something is looked into. Values come from the packs; here stands what a value may be at all. */
public record Thresholds(Map<String, String> values) {
    private static final Map<String, Range> RANGES = Map.ofEntries(
            Map.entry("sharedCardHouseholds", new Range(2, 100)),
            Map.entry("sharedPhoneHouseholds", new Range(2, 100)),
            Map.entry("crowdedAddressHouseholds", new Range(2, 1_000)),
            Map.entry("deathGraceMonths", new Range(0, 24)),
            Map.entry("survivorGraceMonths", new Range(0, 24)),
            Map.entry("outOfLineTimes", new Range(2, 50)),
            Map.entry("outOfLinePercent", new Range(5, 500)),
            Map.entry("outOfLineGroup", new Range(3, 10_000)),
            Map.entry("incomeBandYuan", new Range(50, 10_000)),
            Map.entry("officeFromHour", new Range(0, 12)),
            Map.entry("officeUntilHour", new Range(13, 24)),
            Map.entry("oddHourApprovals", new Range(1, 1_000)),
            Map.entry("fastApprovals", new Range(2, 1_000)),
            Map.entry("fastMinutes", new Range(1, 480)),
            Map.entry("sameIncomeHouseholds", new Range(2, 1_000)),
            Map.entry("sameIncomePercent", new Range(1, 100)),
            Map.entry("lookBackDays", new Range(1, 3_660)),
            Map.entry("passedBandYuan", new Range(10, 100_000)),
            Map.entry("nearLineYuan", new Range(1, 10_000)));

    private record Range(int least, int most) {}

    public Thresholds {
        values = Map.copyOf(values);
        values.forEach(Thresholds::check);
    }

    private static void check(String name, String value) {
        Optional.ofNullable(RANGES.get(name)).ifPresent(range -> {
            Optional<Integer> number = whole(value);
            if (number.filter(each -> each >= range.least() && each <= range.most())
                    .isEmpty()) {
                throw new Refused("oversight.threshold.range", name, value, range.least(), range.most());
            }
        });
    }

    private static Optional<Integer> whole(String value) {
        try {
            return Optional.of(new BigDecimal(value).intValueExact());
        } catch (ArithmeticException | NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    /** The same with one value supposed; a name that nobody knows is refused. */
    public Thresholds supposing(Map<String, String> others) {
        var all = new TreeMap<>(values);
        others.forEach((name, value) -> {
            if (!values.containsKey(name)) {
                throw new Refused("oversight.threshold.unknown", name);
            }
            all.put(name, value);
        });
        return new Thresholds(all);
    }

    public int number(String name) {
        return whole(value(name)).orElseThrow();
    }

    /** A list of words. */
    public List<String> words(String name) {
        return List.of(value(name).split("\\s+"));
    }

    private String value(String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(() -> new Refused("oversight.threshold.unknown", name));
    }
}
