package org.weimin.oversight.internal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.home.Command;
import org.weimin.home.CommandLine;
import org.weimin.home.WrongUsage;
import org.weimin.kernel.BusinessClock;
import org.weimin.oversight.LastRun;

/** {@code oversight run}: the patrol of today, now; or, with other thresholds, only what it would find. */
@Configuration(proxyBeanMethods = false)
class OversightCommand {
    private static final String USAGE = "oversight run [--set THRESHOLD=VALUE ...]";

    @Bean
    static Command oversight(Patrol patrol, BusinessClock clock) {
        return new Command("oversight", (args, out) -> {
            var words = new ArrayList<>(args);
            if (words.isEmpty() || !words.removeFirst().equals("run")) {
                throw new WrongUsage(USAGE);
            }
            Map<String, String> supposed = supposed(words);
            if (supposed.isEmpty()) {
                print(patrol.run(clock.today()), out);
            } else {
                patrol.suppose(supposed, clock.today())
                        .forEach((kind, count) -> out.printf("%-20s %,8d%n", kind, count));
            }
            return CommandLine.DONE;
        });
    }

    private static Map<String, String> supposed(List<String> words) {
        var supposed = new HashMap<String, String>();
        for (int i = 0; i < words.size(); i += 2) {
            String[] set = i + 1 < words.size() ? words.get(i + 1).split("=", 2) : new String[0];
            if (!words.get(i).equals("--set") || set.length != 2) {
                throw new WrongUsage(USAGE);
            }
            supposed.put(set[0], set[1]);
        }
        return supposed;
    }

    private static void print(LastRun run, PrintStream out) {
        out.printf(
                "%s  %,d 个疑点 · anomalies  %,d 个新的 · new  %,d 个已消失 · gone  %.1f s%n",
                run.day(), run.found(), run.fresh(), run.gone(), run.tookMillis() / 1000.0);
    }
}
