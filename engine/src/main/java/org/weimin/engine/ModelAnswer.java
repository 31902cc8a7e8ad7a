package org.weimin.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weimin.engine.FeelType.Basic;

/** 决策模型试算: one decision of a model from elsewhere, for inputs that a YAML file gives as their types are written. */
final class ModelAnswer {
    private final Model model;

    ModelAnswer(String where, String dmn) {
        this.model = DmnReader.model(where, dmn);
    }

    /** The value as JSON; the day is what the model's {@code today()} says. */
    String json(String decision, LocalDate asOf, Yaml inputs) {
        if (!model.rules().decisions().containsKey(decision)) {
            throw Faults.unknownName(inputs.where(), decision);
        }
        var given = new LinkedHashMap<String, Value>();
        inputs.values().forEach((name, written) -> {
            FeelType type = Optional.ofNullable(model.inputs().get(name))
                    .orElseThrow(() -> Faults.unknownName(inputs.where(), name));
            given.put(name, read(inputs.where() + " " + name, type, written));
        });
        var answer = new LinkedHashMap<String, Object>();
        answer.put("decision", decision);
        answer.put("value", plain(model.decide(decision, given, asOf.atStartOfDay())));
        return DeterminationJson.text(answer);
    }

    private static Value read(String where, FeelType type, Object written) {
        return switch (type) {
            case FeelType.Restricted(var of, var allowed) -> read(where, of, written);
            case FeelType.ListOf(var item)
            when written instanceof List<?> items ->
                new Value.Items(
                        items.stream().map(each -> read(where, item, each)).toList());
            case FeelType.Context(var components)
            when written instanceof Map<?, ?> entries -> {
                var byName = new LinkedHashMap<String, Value>();
                entries.forEach((name, value) -> byName.put(
                        String.valueOf(name),
                        read(where + " " + name, components.getOrDefault(String.valueOf(name), Basic.ANY), value)));
                yield new Value.Entries(byName);
            }
            case Basic basic when written instanceof String text -> read(where, basic, text);
            default -> throw Faults.type(where, String.valueOf(written));
        };
    }

    /** Nothing is guessed: what has no declared type is a text. */
    private static Value read(String where, Basic type, String text) {
        Value value = switch (type) {
            case NUMBER -> Builtins.call("number", List.of(""), List.of(new Value.Txt(text.strip())));
            case BOOLEAN ->
                text.equals("true") || text.equals("false") ? Value.truth(text.equals("true")) : Value.nothing();
            case DATE, TIME, DATE_AND_TIME, DAYS_AND_TIME_DURATION, YEARS_AND_MONTHS_DURATION ->
                TemporalText.any(text.strip());
            default -> new Value.Txt(text);
        };
        if (value.isNothing()) {
            throw Faults.type(where, text);
        }
        return value;
    }

    private static Object plain(Value value) {
        return switch (value) {
            case Value.Num(BigDecimal number) -> number;
            case Value.Truth(boolean truth) -> truth;
            case Value.Items(var items) ->
                items.stream().map(ModelAnswer::plain).toList();
            case Value.Entries(var entries) -> {
                var byName = new LinkedHashMap<String, Object>();
                entries.forEach((name, each) -> byName.put(name, plain(each)));
                yield byName;
            }
            case Value.Nothing ignored -> Optional.empty();
            default -> value.plain();
        };
    }
}
