package org.weimin.demo.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.kernel.DivisionCode;
import org.weimin.oversight.Anomalies;
import org.weimin.oversight.Anomaly;
import org.weimin.oversight.AnomalyFilter;

/** 疑点查准查全: what the patrol found, held against what is known to be odd; {@code known-anomalies.csv} in the home. */
@Component
class OddityScores {
    private static final String FILE = "known-anomalies.csv";
    private static final int WHOLE = 100;
    private final Anomalies anomalies;

    OddityScores(Anomalies anomalies) {
        this.anomalies = anomalies;
    }

    /** Of one kind: how many were planted, how many of these found, how many found rightly, innocents hit. */
    record Score(Anomaly.Kind kind, int planted, int recalled, int found, int right, int innocents) {
        int recallPercent() {
            return planted == 0 ? WHOLE : WHOLE * recalled / planted;
        }

        int precisionPercent() {
            return found == 0 ? WHOLE : WHOLE * right / found;
        }
    }

    List<Score> of(List<Oddity> truth) {
        return Arrays.stream(Anomaly.Kind.values())
                .map(kind -> score(
                        kind, truth.stream().filter(each -> each.kind() == kind).toList()))
                .toList();
    }

    private Score score(Anomaly.Kind kind, List<Oddity> truth) {
        var filter = new AnomalyFilter(Optional.of(kind), Optional.empty(), DivisionCode.COUNTRY);
        List<Set<UUID>> found = anomalies.all(filter).stream()
                .filter(each -> each.seen().goneOn().isEmpty())
                .map(OddityScores::about)
                .toList();
        var odd = truth.stream()
                .filter(each -> each.sort() != Oddity.Sort.INNOCENT)
                .toList();
        return new Score(
                kind,
                (int) truth.stream()
                        .filter(each -> each.sort() == Oddity.Sort.PLANTED)
                        .count(),
                (int) truth.stream()
                        .filter(each -> each.sort() == Oddity.Sort.PLANTED)
                        .filter(each -> found.stream().anyMatch(one -> meet(one, each)))
                        .count(),
                found.size(),
                (int) found.stream()
                        .filter(one -> odd.stream().anyMatch(each -> meet(one, each)))
                        .count(),
                (int) truth.stream()
                        .filter(each -> each.sort() == Oddity.Sort.INNOCENT)
                        .filter(each -> found.stream()
                                .filter(one -> odd.stream().noneMatch(other -> meet(one, other)))
                                .anyMatch(one -> meet(one, each)))
                        .count());
    }

    private static boolean meet(Set<UUID> found, Oddity known) {
        return known.about().stream().anyMatch(found::contains);
    }

    private static Set<UUID> about(Anomaly anomaly) {
        var about = new HashSet<UUID>();
        anomaly.evidence().forEach(row -> {
            about.add(row.id());
            row.whose().ifPresent(subject -> about.add(subject.id()));
        });
        return about;
    }

    static void write(Path home, List<Oddity> truth) {
        String lines = truth.stream()
                .map(each -> each.kind() + "," + each.sort() + "," + each.note() + ","
                        + each.about().stream().map(UUID::toString).sorted().collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n", "kind,sort,note,about\n", "\n"));
        try {
            Files.writeString(home.resolve(FILE), lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static List<Oddity> read(Path home) {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Oddity(
                            Anomaly.Kind.valueOf(cells[0]),
                            Oddity.Sort.valueOf(cells[1]),
                            Arrays.stream(cells[3].split(" "))
                                    .map(UUID::fromString)
                                    .collect(Collectors.toSet()),
                            cells[2]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void print(List<Score> scores, PrintStream out) {
        out.printf(
                "%-20s %8s %8s %8s %10s %8s %10s%n",
                "anomaly", "planted", "found", "right", "precision", "recall", "innocents");
        scores.forEach(score -> out.printf(
                "%-20s %,8d %,8d %,8d %9d%% %7d%% %,10d%n",
                score.kind(),
                score.planted(),
                score.found(),
                score.right(),
                score.precisionPercent(),
                score.recallPercent(),
                score.innocents()));
    }
}
