package org.weimin.home.internal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.home.BusinessDays;
import org.weimin.home.Command;
import org.weimin.home.CommandLine;
import org.weimin.home.Invariant;
import org.weimin.home.WrongUsage;
import org.weimin.kernel.BusinessClock;
import tools.jackson.databind.json.JsonMapper;

/** The commands that concern the house as a whole. */
@Configuration(proxyBeanMethods = false)
class HomeCommands {
    private static final int SEALED_AT_ONCE = 2_000;
    private static final Pattern DAYS = Pattern.compile("\\+(\\d{1,4})d");

    @Bean
    static Command clock(BusinessDays days, BusinessClock clock) {
        return new Command("clock", (args, out) -> clock(days, clock, args, out));
    }

    @Bean
    static Command check(ObjectProvider<Invariant> invariants, TransactionTemplate transaction, JdbcClient db) {
        return new Command("check", (args, out) -> {
            var sorted = invariants
                    .orderedStream()
                    .sorted(Comparator.<Invariant>comparingInt(each -> each.id().length())
                            .thenComparing(Invariant::id))
                    .toList();
            var found = transaction.execute(status -> count(sorted, db));
            print(sorted, found, args.contains("--json"), out);
            return found.values().stream().allMatch(violations -> violations == 0)
                    ? CommandLine.DONE
                    : CommandLine.REFUSED;
        });
    }

    @Bean
    static Command rotateKeys(KeyRotation rotation, KeyFile keys) {
        return new Command("rotate-keys", (args, out) -> {
            if (args.equals(List.of("--add-only"))) {
                rotation.addKey();
                out.println("已加新密钥，请把密钥文件分发到每台机器 · key added; take the file to every machine: " + keys.path());
                return CommandLine.DONE;
            }
            if (!args.isEmpty()) {
                throw new WrongUsage("rotate-keys [--add-only]");
            }
            out.println(
                    rotation.begin()
                            ? "已加新密钥 · key added: " + keys.path()
                            : "接着完成上次未完的更换 · finishing an earlier rotation");
            long sealed = rotation.finish(SEALED_AT_ONCE, done -> out.print("\r" + done));
            out.println("\r全部数值已用新密钥密封 · all values are sealed with the new key: " + sealed);
            return CommandLine.DONE;
        });
    }

    /** Every day on the way is begun here, unless the running application is quicker. */
    private static int clock(BusinessDays days, BusinessClock clock, List<String> args, PrintStream out) {
        if (!args.isEmpty()) {
            var wanted = DAYS.matcher(args.getFirst());
            if (!wanted.matches()) {
                throw new WrongUsage("clock [+7d]");
            }
            days.advance(Integer.parseInt(wanted.group(1)));
            days.work();
        }
        out.println("今天 · today " + clock.today() + "   已办至 · worked through " + days.workedThrough());
        return CommandLine.DONE;
    }

    private static Map<String, Long> count(List<Invariant> invariants, JdbcClient db) {
        var found = new LinkedHashMap<String, Long>();
        invariants.forEach(
                invariant -> found.put(invariant.id(), invariant.violations().now(db)));
        return found;
    }

    private static void print(List<Invariant> invariants, Map<String, Long> found, boolean json, PrintStream out) {
        if (json) {
            var rows = new ArrayList<Map<String, Object>>();
            invariants.forEach(invariant -> rows.add(Map.of(
                    "id", invariant.id(),
                    "title", invariant.title(),
                    "violations", found.getOrDefault(invariant.id(), 0L))));
            out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
            return;
        }
        for (Invariant invariant : invariants) {
            long violations = found.getOrDefault(invariant.id(), 0L);
            out.printf(
                    "%-4s %-4s %8d  %s%n",
                    violations == 0 ? "ok" : "BAD", invariant.id(), violations, invariant.title());
        }
    }
}
