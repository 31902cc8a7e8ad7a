package org.weimin.engine.population;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.weimin.engine.Pack;
import org.weimin.engine.Parameter;
import org.weimin.engine.ResolvedValue;
import org.weimin.engine.Type;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;

/** 标准: every parameter of a matter at each of many places on one day. A what-if is the same with other values. */
public final class Standards {
    static final int AS_OF = 0;
    private static final int WHOLE = 2;
    private static final int SHARE = 4;
    private final LocalDate asOf;
    private final List<DivisionCode> places;
    private final Map<String, String> supposing;
    private final long[][] byPlace;

    private Standards(LocalDate asOf, List<DivisionCode> places, Map<String, String> supposing, long[][] byPlace) {
        this.asOf = asOf;
        this.places = places;
        this.supposing = Map.copyOf(supposing);
        this.byPlace = byPlace;
    }

    /** The values in force on the day, but for those supposed to be others. */
    public static Standards of(Pack pack, LocalDate asOf, List<DivisionCode> places, Map<String, String> supposing) {
        supposing.keySet().forEach(pack::parameter);
        List<String> order = order(pack);
        long[][] byPlace = places.stream()
                .map(place -> at(pack, order, place, asOf, supposing))
                .toArray(long[][]::new);
        return new Standards(asOf, List.copyOf(places), supposing, byPlace);
    }

    public LocalDate asOf() {
        return asOf;
    }

    public List<DivisionCode> places() {
        return places;
    }

    public Map<String, String> supposing() {
        return supposing;
    }

    /** The day, the parameters in {@link #order}, the last day of the month; empty where the place lacks one. */
    long[] at(int place) {
        return byPlace[place];
    }

    /** The parameters of a pack, in the order in which standards hold them behind the day. */
    static List<String> order(Pack pack) {
        return pack.parametersByName().keySet().stream().sorted().toList();
    }

    /** Decimals kept for a parameter: all that its values have, and some more that a what-if may ask for. */
    static int scale(Pack pack, String name) {
        Parameter parameter = pack.parameter(name);
        if (parameter.type().equals(Type.TEXT)) {
            return 0;
        }
        int written = chain(pack, parameter)
                .flatMap(each -> each.values().stream())
                .mapToInt(value ->
                        new BigDecimal(value.value()).stripTrailingZeros().scale())
                .max()
                .orElse(0);
        int least = parameter.type().equals(Type.NUMBER) && written > 0 ? SHARE : WHOLE;
        return Math.max(written, least);
    }

    /** The parameter and those that stand in for it. */
    private static Stream<Parameter> chain(Pack pack, Parameter first) {
        return Stream.iterate(
                        Optional.of(first),
                        Optional::isPresent,
                        each -> each.flatMap(Parameter::otherwise).map(pack::parameter))
                .flatMap(Optional::stream);
    }

    private static long[] at(
            Pack pack, List<String> order, DivisionCode place, LocalDate asOf, Map<String, String> supposing) {
        var values = new long[order.size() + 2];
        values[AS_OF] = Scaled.day(asOf);
        values[order.size() + 1] = Scaled.day(asOf.with(TemporalAdjusters.lastDayOfMonth()));
        for (int i = 0; i < order.size(); i++) {
            String name = order.get(i);
            Optional<String> value = find(pack, pack.parameter(name), place, asOf, supposing);
            if (value.isEmpty()) {
                return new long[0];
            }
            values[i + 1] = encode(pack, name, value.get());
        }
        return values;
    }

    /** What is supposed goes before what is in force, also for a parameter that stands in for another one. */
    private static Optional<String> find(
            Pack pack, Parameter parameter, DivisionCode place, LocalDate asOf, Map<String, String> supposing) {
        return Optional.ofNullable(supposing.get(parameter.name()))
                .or(() -> parameter.find(place, asOf).map(ResolvedValue::value))
                .or(() -> parameter
                        .otherwise()
                        .flatMap(other -> find(pack, pack.parameter(other), place, asOf, supposing)));
    }

    private static long encode(Pack pack, String name, String value) {
        if (pack.parameter(name).type().equals(Type.TEXT)) {
            return Words.code(value);
        }
        try {
            return Scaled.of(new BigDecimal(value), scale(pack, name));
        } catch (ArithmeticException | NumberFormatException unfit) {
            throw new Refused("engine.pack.type", name, value);
        }
    }
}
