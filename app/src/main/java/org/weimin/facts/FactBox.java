package org.weimin.facts;

import java.util.List;
import org.weimin.engine.FactKind;
import org.weimin.shell.Option;
import org.weimin.shell.Texts;

/** 填写框: how a form asks for a fact: {@code kind} is "choice", "date", "text", "money" or "number". */
public record FactBox(String kind, List<Option> options) {
    public FactBox {
        options = List.copyOf(options);
    }

    public static FactBox of(FactKind fact) {
        if (fact.type().equals("boolean")) {
            return new FactBox(
                    "choice",
                    List.of(new Option("true", Texts.t("shell.yes")), new Option("false", Texts.t("shell.no"))));
        }
        List<Option> options = fact.choices().stream()
                .map(choice -> new Option(
                        choice.value(),
                        Texts.either(choice.title().zh(), choice.title().en())))
                .toList();
        return new FactBox(options.isEmpty() ? fact.type() : "choice", options);
    }
}
