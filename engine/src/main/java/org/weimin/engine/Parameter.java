package org.weimin.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;

/** 参数: a number or word that a place may set, dated, with a source for every value. */
public record Parameter(
        String name,
        Text title,
        String unit,
        Optional<LocalDate> checkedThrough,
        Optional<String> otherwise,
        List<Value> values) {
    private static final int STALE_MONTHS = 12;
    private static final Comparator<Value> NEAREST_THEN_NEWEST = Comparator.<Value>comparingInt(
                    value -> value.place().value().length())
            .thenComparing(Value::from);

    /** One value, in force at a place and below it from a day on. It never changes; a correction is a new line. */
    public record Value(
            LocalDate from,
            DivisionCode place,
            String value,
            String source,
            Optional<LocalDate> announcedOn,
            boolean example,
            Optional<LocalDate> checkedThrough) {}

    static Parameter read(Yaml yaml) {
        var parameter = new Parameter(
                yaml.text("name"),
                yaml.bilingual("title"),
                yaml.text("unit"),
                yaml.findDate("checkedThrough"),
                yaml.find("otherwise"),
                yaml.children("values").stream().map(Parameter::value).toList());
        parameter.check(yaml.where());
        return parameter;
    }

    /** With one line more. */
    Parameter plus(Yaml line) {
        var more = new ArrayList<>(values);
        more.add(value(line));
        var longer = new Parameter(name, title, unit, checkedThrough, otherwise, List.copyOf(more));
        longer.check(line.where());
        return longer;
    }

    private static Value value(Yaml yaml) {
        boolean example = yaml.isTrue("example");
        if (!example && yaml.text("source", "").isBlank()) {
            throw Faults.noLaw(yaml.where());
        }
        return new Value(
                yaml.date("from"),
                yaml.place(),
                yaml.text("value"),
                yaml.text("source", ""),
                yaml.findDate("announcedOn"),
                example,
                yaml.findDate("checkedThrough"));
    }

    private void check(String where) {
        var seen = new java.util.HashSet<String>();
        for (Value value : values) {
            if (!seen.add(value.place() + " " + value.from())) {
                throw Faults.overlap(where, value.place() + " " + value.from());
            }
            if (!type().equals(Type.TEXT)) {
                try {
                    new BigDecimal(value.value());
                } catch (NumberFormatException malformed) {
                    throw Faults.type(where, value.value());
                }
            }
        }
    }

    public Type type() {
        return switch (unit) {
            case "yuan" -> Type.MONEY;
            case "text" -> Type.TEXT;
            default -> Type.NUMBER;
        };
    }

    /** The value of the nearest place that set one, the newest in force on the day. */
    public Optional<ResolvedValue> find(DivisionCode place, LocalDate asOf) {
        return values.stream()
                .filter(value -> value.place().contains(place) && !value.from().isAfter(asOf))
                .max(NEAREST_THEN_NEWEST)
                .map(value -> resolved(value, asOf));
    }

    /** As {@link #find}; a place and day without a value are refused. */
    public ResolvedValue on(DivisionCode place, LocalDate asOf) {
        return find(place, asOf)
                .orElseThrow(
                        () -> new Refused("engine.no-value", title.zh(), title.en(), place.value(), asOf.toString()));
    }

    private ResolvedValue resolved(Value value, LocalDate asOf) {
        LocalDate looked = value.checkedThrough()
                .or(() -> checkedThrough)
                .filter(value.from()::isBefore)
                .orElse(value.from());
        boolean carriedOn = asOf.isAfter(looked.plusMonths(STALE_MONTHS));
        return new ResolvedValue(
                value.value(), value.from(), value.place(), value.source(), value.example(), carriedOn);
    }
}
