package org.weimin.screening.internal;

import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.home.Command;
import org.weimin.home.CommandLine;
import org.weimin.home.WrongUsage;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.screening.Finding;
import org.weimin.screening.Screening;
import org.weimin.screening.Summary;
import org.weimin.screening.Sweep;
import tools.jackson.databind.json.JsonMapper;

/** {@code screen}: sweeps a place and prints what came out, for people or for programs. */
@Configuration(proxyBeanMethods = false)
class ScreenCommand {
    private static final String USAGE = "screen [--place CODE] [--as-of DATE] [--matter MATTER] [--json]";

    @Bean
    static Command screen(Screening screening, SweepWork work, BusinessClock clock) {
        return new Command("screen", (args, out) -> {
            var words = new ArrayList<>(args);
            boolean json = words.remove("--json");
            try {
                var place = new DivisionCode(option(words, "--place").orElse(""));
                var asOf = option(words, "--as-of").map(LocalDate::parse).orElse(clock.today());
                var matter = option(words, "--matter").map(MatterId::new);
                if (!words.isEmpty()) {
                    throw new WrongUsage(USAGE);
                }
                var id = screening.ask(place, asOf, matter);
                work.work();
                return print(screening.get(id), screening.summary(id, place), json, out);
            } catch (DateTimeException | IllegalArgumentException malformed) {
                throw new WrongUsage(USAGE);
            }
        });
    }

    private static Optional<String> option(List<String> words, String name) {
        int at = words.indexOf(name);
        if (at < 0) {
            return Optional.empty();
        }
        if (at + 1 == words.size()) {
            throw new WrongUsage(USAGE);
        }
        words.remove(at);
        return Optional.of(words.remove(at));
    }

    private static int print(Sweep sweep, Summary summary, boolean json, PrintStream out) {
        if (json) {
            out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(json(sweep, summary)));
        } else {
            out.printf(
                    "%s  %,d 户 · households  %,d 人 · people  %.1f s%n",
                    sweep.asOf(),
                    sweep.progress().households(),
                    sweep.progress().persons(),
                    sweep.took().whole().toMillis() / 1000.0);
            for (MatterId matter : summary.matters()) {
                out.println(matter);
                counts(summary, matter)
                        .forEach((kind, counted) -> out.printf(
                                "    %-24s %,12d  %18s  %18s%n",
                                kind,
                                counted.subjects(),
                                counted.amount().grouped(),
                                counted.received().grouped()));
            }
        }
        return sweep.status() == Sweep.Status.DONE ? CommandLine.DONE : CommandLine.REFUSED;
    }

    private static Map<Finding.Kind, Summary.Counted> counts(Summary summary, MatterId matter) {
        var counts = new EnumMap<Finding.Kind, Summary.Counted>(Finding.Kind.class);
        for (Finding.Kind kind : Finding.Kind.values()) {
            var counted = summary.of(matter, kind);
            if (counted.subjects() > 0) {
                counts.put(kind, counted);
            }
        }
        return counts;
    }

    private static Map<String, Object> json(Sweep sweep, Summary summary) {
        var matters = new LinkedHashMap<String, Object>();
        for (MatterId matter : summary.matters()) {
            var kinds = new LinkedHashMap<String, Object>();
            counts(summary, matter)
                    .forEach((kind, counted) -> kinds.put(
                            kind.name(),
                            Map.of(
                                    "subjects", counted.subjects(),
                                    "amount", counted.amount().plain(),
                                    "received", counted.received().plain())));
            matters.put(matter.value(), kinds);
        }
        var all = new LinkedHashMap<String, Object>();
        all.put("sweep", sweep.id().toString());
        all.put("status", sweep.status().name());
        all.put("place", sweep.place().value());
        all.put("asOf", sweep.asOf().toString());
        all.put("households", sweep.progress().households());
        all.put("persons", sweep.progress().persons());
        all.put("millis", sweep.took().whole().toMillis());
        all.put("matters", matters);
        return all;
    }
}
