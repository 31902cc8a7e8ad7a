package org.weimin.linkage.internal;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.home.Command;
import org.weimin.home.CommandLine;
import org.weimin.home.WrongUsage;
import org.weimin.kernel.DivisionCode;
import org.weimin.linkage.EventFiles;
import org.weimin.linkage.LoadReport;
import tools.jackson.databind.json.JsonMapper;

/** {@code linkage load FILE}: tells the events of a file, and says what became of each row. */
@Configuration(proxyBeanMethods = false)
class LinkageCommand {
    private static final String USAGE = "linkage load FILE --source NAME --place CODE [--json]";

    @Bean
    static Command linkage(EventFiles files) {
        return new Command("linkage", (args, out) -> {
            boolean json = args.contains("--json");
            List<String> words =
                    args.stream().filter(word -> !word.equals("--json")).toList();
            if (words.size() != 6
                    || !words.getFirst().equals("load")
                    || !words.get(2).equals("--source")
                    || !words.get(4).equals("--place")
                    || !Files.isReadable(Path.of(words.get(1)))) {
                throw new WrongUsage(USAGE);
            }
            Path file = Path.of(words.get(1));
            LoadReport report = files.load(file, file.getFileName().toString(), words.get(3), place(words.get(5)));
            print(report, json, out);
            return report.refused().isEmpty() ? CommandLine.DONE : CommandLine.REFUSED;
        });
    }

    private static DivisionCode place(String code) {
        try {
            return new DivisionCode(code);
        } catch (IllegalArgumentException malformed) {
            throw new WrongUsage(USAGE);
        }
    }

    private static void print(LoadReport report, boolean json, PrintStream out) {
        if (json) {
            out.println(JsonMapper.shared()
                    .writeValueAsString(Map.of(
                            "registered", report.registered(),
                            "repeated", report.repeated(),
                            "refused",
                                    report.refused().stream()
                                            .map(row -> Map.of("row", row.number(), "why", row.why()))
                                            .toList())));
            return;
        }
        out.printf(
                "新登记 registered %,d  重复 repeated %,d  未登记 refused %,d%n",
                report.registered(), report.repeated(), report.refused().size());
        report.refused().forEach(row -> out.printf("  第 %d 行 row %d: %s%n", row.number(), row.number(), row.why()));
    }
}
