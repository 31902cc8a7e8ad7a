package org.weimin.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** 核对事项: one thing that the register of another bureau can answer about a person. */
public record CheckItem(
        String id,
        Text title,
        Bureau bureau,
        List<Answer> answers,
        Terms terms,
        Channel channel,
        List<String> replaces) {
    public CheckItem {
        answers = List.copyOf(answers);
        replaces = List.copyOf(replaces);
    }

    /** Who keeps the register. */
    public record Bureau(String id, Text title) {}

    /** A fact that the register knows; a summed one adds what each person has into the household's fact. */
    public record Answer(FactKind fact, boolean summed) {}

    /** Within how many working days it is answered, whether the household authorises it, whether it is always asked. */
    public record Terms(int limitWorkdays, boolean means, boolean always) {}

    /** How a bureau is asked. */
    public enum Channel {
        API,
        FILE,
        CLERK
    }

    public boolean isMeans() {
        return terms.means();
    }

    /** Whether a matter that asks for these facts needs this item. */
    public boolean isNeededFor(Set<String> facts) {
        return terms.always()
                || answers.stream()
                        .anyMatch(answer -> facts.contains(answer.fact().name()));
    }

    public Set<String> factNames() {
        return answers.stream().map(answer -> answer.fact().name()).collect(Collectors.toUnmodifiableSet());
    }
}
