package org.weimin.divisions.internal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                List<Map<String, Object>> all =
                        plans.list().stream().map(PlanCommand::words).toList();
                print(json, all, all.stream().map(Map::values).toList(), out);
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
                default -> throw new WrongUsage(USAGE);
            }
            return show(plans, id, json, out);
        });
    }

    private static int show(Plans plans, PlanId id, boolean json, PrintStream out) {
        var all = new LinkedHashMap<>(words(plans.get(id)));
        var lines = new ArrayList<Object>(all.values());
        var rehearsal = plans.findRehearsal(id);
        rehearsal.ifPresent(found -> {
            var rows = new LinkedHashMap<String, Long>();
            found.touches().forEach(touch -> rows.merge(touch.table(), touch.rows(), Long::sum));
            all.put("rehearsedMillis", found.took().toMillis());
            all.put("rows", rows);
            all.put(
                    "conflicts",
                    found.conflicts().stream()
                            .map(conflict -> Map.of("blocks", conflict.blocks(), "text", text(conflict)))
                            .toList());
            lines.add(found.took().toMillis() + " ms");
            rows.forEach((table, moved) -> lines.add("%,12d  %s".formatted(moved, table)));
            found.conflicts().forEach(conflict -> lines.add((conflict.blocks() ? "! " : "  ") + text(conflict)));
        });
        print(json, all, lines, out);
        return rehearsal.map(Rehearsal::mayGoOn).orElse(true) ? CommandLine.DONE : CommandLine.REFUSED;
    }

    private static String text(Conflict conflict) {
        return Texts.t(conflict.key(), conflict.details().toArray());
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

    private static void print(boolean json, Object all, List<?> lines, PrintStream out) {
        if (json) {
            out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(all));
        } else {
            lines.forEach(out::println);
        }
    }

    private static PlanId id(String text) {
        try {
            return new PlanId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw new WrongUsage(USAGE);
        }
    }
}
