package org.weimin.casework.internal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Outcomes;
import org.weimin.casework.Replay;
import org.weimin.home.Command;
import org.weimin.home.CommandLine;
import org.weimin.home.WrongUsage;
import org.weimin.kernel.NotFound;
import tools.jackson.databind.json.JsonMapper;

/** What the command line does for cases. */
@Configuration(proxyBeanMethods = false)
class CaseworkCommands {
    /** One case's answer, then and now. */
    record Line(String number, String matter, String asOf, String packVersion, boolean same, String then, String now) {}

    @Bean
    static Command replay(@Lazy Inquiry inquiry, @Lazy CaseFileStore files, TransactionTemplate transaction) {
        return new Command("replay", (args, out) -> {
            var words = new ArrayList<>(args);
            boolean json = words.remove("--json");
            if (words.size() != 1) {
                throw new WrongUsage("replay NUMBER | --all [--json]");
            }
            List<Line> lines = transaction.execute(status -> cases(words.getFirst(), files).stream()
                    .map(file -> line(file, inquiry.again(file)))
                    .toList());
            print(lines, json, out);
            return lines.stream().allMatch(Line::same) ? CommandLine.DONE : CommandLine.REFUSED;
        });
    }

    private static List<CaseFile> cases(String number, CaseFileStore files) {
        return number.equals("--all")
                ? files.assessed()
                : List.of(files.findByNumber(number).orElseThrow(() -> new NotFound(number)));
    }

    private static Line line(CaseFile file, Replay replay) {
        return new Line(
                file.claim().number(),
                replay.stored().matter().value(),
                replay.stored().asOf().toString(),
                replay.stored().packVersion(),
                replay.isSame(),
                Outcomes.word(replay.stored().outcome()),
                Outcomes.word(replay.again().outcome()));
    }

    private static void print(List<Line> lines, boolean json, PrintStream out) {
        long different = lines.stream().filter(line -> !line.same()).count();
        if (json) {
            out.println(JsonMapper.shared()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(Map.of("replayed", lines.size(), "different", different, "cases", lines)));
            return;
        }
        lines.stream()
                .filter(line -> !line.same() || lines.size() == 1)
                .forEach(line -> out.printf(
                        "%s %s %s %s %s %s%n",
                        line.same() ? "ok " : "BAD",
                        line.number(),
                        line.asOf(),
                        line.packVersion().substring(0, 12),
                        line.then(),
                        line.now()));
        out.printf("重算 replayed %d · 不同 different %d%n", lines.size(), different);
    }
}
