package org.weimin.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.weimin.engine.Parameter;
import org.weimin.kernel.DivisionCode;
import org.weimin.shell.Texts;

/** 历次标准: the values of a parameter at one place, the newest first, each with a bar that shows how it grew. */
public final class Series {
    private static final BigDecimal WHOLE = new BigDecimal(100);

    private Series() {}

    /** One value; {@code share} is its part of the largest in percent, 0 where the values are no figures. */
    public record Bar(String from, String value, String source, boolean example, int share) {}

    public static List<Bar> of(Parameter parameter, DivisionCode place) {
        List<Parameter.Value> values = parameter.values().stream()
                .filter(each -> each.place().equals(place))
                .toList();
        BigDecimal largest = values.stream()
                .map(each -> figure(each.value()))
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        return values.stream()
                .map(each -> new Bar(
                        each.from().toString(),
                        shown(each.value()),
                        each.source(),
                        each.example(),
                        share(each, largest)))
                .toList()
                .reversed();
    }

    /** A value as people read it: words where it is a code. */
    public static String shown(String value) {
        String key = "policy.value." + value;
        return Texts.has(key) ? Texts.t(key) : value;
    }

    private static int share(Parameter.Value value, BigDecimal largest) {
        return largest.signum() == 0
                ? 0
                : figure(value.value())
                        .multiply(WHOLE)
                        .divide(largest, 0, RoundingMode.HALF_UP)
                        .intValue();
    }

    private static BigDecimal figure(String value) {
        return value.matches("\\d{1,12}(\\.\\d+)?") ? new BigDecimal(value) : BigDecimal.ZERO;
    }
}
