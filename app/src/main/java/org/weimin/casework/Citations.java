package org.weimin.casework;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.weimin.engine.Determination;
import org.weimin.engine.LawReference;
import org.weimin.engine.Pack;

/** 依据条款: the articles of the rules that fired, each law named once, as a letter writes them. */
public final class Citations {
    private Citations() {}

    /** The articles of the rules that fired; where none of them names one, the law of the matter that was in force. */
    public static String of(Determination answer, Pack pack) {
        String fired =
                of(answer.rules().stream().map(Determination.RuleFired::article).toList());
        return fired.isEmpty()
                ? pack.matter().law().stream()
                        .filter(law ->
                                law.from().filter(answer.asOf()::isBefore).isEmpty())
                        .map(LawReference::toString)
                        .distinct()
                        .collect(Collectors.joining("，"))
                : fired;
    }

    /** Reads {@code 社会救助法 第十八条、第二十三条；地方规定} and the like, in the order of their first appearance. */
    public static String of(Collection<String> articles) {
        var byLaw = new LinkedHashMap<String, Set<String>>();
        for (String article : articles) {
            for (String one : article.split("；", -1)) {
                if (!one.isBlank()) {
                    add(byLaw, one.strip());
                }
            }
        }
        return byLaw.entrySet().stream().map(Citations::write).collect(Collectors.joining("，"));
    }

    private static void add(Map<String, Set<String>> byLaw, String one) {
        int gap = one.lastIndexOf(' ');
        String law = gap < 0 ? one : one.substring(0, gap);
        Set<String> places = byLaw.computeIfAbsent(law, ignored -> new LinkedHashSet<>());
        if (gap >= 0) {
            for (String place : one.substring(gap + 1).split("、", -1)) {
                places.add(place);
            }
        }
    }

    private static String write(Map.Entry<String, Set<String>> law) {
        return law.getValue().isEmpty() ? law.getKey() : "《" + law.getKey() + "》" + String.join("、", law.getValue());
    }
}
