package org.weimin.screening.internal;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.home.Command;
import org.weimin.home.CommandLine;
import org.weimin.home.WrongUsage;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.screening.Effect;
import org.weimin.screening.Impact;
import org.weimin.screening.Scenario;
import org.weimin.screening.ScenarioId;
import org.weimin.screening.Supposition;
import org.weimin.screening.Sweep;
import org.weimin.screening.WhatIf;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./weimin whatif}: the figures of a scenario on the command line, by street, for people or for programs. */
@Component
class WhatIfCommand {
    private static final String USAGE =
            "whatif --matter dibao --set standard=1700 [--set …] --from 2026-12-01 [--place 310117] [--json]";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private final WhatIf whatIf;
    private final ScenarioRun run;
    private final Slices slices;
    private final TransactionTemplate transaction;

    WhatIfCommand(WhatIf whatIf, ScenarioRun run, Slices slices, TransactionTemplate transaction) {
        this.whatIf = whatIf;
        this.run = run;
        this.slices = slices;
        this.transaction = transaction;
    }

    /** The command's own words. */
    private record Asked(Map<String, String> values, Map<String, String> options, boolean json) {
        static Asked of(List<String> words) {
            var values = new HashMap<String, String>();
            var options = new HashMap<String, String>();
            boolean json = false;
            for (int at = 0; at < words.size(); at++) {
                String word = words.get(at);
                if (word.equals("--json")) {
                    json = true;
                } else if (List.of("--matter", "--set", "--from", "--place").contains(word) && at + 1 < words.size()) {
                    String value = words.get(++at);
                    int equals = value.indexOf('=');
                    if (word.equals("--set") && equals > 0) {
                        values.put(value.substring(0, equals), value.substring(equals + 1));
                    } else {
                        options.put(word, value);
                    }
                } else {
                    throw new WrongUsage(USAGE);
                }
            }
            if (!options.containsKey("--matter") || values.isEmpty()) {
                throw new WrongUsage(USAGE);
            }
            return new Asked(values, options, json);
        }
    }

    /** Not private: a proxy that waits for its first use passes on only what it can see. */
    int run(List<String> words, PrintStream out) {
        var asked = Asked.of(words);
        DivisionCode place = place(asked);
        var id = whatIf.ask(
                String.join(
                        " ",
                        words.stream().filter(word -> !word.startsWith("--")).toList()),
                place,
                supposition(asked, place));
        Scenario scenario = finished(id);
        if (scenario.status() == Sweep.Status.FAILED) {
            out.println(scenario.failure());
            return CommandLine.REFUSED;
        }
        Impact impact = whatIf.impacts(List.of(scenario)).getOrDefault(id, Impact.NONE);
        if (asked.json()) {
            out.println(
                    JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json(scenario, impact)));
        } else {
            print(scenario, impact, out);
        }
        return CommandLine.DONE;
    }

    private static Supposition supposition(Asked asked, DivisionCode place) {
        try {
            return new Supposition(
                    new MatterId(asked.options().getOrDefault("--matter", "")),
                    LocalDate.parse(asked.options().getOrDefault("--from", "")),
                    place,
                    asked.values(),
                    Optional.empty(),
                    Map.of());
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            throw new WrongUsage(USAGE);
        }
    }

    /** Without a word about it, the one county in which anybody lives. */
    private DivisionCode place(Asked asked) {
        String named = asked.options().getOrDefault("--place", "");
        if (!named.isEmpty()) {
            try {
                return new DivisionCode(named);
            } catch (IllegalArgumentException malformed) {
                throw new WrongUsage(USAGE);
            }
        }
        var counties =
                Objects.requireNonNull(transaction.execute(status -> slices.populated(DivisionCode.COUNTRY))).stream()
                        .map(each -> each.area().county())
                        .distinct()
                        .toList();
        if (counties.size() != 1) {
            throw new WrongUsage(USAGE + "  --place " + counties);
        }
        return counties.getFirst();
    }

    /** Worked here, unless the running application is quicker. */
    private Scenario finished(ScenarioId id) {
        run.work();
        Scenario scenario = whatIf.get(id);
        while (scenario.isOpen()) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            scenario = whatIf.get(id);
        }
        return scenario;
    }

    private static Map<String, Object> json(Scenario scenario, Impact impact) {
        var all = new LinkedHashMap<String, Object>();
        all.put("scenario", scenario.id().toString());
        all.put("place", scenario.place().value());
        all.put("asOf", scenario.asOf().toString());
        all.put("from", scenario.supposition().from().toString());
        all.put("values", scenario.supposition().values());
        all.put("households", scenario.reach().households());
        all.put("persons", scenario.reach().persons());
        all.put("firstFiguresMillis", scenario.took().first().toMillis());
        all.put("wholeMillis", scenario.took().whole().toMillis());
        all.put(
                "matters",
                impact.matters().stream()
                        .map(matter -> matter(matter, impact.of(matter)))
                        .toList());
        return all;
    }

    private static Map<String, Object> matter(MatterId matter, Impact impact) {
        var one = new LinkedHashMap<String, Object>();
        one.put("matter", matter.value());
        one.put("beforeMonthly", impact.all().before().plain());
        one.put("afterMonthly", impact.all().after().plain());
        for (Effect.Kind kind : Effect.Kind.values()) {
            one.put(kind.name(), impact.of(kind).subjects());
        }
        var streets = new LinkedHashMap<String, String>();
        impact.by(DivisionCode::town)
                .forEach((town, part) ->
                        streets.put(town.value(), part.all().difference().plain()));
        one.put("differenceByStreet", streets);
        return one;
    }

    private static void print(Scenario scenario, Impact impact, PrintStream out) {
        out.printf(
                "%s · %s · %,d 户 households · %,d 人 persons · %,d ms%n",
                scenario.place(),
                scenario.supposition().from(),
                scenario.reach().households(),
                scenario.reach().persons(),
                scenario.took().whole().toMillis());
        for (MatterId matter : impact.matters()) {
            Impact part = impact.of(matter);
            out.printf(
                    "%-24s 现行 before %16s  假设 after %16s  差额 difference %16s%n",
                    matter,
                    part.all().before().grouped(),
                    part.all().after().grouped(),
                    part.all().difference().grouped());
            for (Effect.Kind kind : Effect.Kind.values()) {
                out.printf("    %-10s %,12d%n", kind, part.of(kind).subjects());
            }
            part.by(DivisionCode::town)
                    .forEach((town, street) -> out.printf(
                            "    %-10s %16s%n", town, street.all().difference().grouped()));
        }
    }

    /** What this room adds to the command line. */
    @Configuration(proxyBeanMethods = false)
    static class Commands {
        @Bean
        static Command whatif(@Lazy WhatIfCommand command) {
            return new Command("whatif", command::run);
        }
    }
}
