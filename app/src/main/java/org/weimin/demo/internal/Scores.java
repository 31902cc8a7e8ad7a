package org.weimin.demo.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.demo.internal.Truth.Kind;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PersonId;
import org.weimin.screening.Finding;
import org.weimin.screening.FindingFilter;
import org.weimin.screening.SweepId;
import org.weimin.screening.Visits;

/** 查准查全: what a sweep found, held against what was planted in the demo county. */
@Component
class Scores {
    private final Visits visits;

    Scores(Visits visits) {
        this.visits = visits;
    }

    /** One thing that a sweep should find. */
    record Planted(String matter, Finding.Kind kind, UUID subject) {}

    /** Of one matter and kind: how many were planted, how many found, and how many of the found were planted. */
    record Score(String matter, Finding.Kind kind, int planted, int found, int right) {
        int recallPercent() {
            return planted == 0 ? 100 : 100 * right / planted;
        }

        int precisionPercent() {
            return found == 0 ? 100 : 100 * right / found;
        }
    }

    /** Only of matters and kinds of which something was planted. */
    List<Score> of(SweepId sweep, Set<Planted> planted) {
        Map<String, List<Planted>> byMatterAndKind = new TreeMap<>(
                planted.stream().collect(Collectors.groupingBy(each -> each.matter() + " " + each.kind())));
        return byMatterAndKind.values().stream()
                .map(group -> score(sweep, Set.copyOf(group)))
                .toList();
    }

    private Score score(SweepId sweep, Set<Planted> group) {
        var first = group.iterator().next();
        var filter = new FindingFilter(
                sweep, first.matter(), first.kind().name(), DivisionCode.COUNTRY, "", FindingFilter.Visit.ANY, 0);
        Set<Planted> found = visits.all(filter).stream()
                .map(each -> new Planted(
                        first.matter(), first.kind(), each.finding().subject().id()))
                .collect(Collectors.toSet());
        int right = (int) found.stream().filter(group::contains).count();
        return new Score(first.matter(), first.kind(), group.size(), found.size(), right);
    }

    static Set<Planted> planted(List<Truth> truths) {
        return truths.stream()
                .flatMap(truth -> foundAs(truth.kind()).stream()
                        .map(kind -> new Planted(truth.matter().value(), kind, subject(truth))))
                .collect(Collectors.toSet());
    }

    private static UUID subject(Truth truth) {
        return truth.person()
                .map(PersonId::value)
                .orElseGet(() -> truth.family().id().value());
    }

    /** How a sweep should find it; not everything that is planted is for a sweep to find. */
    private static Optional<Finding.Kind> foundAs(Kind planted) {
        return switch (planted) {
            case ENTITLED_NOT_RECEIVING, PERSON_ENTITLED_NOT_RECEIVING ->
                Optional.of(Finding.Kind.ENTITLED_NOT_RECEIVING);
            case RECEIVING_AFTER_DEATH,
                    RECEIVING_DESPITE_INCOME,
                    RECEIVING_DESPITE_PROPERTY,
                    PERSON_RECEIVING_NOT_ENTITLED -> Optional.of(Finding.Kind.RECEIVING_NOT_ENTITLED);
            case PERSON_PAID_AN_OLD_RATE -> Optional.of(Finding.Kind.AMOUNT_DIFFERS);
            default -> Optional.empty();
        };
    }

    /** The same from the file that the load has written. */
    static Set<Planted> read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1)
                    .map(line -> line.split(",", -1))
                    .flatMap(cells -> foundAs(Kind.valueOf(cells[0])).stream()
                            .map(kind -> new Planted(
                                    cells[6], kind, UUID.fromString(cells[7].isEmpty() ? cells[1] : cells[7]))))
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void print(List<Score> scores, PrintStream out) {
        out.printf(
                "%-22s %-24s %8s %8s %8s %10s %8s%n",
                "matter", "kind", "planted", "found", "right", "precision", "recall");
        scores.forEach(score -> out.printf(
                "%-22s %-24s %,8d %,8d %,8d %9d%% %7d%%%n",
                score.matter(),
                score.kind(),
                score.planted(),
                score.found(),
                score.right(),
                score.precisionPercent(),
                score.recallPercent()));
    }
}
