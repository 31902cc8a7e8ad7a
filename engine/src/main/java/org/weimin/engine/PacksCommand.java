package org.weimin.engine;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;

/** 命令行: what people who write packs do to a packs folder. Needs no database. */
public final class PacksCommand {
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int USAGE = 2;
    static final String HELP = """
        packs draw [DIR]
          补全政策包中的规则文件：输入、依赖、类型、共用函数和图；列出有变化的文件（默认目录 packs）
          completes the rules files of a packs folder: inputs, requirements, types, shared functions and the drawing;
          names the files that changed (the folder is packs unless another one is named)
        packs check [DIR] [--json]
          逐个读取政策包，核对规则、参数和依据，并运行全部样例；差错指明文件、表、行、列（默认内置的政策包）
          reads every pack, checks rules, parameters and citations, and runs all worked examples; a fault is named with
          its file, table, row and column (the packs that the program carries unless a folder is named)

        退出码 exit code: 0 已完成 done · 1 政策包有误 a pack is faulty · 2 用法不对 wrong usage
        """;

    private PacksCommand() {}

    public static int run(String[] args, PrintStream out, PrintStream err) {
        List<String> words = List.of(args);
        if (words.contains("--help")) {
            out.print(HELP);
            return DONE;
        }
        if (!words.isEmpty() && words.getFirst().equals("check")) {
            return PacksCheck.run(words.subList(1, words.size()), out, err);
        }
        if (words.isEmpty() || words.size() > 2 || !words.getFirst().equals("draw")) {
            err.print(HELP);
            return USAGE;
        }
        try {
            PackDrawing.draw(Path.of(words.size() == 2 ? words.getLast() : "packs"), out);
            return DONE;
        } catch (Refused refused) {
            err.println(Decide.message(refused.code(), refused.details()));
            return REFUSED;
        } catch (NotFound missing) {
            err.println(Decide.message("engine.not-found", List.of(String.valueOf(missing.getMessage()))));
            return REFUSED;
        }
    }
}
