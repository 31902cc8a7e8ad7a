package org.weimin.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weimin.engine.Determination.Who;
import org.weimin.kernel.DivisionCode;

/** What a case brings to the model by name: its members, the day, the place's parameters, the household's facts. */
record CaseInputs(
        Pack pack,
        DivisionCode place,
        LocalDate asOf,
        Map<String, String> supposing,
        Optional<Integer> judged,
        CaseFacts facts,
        Trace trace)
        implements Evaluation.Inputs {
    @Override
    public Value get(String name) {
        return switch (name) {
            case Vocabulary.MEMBERS -> facts.members();
            case Vocabulary.PERSON ->
                judged.<Value>map(Value.Member::new).orElseThrow(() -> Faults.unknownName(pack.id() + "", name));
            case Vocabulary.AS_OF -> new Value.Day(asOf);
            case Vocabulary.MONTH_END -> new Value.Day(asOf.with(TemporalAdjusters.lastDayOfMonth()));
            default -> pack.findParameter(name).map(this::value).orElseGet(() -> facts.household(name));
        };
    }

    /** The few functions that rules of law call, over values that may not be known. */
    @Override
    public Value call(String function, List<String> names, List<Value> arguments) {
        Value first = arguments.getFirst();
        return switch (function) {
            case "sum" -> first instanceof Value.Items(var items) ? Operators.sum(items) : first;
            case "count" ->
                first instanceof Value.Items(var items)
                        ? Value.Num.of(items.size())
                        : Value.unknown(first, first, Range.atLeast(BigDecimal.ZERO));
            case "max" -> arguments.stream().reduce(Operators::max).orElseThrow();
            case "min" -> arguments.stream().reduce(Operators::min).orElseThrow();
            default -> throw Faults.unknownName("rules", function);
        };
    }

    /** Whom the whole question is about. */
    Who who() {
        return judged.map(facts::who).orElse(Who.HOUSEHOLD);
    }

    private Value value(Parameter parameter) {
        ResolvedValue value = resolve(parameter);
        trace.used(parameter, value);
        return parameter.type().equals(Type.TEXT)
                ? new Value.Txt(value.value())
                : new Value.Num(new BigDecimal(value.value()));
    }

    private ResolvedValue resolve(Parameter parameter) {
        String supposed = supposing.get(parameter.name());
        if (supposed != null) {
            return new ResolvedValue(supposed, asOf, place, "", true, false);
        }
        return parameter
                .find(place, asOf)
                .or(() -> parameter.otherwise().map(pack::parameter).map(this::resolve))
                .orElseGet(() -> parameter.on(place, asOf));
    }
}
