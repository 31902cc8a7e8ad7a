package org.weimin.home;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.NestedExceptionUtils;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.Refused;

/** 命令行: {@code demo} and {@code serve} start the pages; every other word is a command of some room, done and ended. */
public final class CommandLine {
    public static final int DONE = 0;
    public static final int REFUSED = 1;
    public static final int WRONG_USAGE = 2;
    /** Not an exit code: the pages are being served until the process is told to end. */
    public static final int SERVING = -1;

    private static final Map<String, String> OPTIONS = Map.of(
            "--port", "server.port",
            "--home", "weimin.home",
            "--households", "weimin.demo.households",
            "--totp", "weimin.totp");
    private final Class<?> application;
    private final PrintStream out;
    private final PrintStream err;

    public CommandLine(Class<?> application, PrintStream out, PrintStream err) {
        this.application = application;
        this.out = out;
        this.err = err;
    }

    public int run(String... args) {
        var words = new ArrayList<>(List.of(args));
        String command = words.isEmpty() ? "help" : words.removeFirst();
        try {
            return switch (command) {
                case "demo", "serve" -> serve(command, words);
                default -> command(command, words);
            };
        } catch (Refused refused) {
            err.println(refused.getMessage());
            return REFUSED;
        } catch (IllegalArgumentException usage) {
            err.println(usage.getMessage());
            return WRONG_USAGE;
        } catch (RuntimeException failed) {
            if (NestedExceptionUtils.getMostSpecificCause(failed) instanceof StartRefused) {
                return REFUSED;
            }
            throw failed;
        }
    }

    private int serve(String kind, List<String> words) {
        Map<String, Object> settings = settings(words);
        if (!words.isEmpty()) {
            throw new IllegalArgumentException("Unknown option of " + kind + ": " + words.getFirst());
        }
        settings.put("weimin.kind", kind);
        settings.put("weimin.jobs", true);
        start(settings, WebApplicationType.SERVLET);
        return SERVING;
    }

    private int command(String name, List<String> words) {
        Map<String, Object> settings = settings(words);
        settings.put("weimin.beside", true);
        settings.put("spring.main.lazy-initialization", true);
        settings.put("logging.level.root", "WARN");
        try (var context = start(settings, WebApplicationType.NONE)) {
            var commands = new TreeMap<String, Command>();
            context.getBeanProvider(Command.class).forEach(command -> commands.put(command.name(), command));
            Command command = commands.get(name);
            if (command == null || words.contains("--help")) {
                print(command, commands);
                return name.equals("help") || command != null ? DONE : WRONG_USAGE;
            }
            var job = new Actor.SystemJob("command:" + name, "command line");
            return Acting.as(job, () -> command.work().run(List.copyOf(words), out));
        }
    }

    private void print(@Nullable Command asked, Map<String, Command> all) {
        var shown = asked == null ? all.values() : List.of(asked);
        if (asked == null) {
            out.println("demo    演示 · a whole demo county: [--port N] [--home DIR] [--households N] [--totp]");
            out.println("serve   正式运行 · the real office; settings in the environment: WEIMIN_DB_URL …");
        }
        shown.forEach(command -> out.println(command.name() + "    " + command.help()));
    }

    private org.springframework.context.ConfigurableApplicationContext start(
            Map<String, Object> settings, WebApplicationType web) {
        return new SpringApplicationBuilder(application)
                .web(web)
                .properties(settings)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    /** Takes the options that are settings of the application out of the words and leaves the command's own. */
    private static Map<String, Object> settings(List<String> words) {
        var settings = new TreeMap<String, Object>();
        for (var each = words.listIterator(); each.hasNext(); ) {
            String word = each.next();
            String setting = OPTIONS.get(word);
            if (setting == null) {
                continue;
            }
            each.remove();
            if (word.equals("--totp")) {
                settings.put(setting, true);
            } else if (each.hasNext()) {
                settings.put(setting, each.next());
                each.remove();
            } else {
                throw new IllegalArgumentException(word + " needs a value");
            }
        }
        return settings;
    }
}
