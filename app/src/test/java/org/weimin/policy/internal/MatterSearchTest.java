package org.weimin.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weimin.engine.Packs;

/** What people type, against what they look for. */
class MatterSearchTest {
    private static final int FIRST = 3;
    private static final long MOST_NANOS = 20_000_000;
    private static final SearchIndex INDEX = new SearchIndex(Packs.fromClassPath());

    /** Words typed, and the matters of which one has to be there. */
    private record Asked(String typed, List<String> wanted) {
        static Asked of(String line) {
            String[] sides = line.split(" = ", -1);
            return new Asked(sides[0], Arrays.asList(sides[1].strip().split(" ", -1)));
        }

        boolean isMissed() {
            return found(typed).stream().limit(FIRST).noneMatch(wanted::contains);
        }
    }

    @ParameterizedTest
    @CsvSource({"searches, 0.98", "searches-unseen, 0.85"})
    void who_says_it_in_any_words_finds_it_among_the_first_three(String file, double least) throws IOException {
        List<Asked> all = asked(file).toList();
        List<Asked> missed = all.stream().filter(Asked::isMissed).toList();
        double recall = 1 - (double) missed.size() / all.size();
        assertThat(recall).as("%s of %d, missed %s", file, all.size(), missed).isGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "!!!", "qwzxvk", "xyzzyplugh", "𠅤"})
    void what_nobody_means_finds_nothing(String typed) {
        assertThat(found(typed)).isEmpty();
    }

    @Test
    void a_search_costs_less_than_twenty_milliseconds() throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        List<Asked> all =
                Stream.concat(asked("searches"), asked("searches-unseen")).toList();
        long before = threads.getCurrentThreadCpuTime();
        all.forEach(asked -> found(asked.typed()));
        long each = (threads.getCurrentThreadCpuTime() - before) / all.size();
        assertThat(each).as("nanoseconds of CPU a search").isLessThan(MOST_NANOS);
    }

    private static List<String> found(String typed) {
        return INDEX.search(typed, pack -> true).stream()
                .map(hit -> hit.pack().id().value())
                .toList();
    }

    private static Stream<Asked> asked(String name) throws IOException {
        try (var file = MatterSearchTest.class.getResourceAsStream("/policy/" + name + ".txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Asked::of);
        }
    }
}
