package org.weimin.home;

import java.io.PrintStream;
import java.util.List;

/**
 * 命令: one sub-command of {@code ./weimin}, contributed by a room as a bean and described in {@code help.txt}. Beside a
 * running application it shares its database.
 */
public record Command(String name, Work work) {
    /** Returns the exit code: 0 done, 1 refused or violated, 2 wrong usage. */
    @FunctionalInterface
    public interface Work {
        int run(List<String> args, PrintStream out);
    }
}
