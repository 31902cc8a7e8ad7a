package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PacksCheckTest {
    private static final String PACKS = "../packs";

    @Test
    void the_packs_of_the_house_are_in_order() {
        var out = new ByteArrayOutputStream();
        int code = PacksCheck.run(List.of(PACKS, "--json"), print(out), print(out));
        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
    }

    @Test
    void a_fault_is_named_with_its_file_table_row_and_column_and_hides_no_other_matter() {
        var files = new TreeMap<>(PackFiles.in(Path.of(PACKS)));
        files.computeIfPresent(
                "dibao/editions/2026-07-01/rules.dmn",
                (path, dmn) -> dmn.replaceFirst("<text>\"PRISON\"</text>", "<text>\"PRISON</text>"));
        List<PacksCheck.Found> found = PacksCheck.check(files);
        assertThat(found).filteredOn(each -> !each.inOrder()).singleElement().satisfies(each -> {
            PackFault fault = each.faults().getFirst();
            assertThat(fault.file()).isEqualTo("dibao/editions/2026-07-01/rules.dmn");
            assertThat(fault.table()).isEqualTo("counting");
            assertThat(fault.row()).isEqualTo("2");
            assertThat(fault.column()).isEqualTo("2");
            assertThat(fault.message().zh()).contains("写法有误");
        });
    }

    @Test
    void a_wrong_word_is_wrong_usage_and_a_folder_without_packs_is_said() {
        var out = new ByteArrayOutputStream();
        assertThat(PacksCheck.run(List.of("a", "b"), print(out), print(out))).isEqualTo(2);
        assertThat(PacksCheck.run(List.of("target"), print(out), print(out))).isEqualTo(1);
    }

    private static PrintStream print(ByteArrayOutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }
}
