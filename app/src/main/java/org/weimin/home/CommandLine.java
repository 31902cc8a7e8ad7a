package org.weimin.home;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.ClassPathResource;
import org.weimin.engine.Decide;
import org.weimin.engine.PacksCommand;
import org.weimin.home.internal.KeyFile;
import org.weimin.home.internal.RefusalText;
import org.weimin.home.internal.Training;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.Refused;

/** 命令行: {@code demo} and {@code serve} start the pages; every other word is a command, done and ended. */
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
            return run(command, words);
        } catch (Refused refused) {
            err.println(RefusalText.of(refused));
            return REFUSED;
        } catch (StartRefused refused) {
            err.println(refused.getMessage());
            return REFUSED;
        } catch (WrongUsage usage) {
            err.println(usage.getMessage());
            return WRONG_USAGE;
        } catch (RuntimeException failed) {
            if (NestedExceptionUtils.getMostSpecificCause(failed) instanceof StartRefused) {
                return REFUSED;
            }
            throw failed;
        }
    }

    private int run(String command, List<String> words) {
        if (words.contains("--help")) {
            return help(command);
        }
        return switch (command) {
            case "help", "--help" -> help("");
            case "demo", "serve" -> serve(command, words);
            case "new-keys" -> newKeys(words);
            case "train" -> train(words);
            case "decide" -> Decide.run(words.toArray(String[]::new), out, err);
            case "packs" -> PacksCommand.run(words.toArray(String[]::new), out, err);
            default -> command(command, words);
        };
    }

    private int serve(String kind, List<String> words) {
        Map<String, Object> settings = settings(words);
        if (!words.isEmpty()) {
            throw new WrongUsage("Unknown option of " + kind + ": " + words.getFirst());
        }
        settings.put("weimin.kind", kind);
        settings.put("weimin.jobs", true);
        believe(System.getenv().getOrDefault("WEIMIN_PROXY", ""), settings);
        start(settings, WebApplicationType.SERVLET);
        return SERVING;
    }

    /**
     * What a request's forwarding headers say of its sender is believed of the named proxies and of nobody else: the
     * limits on guessing count addresses, and whoever could name any address would have none.
     */
    private static void believe(String proxies, Map<String, Object> settings) {
        if (!proxies.isBlank()) {
            settings.put("server.forward-headers-strategy", "native");
            settings.put(
                    "server.tomcat.remoteip.internal-proxies",
                    Arrays.stream(proxies.split(","))
                            .map(String::strip)
                            .map(Pattern::quote)
                            .collect(Collectors.joining("|")));
        }
    }

    /** Not for people: the launcher trains the JVM with it after a build. */
    private int train(List<String> words) {
        Map<String, Object> settings = settings(words);
        settings.put("weimin.kind", "test");
        settings.put("server.port", 0);
        try (var context = start(settings, WebApplicationType.SERVLET)) {
            new Training((WebServerApplicationContext) context).walk();
        }
        return DONE;
    }

    private static int newKeys(List<String> words) {
        if (words.size() != 1) {
            throw new WrongUsage("new-keys FILE");
        }
        KeyFile.create(Path.of(words.getFirst()));
        return DONE;
    }

    private int command(String name, List<String> words) {
        Map<String, Object> settings = settings(words);
        if (!isDescribed(name)) {
            help("");
            return WRONG_USAGE;
        }
        settings.put("weimin.kind", System.getenv("WEIMIN_DB_URL") == null ? "demo" : "serve");
        settings.put("weimin.beside", true);
        settings.put("spring.main.lazy-initialization", true);
        try (var context = start(settings, WebApplicationType.NONE)) {
            Command command = context.getBeanProvider(Command.class).stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new WrongUsage("Unknown command: " + name));
            var job = new Actor.SystemJob("command:" + name, "command line");
            return Acting.as(job, () -> command.work().run(List.copyOf(words), out));
        }
    }

    private ConfigurableApplicationContext start(Map<String, Object> settings, WebApplicationType web) {
        return new SpringApplicationBuilder(application)
                .web(web)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    /** The whole help, or the paragraph of one command. */
    private int help(String command) {
        paragraphs().stream()
                .filter(paragraph -> paragraph.startsWith(command))
                .forEach(paragraph -> out.println(paragraph.stripTrailing()));
        return DONE;
    }

    /** Asked before anything starts: a mistyped word must not make a database. */
    private static boolean isDescribed(String command) {
        return paragraphs().stream().anyMatch(paragraph -> paragraph.startsWith(command + " "));
    }

    private static List<String> paragraphs() {
        try {
            return List.of(new ClassPathResource("help.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .split("\n(?=\\S)"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
                throw new WrongUsage(word + " needs a value");
            }
        }
        return settings;
    }
}
