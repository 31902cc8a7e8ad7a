package org.weimin.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;

/** 命令行测算: answers the household in a file and prints the determination as JSON. Needs no database. */
public final class Decide {
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int USAGE = 2;
    private static final List<String> OPTIONS =
            List.of("--matter", "--place", "--as-of", "--packs", "--person", "--model", "--decision");
    private static final String HELP = """
        decide --matter MATTER --place DIVISION --as-of DATE FILE.yaml [--person ID] [--packs DIR]
          按政策包对文件中的家庭作出测算，输出 JSON（不需要数据库）
          judges the household of the file by the packs and prints the determination as JSON, without a database

          --matter  事项，如 dibao              the matter, such as dibao
          --place   区划代码，如 310117         the division code, such as 310117
          --as-of   日期，如 2024-08-15         the day, such as 2024-08-15
          --packs   政策包目录（默认内置）      the packs folder (default: the packs that the program carries)
          --person  人员编号（按人判断的事项） the member, by id (matters that judge persons)
          --json    输出 JSON（默认）           print JSON (the default)

        decide --model FILE.dmn --decision NAME --as-of DATE INPUTS.yaml
          对他处的 DMN 决策模型试算一项决策     works out one decision of a DMN model from elsewhere

        退出码 exit code: 0 已测算 answered · 1 输入被拒绝 input refused · 2 用法不对 wrong usage
        示例 example: packs/dibao/example-household.yaml
        """;

    private Decide() {}

    public static int run(String[] args, PrintStream out, PrintStream err) {
        List<String> words = new ArrayList<>(List.of(args));
        if (words.contains("--help")) {
            out.print(HELP);
            return DONE;
        }
        words.remove("--json");
        Map<String, String> options = takeOptions(words);
        boolean ofModel = options.keySet().containsAll(List.of("--model", "--decision", "--as-of"));
        if (words.size() != 1 || !(ofModel || options.keySet().containsAll(OPTIONS.subList(0, 3)))) {
            err.print(HELP);
            return USAGE;
        }
        try {
            Path file = Path.of(words.getFirst());
            out.println(ofModel ? ofModel(options, file) : ofPack(options, file));
            return DONE;
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            err.println(malformed.getMessage());
            err.print(HELP);
            return USAGE;
        } catch (Refused refused) {
            err.println(message(refused.code(), refused.details()));
            return REFUSED;
        } catch (NotFound missing) {
            err.println(message("engine.not-found", List.of(String.valueOf(missing.getMessage()))));
            return REFUSED;
        }
    }

    private static Map<String, String> takeOptions(List<String> words) {
        var options = new HashMap<String, String>();
        for (String option : OPTIONS) {
            int at = words.indexOf(option);
            if (at >= 0 && at + 1 < words.size()) {
                options.put(option, words.remove(at + 1));
                words.remove(at);
            }
        }
        return options;
    }

    private static Packs packs(Map<String, String> options) {
        return Optional.ofNullable(options.get("--packs"))
                .map(folder -> Packs.read(Path.of(folder)))
                .orElseGet(Packs::fromClassPath);
    }

    private static String ofPack(Map<String, String> options, Path file) {
        var matter = new MatterId(options.getOrDefault("--matter", ""));
        var place = new DivisionCode(options.getOrDefault("--place", ""));
        var person = new Supposing(options.getOrDefault("--person", ""), Map.of());
        LocalDate asOf = asOf(options);
        Packs packs = packs(options);
        Pack pack = packs.get(packs.get(matter).assessedBy());
        FactSheet facts = new SheetReader(packs.dictionary()).read(yaml(file));
        return DeterminationJson.write(new Interpreter().determine(pack, place, asOf, facts, person));
    }

    private static String ofModel(Map<String, String> options, Path file) {
        Path model = Path.of(options.getOrDefault("--model", ""));
        return new ModelAnswer(String.valueOf(model.getFileName()), content(model))
                .json(options.getOrDefault("--decision", ""), asOf(options), yaml(file));
    }

    private static LocalDate asOf(Map<String, String> options) {
        return LocalDate.parse(options.getOrDefault("--as-of", ""));
    }

    private static Yaml yaml(Path file) {
        return Yaml.read(String.valueOf(file.getFileName()), content(file));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new Refused("engine.file", file.toString());
        }
    }

    static String message(String code, List<Object> details) {
        Text text = EngineTexts.of(code, details);
        return text.zh() + System.lineSeparator() + text.en();
    }
}
