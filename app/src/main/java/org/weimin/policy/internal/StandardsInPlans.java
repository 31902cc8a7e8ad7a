package org.weimin.policy.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.weimin.divisions.Conflict;
import org.weimin.divisions.Plan;
import org.weimin.divisions.PlanCheck;
import org.weimin.divisions.Redrawing;
import org.weimin.engine.Parameter;
import org.weimin.engine.ResolvedValue;
import org.weimin.kernel.DivisionCode;
import org.weimin.policy.Policy;
import org.weimin.shell.Texts;

/** What a change of divisions does to standards: those of a code that ends, and towns of one new town that differ. */
@Configuration(proxyBeanMethods = false)
class StandardsInPlans {
    @Bean
    static PlanCheck standardsInPlans(@Lazy Policy policy) {
        return new PlanCheck("policy", plan -> {
            Set<Conflict> conflicts = new LinkedHashSet<>();
            policy.packs().list().stream()
                    .flatMap(pack -> pack.parameters().stream())
                    .forEach(parameter -> {
                        conflicts.addAll(lost(plan, parameter));
                        conflicts.addAll(differing(plan, parameter));
                    });
            return List.copyOf(conflicts);
        });
    }

    /** Without a value of its own the new code would fall back on the next higher place without anybody deciding so. */
    private static List<Conflict> lost(Plan plan, Parameter parameter) {
        Redrawing redrawing = plan.redrawing();
        return parameter.values().stream()
                .map(Parameter.Value::place)
                .distinct()
                .filter(redrawing::ends)
                .filter(place -> parameter.values().stream()
                        .noneMatch(value -> value.place().equals(redrawing.after(place))
                                && !value.from().isAfter(plan.on())))
                .map(place -> Conflict.blocks(
                        "policy.conflict.standard",
                        title(parameter),
                        place.value(),
                        redrawing.after(place).value(),
                        plan.on()))
                .toList();
    }

    private static List<Conflict> differing(Plan plan, Parameter parameter) {
        var values = new TreeMap<DivisionCode, Set<String>>();
        plan.redrawing().lines().forEach((before, after) -> {
            if (before.value().length() == 9) {
                parameter
                        .find(before, plan.on())
                        .map(ResolvedValue::value)
                        .ifPresent(value -> values.computeIfAbsent(after, code -> new LinkedHashSet<>())
                                .add(value));
            }
        });
        var conflicts = new ArrayList<Conflict>();
        values.forEach((after, found) -> {
            if (found.size() > 1) {
                conflicts.add(Conflict.mind(
                        "policy.conflict.differs",
                        title(parameter),
                        plan.redrawing().names().getOrDefault(after, ""),
                        String.join("、", found)));
            }
        });
        return conflicts;
    }

    private static String title(Parameter parameter) {
        return Texts.either(parameter.title().zh(), parameter.title().en());
    }
}
