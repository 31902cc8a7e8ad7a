package org.weimin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.weimin.engine.FactSheet;
import org.weimin.engine.Interpreter;
import org.weimin.engine.Pack;
import org.weimin.engine.Packs;
import org.weimin.engine.population.CompiledMatter;
import org.weimin.engine.population.Outcomes;
import org.weimin.engine.population.Standards;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;

/**
 * How many households a second one core decides with everything that a resident may ask for, and how long a changed
 * pack takes from its file to the first household judged by it.
 */
final class Explain {
    private static final DivisionCode SONGJIANG = new DivisionCode("310117");
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final MatterId DIBAO = new MatterId("dibao");
    private static final int HOUSEHOLDS = 4_096;
    private static final int WANTED_A_SECOND = 5_000;
    private static final long SECOND = 1_000_000_000;

    private Explain() {}

    public static void main(String[] args) throws IOException {
        int repeats = List.of(args).contains("--quick") ? 10 : 60;
        Pack pack = Packs.fromClassPath().get(DIBAO);
        publication();
        var matter = CompiledMatter.of(pack, pack.editionOn(AS_OF));
        var columns = Lot.draw(matter, SONGJIANG, AS_OF, HOUSEHOLDS, 1).columns();
        List<FactSheet> sheets =
                IntStream.range(0, HOUSEHOLDS).mapToObj(columns::sheet).toList();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < repeats; i++) {
            best = Math.min(best, Screening.cpu(() -> explain(pack, sheets)));
        }
        System.out.printf("%,d explained decisions a second of one core%n", HOUSEHOLDS * SECOND / best);
        Result.ofNanos("explain", best, HOUSEHOLDS * SECOND / WANTED_A_SECOND, HOUSEHOLDS)
                .print();
    }

    private static void explain(Pack pack, List<FactSheet> sheets) {
        var interpreter = new Interpreter();
        for (FactSheet sheet : sheets) {
            if (interpreter
                    .determine(pack, SONGJIANG, AS_OF, sheet)
                    .conditions()
                    .isEmpty()) {
                throw new IllegalStateException("An answer without its conditions");
            }
        }
    }

    /** A parameter is changed in its file; then all packs are read and checked, dibao is compiled and asked once. */
    private static void publication() throws IOException {
        Path folder = Files.createTempDirectory("packs");
        copy(Path.of("packs"), folder);
        for (String value : List.of("71", "72", "73")) {
            Path file = folder.resolve("dibao/parameters/grant.yaml");
            Files.writeString(file, Files.readString(file).replaceFirst("value: \"\\d+\"", "value: \"" + value + "\""));
            long start = System.nanoTime();
            Pack changed = Packs.read(folder).get(DIBAO);
            var matter = CompiledMatter.of(changed, changed.editionOn(AS_OF));
            var columns = Lot.draw(matter, SONGJIANG, AS_OF, 1, 1).columns();
            matter.judge(columns, Standards.of(changed, AS_OF, columns.places(), Map.of()), new Outcomes());
            System.out.printf("a changed pack to its first answer: %,d ms%n", (System.nanoTime() - start) / 1_000_000);
        }
    }

    private static void copy(Path from, Path into) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    Path target = into.resolve(from.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            });
        }
    }
}
