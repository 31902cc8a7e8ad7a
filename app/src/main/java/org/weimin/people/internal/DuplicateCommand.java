package org.weimin.people.internal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.home.Command;
import org.weimin.home.CommandLine;
import org.weimin.home.WrongUsage;
import org.weimin.kernel.DivisionCode;
import org.weimin.people.DuplicateRun;
import org.weimin.people.Duplicates;
import tools.jackson.databind.json.JsonMapper;

/** {@code people duplicates}: compares the residents of a place and prints how many pairs were found, and no name. */
@Configuration(proxyBeanMethods = false)
class DuplicateCommand {
    private static final String USAGE = "people duplicates [--place CODE] [--json]";

    @Bean
    static Command people(
            Duplicates duplicates, DuplicateWork work, DuplicateRunStore runs, TransactionTemplate transaction) {
        return new Command("people", (args, out) -> {
            var words = new ArrayList<>(args);
            boolean json = words.remove("--json");
            if (words.isEmpty() || !words.removeFirst().equals("duplicates")) {
                throw new WrongUsage(USAGE);
            }
            DuplicateRun asked = duplicates.ask(place(words));
            work.work();
            DuplicateRun run = transaction.execute(status -> runs.get(asked.id()));
            print(run, json, out);
            return run.status() == DuplicateRun.Status.DONE ? CommandLine.DONE : CommandLine.REFUSED;
        });
    }

    private static DivisionCode place(List<String> words) {
        if (words.isEmpty()) {
            return new DivisionCode("");
        }
        if (words.size() != 2 || !words.getFirst().equals("--place")) {
            throw new WrongUsage(USAGE);
        }
        try {
            return new DivisionCode(words.getLast());
        } catch (IllegalArgumentException malformed) {
            throw new WrongUsage(USAGE);
        }
    }

    private static void print(DuplicateRun run, boolean json, PrintStream out) {
        DuplicateRun.Counts counts = run.counts();
        if (json) {
            out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(Map.of(
                            "status", run.status().name(),
                            "place", run.place().value(),
                            "residents", counts.residents(),
                            "compared", counts.compared(),
                            "unsealed", counts.unsealed(),
                            "listed", counts.listed(),
                            "reopened", counts.reopened(),
                            "millis", run.took().toMillis())));
            return;
        }
        out.printf(
                "%s  %,d 人 · residents  %,d 对比对 · pairs compared  %,d 对疑似 · listed  %,d 重新打开 · reopened  %.1f s%n",
                run.status(),
                counts.residents(),
                counts.compared(),
                counts.listed(),
                counts.reopened(),
                run.took().toMillis() / 1000.0);
    }
}
