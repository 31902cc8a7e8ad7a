package org.weimin.divisions.internal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.weimin.divisions.Conflict;
import org.weimin.divisions.Plan;
import org.weimin.divisions.PlanRuns;
import org.weimin.divisions.Plans;
import org.weimin.divisions.Rehearsal;
import org.weimin.home.Command;
import org.weimin.home.CommandLine;
import org.weimin.home.WrongUsage;
import org.weimin.kernel.PlanId;
import org.weimin.kernel.Refused;
import org.weimin.shell.Texts;
import tools.jackson.databind.json.JsonMapper;

/** {@code divisions}: lists the plans, rehearses one, or carries out what was approved and is due. */
@Configuration(proxyBeanMethods = false)
class PlanCommand {
    private static final String USAGE = "divisions plans | plan ID | rehearse ID | carry-out ID  [--json]";

    @Bean
    static Command divisionsCommand(@Lazy Plans plans, @Lazy PlanRuns runs) {
        return new Command("divisions", (args, out) -> {
            var words = new ArrayList<>(args);
            boolean json = words.remove("--json");
            if (words.equals(List.of("plans"))) {
                list(plans.list(), json, out);
                return CommandLine.DONE;
            }
            if (words.size() != 2) {
                throw new WrongUsage(USAGE);
            }
            PlanId id = id(words.get(1));
            switch (words.getFirst()) {
                case "plan" -> {}
                case "rehearse" -> runs.rehearse(id);
                case "carry-out" -> runs.carryOut(id);
                case "undo" -> throw new Refused("divisions.plan.undo-signed-in", id.toString());
                default -> throw new WrongUsage(USAGE);
            }
            return show(plans.get(id), plans.findRehearsal(id), json, out);
        });
    }

    private static void list(List<Plan> plans, boolean json, PrintStream out) {
        if (json) {
            print(plans.stream().map(PlanCommand::words).toList(), out);
            return;
        }
        plans.forEach(plan -> out.println(line(plan)));
        if (plans.isEmpty()) {
            out.println(both("divisions.plans.empty"));
        }
    }

    /** What a rehearsal found stands below the plan; one that must not go on ends with the exit code of a refusal. */
    private static int show(Plan plan, Optional<Rehearsal> rehearsal, boolean json, PrintStream out) {
        if (json) {
            var all = words(plan);
            rehearsal.ifPresent(found -> all.putAll(words(found)));
            print(all, out);
        } else {
            out.println(line(plan));
            rehearsal.ifPresent(found -> {
                out.printf(
                        "%n%s  %,d ms%n",
                        both("divisions.plan.rehearsal"), found.took().toMillis());
                rows(found).forEach((table, moved) -> out.printf("%,12d  %s%n", moved, table));
                found.conflicts().forEach(conflict -> {
                    out.println((conflict.blocks() ? "✗ " : "· ") + text("zh", conflict));
                    out.println("  " + text("en", conflict));
                });
            });
        }
        boolean stopped = rehearsal.filter(found -> !found.mayGoOn()).isPresent();
        return stopped && plan.mayRehearse() ? CommandLine.REFUSED : CommandLine.DONE;
    }

    private static String line(Plan plan) {
        return plan.id() + "  " + plan.on() + "  " + both("divisions.plan.status." + plan.status()) + "  "
                + plan.purpose().title();
    }

    private static String both(String key) {
        return Texts.in("zh", key) + " · " + Texts.in("en", key);
    }

    private static String text(String language, Conflict conflict) {
        return Texts.in(language, conflict.key(), conflict.details().toArray());
    }

    private static Map<String, Long> rows(Rehearsal found) {
        var rows = new LinkedHashMap<String, Long>();
        found.touches().forEach(touch -> rows.merge(touch.table(), touch.rows(), Long::sum));
        return rows;
    }

    private static Map<String, Object> words(Rehearsal found) {
        return Map.of(
                "rehearsedMillis",
                found.took().toMillis(),
                "rehearsedAsItStands",
                found.isOfThisPlan(),
                "rows",
                rows(found),
                "conflicts",
                found.conflicts().stream()
                        .map(conflict -> Map.of(
                                "blocks", conflict.blocks(), "zh", text("zh", conflict), "en", text("en", conflict)))
                        .toList());
    }

    private static Map<String, Object> words(Plan plan) {
        var words = new LinkedHashMap<String, Object>();
        words.put("id", plan.id().toString());
        words.put("title", plan.purpose().title());
        words.put("county", plan.county().value());
        words.put("on", plan.on().toString());
        words.put("status", plan.status().name());
        return words;
    }

    private static void print(Object all, PrintStream out) {
        out.println(
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all));
    }

    private static PlanId id(String text) {
        try {
            return new PlanId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw new WrongUsage(USAGE);
        }
    }
}
