package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.weimin.kernel.Refused;

/** Another DMN engine with the rules of one edition. */
record Oracle(Edition edition, DMNRuntime runtime, DMNModel model) {
    static Oracle of(Edition edition) {
        byte[] rules = edition.file("rules.dmn").orElseThrow().getBytes(StandardCharsets.UTF_8);
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newByteArrayResource(rules)))
                .getOrElseThrow(RuntimeException::new);
        DMNModel model = runtime.getModels().getFirst();
        assertThat(model.getMessages()).isEmpty();
        return new Oracle(edition, runtime, model);
    }

    /** How many decisions both engines gave a value; any two that differ fail. */
    int compare(Question question) {
        Question.Asked ours = question.ask(new Trace());
        Map<String, Object> theirs = theirs(question, ours);
        int compared = 0;
        for (String decision : edition.rules().decisions().keySet()) {
            Optional<Object> value =
                    ours.value(decision).flatMap(known -> Question.attempt(() -> plain(known, question, ours.facts())));
            Object other = theirs.get(decision);
            if (value.isPresent() && other != null) {
                compared++;
                assertThat(alike(value.get()))
                        .as("%s for %s", decision, question)
                        .isEqualTo(alike(other));
            }
        }
        return compared;
    }

    private Map<String, Object> theirs(Question question, Question.Asked ours) {
        var context = runtime.newContext();
        edition.rules()
                .inputs()
                .keySet()
                .forEach(name -> Question.attempt(() -> plain(ours.inputs().get(name), question, ours.facts()))
                        .ifPresent(value -> context.set(name, value)));
        var results = new HashMap<String, Object>();
        runtime.evaluateAll(model, context).getDecisionResults().forEach(result -> {
            if (result.getResult() != null) {
                results.put(result.getDecisionName(), result.getResult());
            }
        });
        return results;
    }

    /** The value as the other engine has it: a member is the context of its facts. */
    private Object plain(Value value, Question question, CaseFacts facts) {
        return switch (value) {
            case Value.Num(var number) -> number;
            case Value.Txt(var text) -> text;
            case Value.Truth(var truth) -> truth;
            case Value.Day(var day) -> day;
            case Value.Items(var items) -> {
                var list = new ArrayList<Object>();
                items.forEach(item -> list.add(plain(item, question, facts)));
                yield list;
            }
            case Value.Member(int index) -> {
                var member = new HashMap<String, Object>();
                member.put("#", BigDecimal.valueOf(index));
                FactsDictionary dictionary = question.pack().dictionary();
                for (String fact : FactsRead.of(edition.rules(), dictionary)) {
                    if (dictionary.get(fact).ofMember() && !(facts.ofMember(index, fact) instanceof Value.Unknown)) {
                        member.put(fact, plain(facts.ofMember(index, fact), question, facts));
                    }
                }
                yield member;
            }
            default -> throw new Refused("engine.unknown");
        };
    }

    /** One face for one value: numbers without idle zeros. */
    private static String alike(Object value) {
        return switch (value) {
            case BigDecimal number -> Numbers.plain(number);
            case List<?> list -> list.stream().map(Oracle::alike).toList().toString();
            case Map<?, ?> member -> "member " + member.get("#");
            default -> String.valueOf(value);
        };
    }
}
