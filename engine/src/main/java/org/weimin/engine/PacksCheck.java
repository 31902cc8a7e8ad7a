package org.weimin.engine;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;

/** 命令行核对: reads every pack of a folder, runs its worked examples, and names each fault with its place. No database. */
final class PacksCheck {
    private static final int DONE = 0;
    private static final int FAULTY = 1;
    private static final int USAGE = 2;

    private PacksCheck() {}

    /** What one matter's pack is found to be. */
    record Found(String matter, List<String> editions, List<PackFault> faults, List<GoldenCase> cases) {
        boolean inOrder() {
            return faults.isEmpty() && failed().isEmpty();
        }

        List<GoldenCase> failed() {
            return cases.stream().filter(each -> !each.passed()).toList();
        }
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        var words = new ArrayList<>(args);
        boolean json = words.remove("--json");
        if (words.size() > 1) {
            err.print(PacksCommand.HELP);
            return USAGE;
        }
        try {
            List<Found> found =
                    check(words.isEmpty() ? PackFiles.onClassPath() : PackFiles.in(Path.of(words.getFirst())));
            if (json) {
                out.println(DeterminationJson.text(found));
            } else {
                found.forEach(each -> print(each, out));
            }
            return found.stream().allMatch(Found::inOrder) ? DONE : FAULTY;
        } catch (NotFound missing) {
            Text text = EngineTexts.of("engine.not-found", List.of(String.valueOf(missing.getMessage())));
            err.println(text.zh() + System.lineSeparator() + text.en());
            return FAULTY;
        }
    }

    /** Matter by matter, so that a fault in one does not hide those of the others. */
    static List<Found> check(NavigableMap<String, String> files) {
        var found = new ArrayList<Found>();
        files.keySet().stream().filter(path -> path.endsWith("/matter.yaml")).forEach(path -> {
            var id = new MatterId(path.substring(0, path.indexOf('/')));
            found.add(check(id, of(id, files)));
        });
        if (found.stream().allMatch(Found::inOrder)) {
            faults(() -> Packs.of(files).checkLinkages()).forEach(fault -> found.add(shared(fault)));
        }
        return found;
    }

    private static Found check(MatterId id, NavigableMap<String, String> files) {
        var read = new ArrayList<Pack>();
        var cases = new ArrayList<GoldenCase>();
        List<PackFault> faults = faults(() -> {
            Pack pack = Packs.of(files).get(id);
            read.add(pack);
            cases.addAll(GoldenCase.run(pack));
        });
        return new Found(
                id.value(),
                read.stream()
                        .flatMap(pack -> pack.editions().keySet().stream())
                        .map(String::valueOf)
                        .toList(),
                faults,
                cases);
    }

    private static Found shared(PackFault fault) {
        return new Found("_shared", List.of(), List.of(fault), List.of());
    }

    private static List<PackFault> faults(Runnable reading) {
        try {
            reading.run();
            return List.of();
        } catch (Refused refused) {
            return List.of(PackFault.of(refused));
        } catch (NotFound | IllegalArgumentException | DateTimeException malformed) {
            return List.of(PackFault.of(Faults.syntax("", String.valueOf(malformed.getMessage()))));
        }
    }

    /** The matter's own files and the shared ones, without those that speak of every matter. */
    private static NavigableMap<String, String> of(MatterId id, NavigableMap<String, String> files) {
        var own = new TreeMap<String, String>();
        files.forEach((path, content) -> {
            boolean shared = path.startsWith(Packs.SHARED)
                    && !path.equals(Packs.SHARED + "overlaps.yaml")
                    && !path.equals(LinkageTable.FILE)
                    && !path.equals(PackCheck.ITEMS);
            if (shared || path.startsWith(id + "/")) {
                own.put(path, content);
            }
        });
        return own;
    }

    private static void print(Found found, PrintStream out) {
        out.printf(
                "%-4s %-28s %s  样例 cases %d/%d%n",
                found.inOrder() ? "ok" : "BAD",
                found.matter(),
                String.join(" ", found.editions()),
                found.cases().size() - found.failed().size(),
                found.cases().size());
        for (PackFault fault : found.faults()) {
            out.println("     " + fault.message().zh());
            out.println("     " + fault.message().en());
        }
        for (GoldenCase failed : found.failed()) {
            out.println("     样例 case “" + failed.name() + "” (" + failed.asOf() + ")");
            failed.differences().forEach(difference -> out.println("       " + difference));
        }
    }
}
