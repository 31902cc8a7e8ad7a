package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.weimin.kernel.Refused;

/**
 * The compatibility kit of DMN: a model is answered as the kit says in every case, or refused when it is read, naming
 * the feature that is not supported. There is nothing in between.
 */
class DmnConformanceTest {
    private static final Path PAGE = Path.of("..", "docs", "how", "dmn-conformance.md");
    private static final Map<String, String> NOT_SUPPORTED = notSupported();
    private static List<TckCases> cases = List.of();

    /** The table of the page: a model's folder and the feature that the refusal names. */
    private static Map<String, String> notSupported() {
        try (Stream<String> lines = Files.lines(PAGE)) {
            var features = new LinkedHashMap<String, String>();
            lines.filter(line -> line.startsWith("| `3/")).forEach(line -> {
                String[] columns = line.split("\\|");
                features.put(
                        columns[1].replace("`", "").strip(),
                        columns[2].replace("`", "").strip());
            });
            return features;
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    @BeforeAll
    static void read_the_kit() {
        Assumptions.assumeTrue(
                TckFiles.archive().isPresent(), "skipped: shared/data/dmn-tck.tar.gz is not beside the repository");
        cases = TckCases.of(TckFiles.read(TckFiles.archive().orElseThrow()).byPath());
    }

    @TestFactory
    Stream<DynamicTest> every_case_of_a_supported_model_passes() {
        return cases.stream()
                .filter(each -> !NOT_SUPPORTED.containsKey(each.folder()))
                .map(each -> DynamicTest.dynamicTest(
                        each.folder() + "/" + each.file(),
                        () -> assertThat(each.run().stream().filter(checked -> !checked.passed()))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> what_is_not_supported_is_refused_by_its_name() {
        return cases.stream()
                .filter(each -> NOT_SUPPORTED.containsKey(each.folder()))
                .map(each -> DynamicTest.dynamicTest(
                        each.folder(),
                        () -> assertThatThrownBy(each::run).isInstanceOfSatisfying(Refused.class, refused -> {
                            assertThat(refused.code()).isEqualTo("engine.pack.unsupported");
                            assertThat(refused.details().getLast().toString())
                                    .startsWith(NOT_SUPPORTED.get(each.folder()));
                        })));
    }

    @Test
    void level_two_is_complete() {
        assertThat(NOT_SUPPORTED.keySet()).noneMatch(folder -> folder.startsWith("2/"));
        assertThat(cases.stream().filter(TckCases::isLevelTwo)).hasSize(28);
    }

    @Test
    void the_page_has_the_figures_of_this_run() throws IOException {
        assertThat(Files.readString(PAGE)).contains(figures(true), figures(false));
    }

    private static String figures(boolean levelTwo) {
        var answered = new ArrayList<Integer>();
        cases.stream()
                .filter(each -> each.isLevelTwo() == levelTwo && !NOT_SUPPORTED.containsKey(each.folder()))
                .forEach(each -> answered.add(each.run().size()));
        long models =
                cases.stream().filter(each -> each.isLevelTwo() == levelTwo).count();
        return "| %d | %d of %d | %,d |"
                .formatted(
                        levelTwo ? 2 : 3,
                        answered.size(),
                        models,
                        answered.stream().mapToInt(Integer::intValue).sum());
    }
}
