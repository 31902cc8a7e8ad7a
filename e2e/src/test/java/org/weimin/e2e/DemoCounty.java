package org.weimin.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.weimin.WeiminApplication;
import org.weimin.home.Command;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;

/** A demo county of its own for each run, started inside this JVM on a free port; ended with the JVM. */
final class DemoCounty {
    private static final Path HOME = Path.of("target", "e2e-home").toAbsolutePath();
    private static final DemoCounty RUNNING = new DemoCounty();
    private final ConfigurableApplicationContext application;

    private DemoCounty() {
        clear();
        application = new SpringApplicationBuilder(WeiminApplication.class)
                .registerShutdownHook(true)
                .run(
                        "--weimin.kind=demo",
                        "--weimin.home=" + HOME,
                        "--weimin.jobs=true",
                        "--weimin.demo.households=200",
                        "--server.port=0");
    }

    static DemoCounty running() {
        return RUNNING;
    }

    String address() {
        return "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    <T> T bean(Class<T> type, String name) {
        return application.getBean(name, type);
    }

    /** The exit code of a command of the house, run on the county. */
    int check(String command) {
        var found = application.getBeansOfType(Command.class).values().stream()
                .filter(each -> each.name().equals(command))
                .findFirst()
                .orElseThrow();
        var job = new Actor.SystemJob("command:" + command, "a journey");
        return Acting.as(job, () -> found.work().run(List.of(), System.out));
    }

    private static void clear() {
        try {
            for (String folder : List.of("db", "keys", "files", "audit")) {
                FileSystemUtils.deleteRecursively(HOME.resolve(folder));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
