package org.weimin.engine;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weimin.engine.Determination.Who;
import org.weimin.engine.Value.Func;

/** 决策模型: a DMN model from elsewhere, which has its own types and inputs instead of the law's facts. */
record Model(Rules rules, Map<String, FeelType> inputs) {
    private static final FactsDictionary NO_FACTS = FactsDictionary.read("facts: []");

    /** What a decision comes to for the inputs; a decision service takes them as its arguments. */
    Value decide(String decision, Map<String, Value> given, LocalDateTime now) {
        var trace = new Trace();
        var facts = new CaseFacts(NO_FACTS, new FactSheet(List.of(), List.of()), trace);
        var fitted = new HashMap<String, Value>(given);
        var evaluation = new Evaluation(rules, facts, Who.HOUSEHOLD, new ModelInputs(fitted, now), trace);
        inputs.forEach((name, type) -> {
            Value value = given.get(name);
            if (value != null) {
                fitted.put(name, evaluation.fitted(type, value));
            }
        });
        Value value = evaluation.named(decision);
        return value instanceof Func service && rules.isService(decision)
                ? Builtins.apply(
                        service,
                        List.of(),
                        service.parameters().stream()
                                .map(parameter -> given.getOrDefault(parameter.name(), Value.nothing()))
                                .toList())
                : value;
    }

    private record ModelInputs(Map<String, Value> given, LocalDateTime now) implements Evaluation.Inputs {
        @Override
        public Value get(String name) {
            Value value = given.get(name);
            if (value != null) {
                return value;
            }
            return Builtins.has(name) ? Builtins.asValue(name) : Value.nothing();
        }

        @Override
        public Value call(String function, List<String> names, List<Value> arguments) {
            return switch (function) {
                case "now" ->
                    arguments.isEmpty()
                            ? new Value.Moment(now, Optional.of(java.time.ZoneOffset.UTC))
                            : Value.nothing();
                case "today" -> arguments.isEmpty() ? new Value.Day(now.toLocalDate()) : Value.nothing();
                default -> Builtins.call(function, names, arguments);
            };
        }
    }
}
