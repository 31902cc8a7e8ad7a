package org.weimin.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** CPU time from the command to the first page on an existing home: the launcher beside {@code java -jar}. */
final class Start {
    private static final Pattern READY = Pattern.compile("Weimin is ready: (\\S+)");
    private static final Path HOME = Path.of("bench", "target", "home-start").toAbsolutePath();
    private static final int TICKS_A_SECOND = 100;
    private static final int USER_TICKS = 11;
    private static final int LAST_TICKS = 14;

    private Start() {}

    public static void main(String[] args) throws Exception {
        int repeats = List.of(args).contains("--quick") ? 3 : 9;
        List<String> launcher = List.of("./weimin");
        once(launcher);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> jar = List.of(java, "-jar", builtJar().toString());
        once(jar);
        long[] ours = new long[repeats];
        long[] plain = new long[repeats];
        for (int i = 0; i < repeats; i++) {
            ours[i] = once(launcher);
            plain[i] = once(jar);
        }
        System.out.println("launcher, CPU: " + new Percentiles(ours).text());
        System.out.println("java -jar, CPU: " + new Percentiles(plain).text());
        Result.ofNanos("start", new Percentiles(ours).at(500), new Percentiles(plain).at(500), repeats)
                .print();
    }

    private static Path builtJar() throws IOException {
        try (var files = Files.list(Path.of("app", "target"))) {
            return files.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Starts, asks for the first page, ends; the CPU nanoseconds until that page was there. */
    private static long once(List<String> program) throws IOException, InterruptedException {
        var command = new ArrayList<>(program);
        command.addAll(List.of(
                "demo", "--home", HOME.toString(), "--households", "20", "--port", Integer.toString(freePort())));
        Process office = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            firstPage(address(office));
            return cpuNanos(office.pid());
        } finally {
            office.destroy();
            if (!office.waitFor(60, TimeUnit.SECONDS)) {
                office.destroyForcibly().waitFor();
            }
        }
    }

    private static URI address(Process office) throws IOException {
        var words = office.inputReader();
        for (String line = words.readLine(); line != null; line = words.readLine()) {
            var ready = READY.matcher(line);
            if (ready.find()) {
                return URI.create(ready.group(1) + "/sign-in");
            }
        }
        throw new IOException("The office did not open");
    }

    private static void firstPage(URI address) throws IOException, InterruptedException {
        try (var browser = HttpClient.newHttpClient()) {
            int status = browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .statusCode();
            if (status != 200) {
                throw new IOException("The first page answered " + status);
            }
        }
    }

    /** User and system time of the process and of the launcher's own children, which it waited for. */
    private static long cpuNanos(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int i = USER_TICKS; i <= LAST_TICKS; i++) {
            ticks += Long.parseLong(afterName[i]);
        }
        return ticks * TimeUnit.SECONDS.toNanos(1) / TICKS_A_SECOND;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
